using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Polly;
using Polly.Retry;

namespace Mentoring.Portal;

/// <summary>
/// Sends mail that waits, one after the other. A mail is locked while it is sent and removed in the same commit, so that of
/// several instances one sends it.
/// </summary>
/// <param name="scopes">A scope a mail.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Says which mail did not go, never to whom or what.</param>
public sealed class SendMail(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SendMail> log) : BackgroundService
{
    // For what passes by itself in moments; what lasts longer waits in the database.
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SmtpException>().Handle<IOException>(),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(300),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddTimeout(TimeSpan.FromSeconds(30))
        .Build();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        do
        {
            try
            {
                while (await SendOne(stoppingToken))
                {
                    // Until none is left.
                }
            }
            catch (Exception failed) when (failed is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failed, "Looking for mail failed; it is tried again in a second");
            }
        }
        while (await second.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> SendOne(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var mail = await db.Mails.FromSql($"select * from mails where next_try_at <= {now} order by id limit 1 for update skip locked").SingleOrDefaultAsync(cancel);
        if (mail is null) return false;

        if (mail.Until <= now && mail.SessionId is not null)
        {
            // A reminder of what has begun helps nobody.
            log.LogWarning("Mail {Mail} reminds of a session that has begun; it is not sent", mail.Id);
            db.Mails.Remove(mail);
        }
        else if (mail.Until <= now)
        {
            log.LogError("Mail {Mail} could not be sent in {Tries} tries and is no use any more", mail.Id, mail.Tries);
            db.Mails.Remove(mail);
        }
        else
        {
            try
            {
                var letter = scope.ServiceProvider.GetRequiredService<Post>().Open(mail);
                var way = scope.ServiceProvider.GetRequiredService<MailOut>();
                if (letter.To.Length > 0) await pipeline.ExecuteAsync(async c => await way.Send(mail.Id, letter, c), cancel);
                db.Mails.Remove(mail);
            }
            catch (Exception failed) when (!cancel.IsCancellationRequested)
            {
                // The message may hold the address, the type does not.
                log.LogWarning("Mail {Mail} did not go ({Reason}); it is tried again later", mail.Id, failed.GetType().Name);
                mail.Failed(now);
            }
        }

        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}

/// <summary>Adds the mail.</summary>
public static class MailSetup
{
    /// <summary>Adds taking mail in, sending it out, and saying when that fails.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddHealthChecks().AddCheck<MailHealth>("mail", tags: ["ready"]);
        return services.AddScoped<Post>().AddScoped<IReminderChannel, RemindByMail>().AddSingleton<MailOut>().AddHostedService<SendMail>();
    }
}

/// <summary>Says when mail does not go out.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class MailHealth(AccountsDb db, TimeProvider clock) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = clock.GetUtcNow() - TimeSpan.FromMinutes(15);
        var waiting = await db.Mails.CountAsync(m => m.WrittenAt <= late, cancellationToken);
        return waiting == 0 ? HealthCheckResult.Healthy("Mail goes out.") : HealthCheckResult.Degraded($"{waiting} mails have waited for more than 15 minutes. Look at the mail server's settings, or the folder.");
    }
}
