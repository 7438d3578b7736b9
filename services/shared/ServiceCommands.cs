using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Polly;
using Polly.Retry;
using Mentoring.Shared.Audit;
using Mentoring.Shared.Messaging;

namespace Mentoring.Shared;

/// <summary>What a service's process ends with.</summary>
public static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>Something else went wrong; the log says what.</summary>
    public const int Failed = 1;

    /// <summary>There is no such command, or a setting or an argument is missing.</summary>
    public const int Usage = 2;

    /// <summary>The database is older than the program: run <c>migrate</c>.</summary>
    public const int OlderSchema = 3;

    /// <summary>The database cannot be reached.</summary>
    public const int NoDatabase = 4;

    /// <summary>The broker cannot be reached; only for commands that need it, a service serves without.</summary>
    public const int NoBroker = 5;

    /// <summary>The reactions do not fit the facts.</summary>
    public const int FactsDoNotFit = 6;

    /// <summary>The service's database role may do more than serve.</summary>
    public const int RoleTooStrong = 7;

    /// <summary>The audit trail is not as it was written.</summary>
    public const int AuditBroken = 8;
}

/// <summary>A command of a service's own, beside those every service has. It is run on an up-to-date schema, in a scope of its own.</summary>
/// <param name="Name">Its first word.</param>
/// <param name="Usage">How it is written, such as <c>invite-administrator &lt;email&gt;</c>.</param>
/// <param name="Run">Does it, given the words after the name, and returns the exit code.</param>
public sealed record ServiceCommand(string Name, string Usage, Func<IServiceProvider, string[], CancellationToken, Task<int>> Run);

/// <summary>
/// The commands of a service: serve (without a word), <c>migrate</c>, <c>replay</c>, <c>verify-audit</c>. The command is the first argument,
/// unless that begins with a dash. What stands in the way is said in a sentence on standard error, with one of <see cref="ExitCodes"/>.
/// </summary>
public static class ServiceCommands
{
    /// <summary>Runs the command in <paramref name="args"/> and returns the exit code.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app, string[] args, params ServiceCommand[] more)
    {
        var command = args.FirstOrDefault() is { } word && !word.StartsWith('-') ? word : "serve";
        using var stop = new CancellationTokenSource();
        try
        {
            if (!await FactsFit(app)) return ExitCodes.FactsDoNotFit;
            switch (command)
            {
                case "serve":
                    if (!await SchemaFits(app, stop.Token)) return ExitCodes.OlderSchema;
                    if (await WhyTooStrong(app, stop.Token) is { } sentence) return await Say(ExitCodes.RoleTooStrong, sentence);
                    await app.RunAsync();
                    return ExitCodes.Fine;
                case "migrate":
                    await Migrate(app, stop.Token);
                    return ExitCodes.Fine;
                case "replay" when app.Services.GetService<Reactions>() is not null:
                    return await Replay.Run(app.Services, args[1..], stop.Token);
                case "verify-audit":
                    if (!await SchemaFits(app, stop.Token)) return ExitCodes.OlderSchema;
                    await using (var scope = app.Services.CreateAsyncScope())
                        return await VerifyAudit.Run(scope.ServiceProvider, args[1..], stop.Token);
                case var own when more.FirstOrDefault(c => c.Name == own) is { } found:
                    if (!await SchemaFits(app, stop.Token)) return ExitCodes.OlderSchema;
                    await using (var scope = app.Services.CreateAsyncScope())
                        return await found.Run(scope.ServiceProvider, args[1..], stop.Token);
                default:
                    return await Say(ExitCodes.Usage, $"There is no command {command}. There are: {string.Join(", ", ["serve (the default)", "migrate", "replay [queue] [--skipped]", "verify-audit [anchors]", .. more.Select(c => c.Usage)])}.");
            }
        }
        catch (SettingException setting)
        {
            return await Say(ExitCodes.Usage, setting.Message);
        }
        catch (Exception failure) when (Problems.IsAway(failure) || failure is NpgsqlException)
        {
            return await Say(ExitCodes.NoDatabase, $"The database cannot be used: {Innermost(failure)} Check that Postgres runs and that {(command == "migrate" ? "ConnectionStrings:Owner" : "ConnectionStrings:Database")} is right.");
        }
        catch (Exception failure) when (command is "migrate" or "replay" && Broker.IsAway(failure))
        {
            return await Say(ExitCodes.NoBroker, $"The broker cannot be used: {Innermost(failure)} Check that RabbitMQ runs and that RabbitMq:Uri is right.");
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return await Say(ExitCodes.Failed, $"{taken.Message} Stop what uses it, or choose another address with --urls.");
        }
    }

    private static async Task<bool> FactsFit(WebApplication app)
    {
        if (app.Services.GetService<Reactions>() is not { } reactions) return true;
        var wrong = FactRules.Check(app.Services.GetRequiredService<ServiceName>().Value, reactions.All);
        foreach (var sentence in wrong) await Console.Error.WriteLineAsync(sentence);
        return wrong.Count == 0;
    }

    private static async Task<bool> SchemaFits(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        string[] pending = [.. await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.GetPendingMigrationsAsync(cancel)];
        if (pending.Length > 0)
            await Console.Error.WriteLineAsync($"The database is older than this program: {string.Join(", ", pending)} has not been applied. Run the migrate command first.");
        return pending.Length == 0;
    }

    private static async Task<string?> WhyTooStrong(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await DatabaseRoles.WhyTooStrong(scope.ServiceProvider.GetRequiredService<ServiceDb>(), cancel);
    }

    private static async Task Migrate(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var service = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).Username
            ?? throw new SettingException("Set ConnectionStrings:Database with the Username the service works as.");
        db.Database.SetConnectionString(app.Configuration.GetConnectionString("Owner")
            ?? throw new SettingException("Set ConnectionStrings:Owner to the service's database as the role that owns it, which is another than the one the service works as; deploy/databases makes both."));
        await new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                // Servers that are started together are not up together.
                ShouldHandle = new PredicateBuilder().Handle<Exception>(Problems.IsAway),
                MaxRetryAttempts = 8,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(4),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build()
            .ExecuteAsync(async late => await db.Database.MigrateAsync(late), cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            // Of two that migrate at once the second waits here.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('migrate'))", cancel);
            await AuditTables.Make(db, cancel);
            await DatabaseRoles.Grant(db, service, cancel);
            await transaction.CommitAsync(cancel);
        }

        Console.WriteLine("The database is up to date.");
        if (app.Services.GetService<Topology>() is not { } topology) return;
        await topology.Deploy(cancel);
        Console.WriteLine("The queues are there.");
    }

    private static async Task<int> Say(int code, string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }

    private static string Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner) failure = inner;
        return failure.Message.TrimEnd('.') + ".";
    }
}
