using System.Reflection;
using MassTransit;
using Mentoring.Demo;
using Mentoring.Matching;
using Mentoring.Portal;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Load;

/// <summary>The matching service as a process of its own, as it runs everywhere, and the portal beside it, which gives the caseworker tokens.</summary>
internal sealed class Service() : Installation("load", Parts)
{
    private const string Password = "paper boats on the canal", CaseworkerEmail = "caseworker@load.example";

    private static readonly Dictionary<string, Assembly> Parts = new() { ["portal"] = typeof(AccountsDb).Assembly, ["matching"] = typeof(MatchingDb).Assembly };

    private Platform platform = null!;
    private Person person = null!;
    private IBusControl bus = null!;

    /// <summary>Who asks.</summary>
    public CaseworkerId Caseworker => new(person.Account);

    /// <summary>The memory that the service has now, bytes.</summary>
    public long Memory
    {
        get
        {
            using var service = System.Diagnostics.Process.GetProcessById(Process("matching").Id);
            return service.WorkingSet64;
        }
    }

    /// <summary>Starts the service anew; it is ready when this returns.</summary>
    public Task Restart() => Start("matching");

    /// <summary>Works on the service's database.</summary>
    public async Task<T> Db<T>(Func<MatchingDb, Task<T>> work)
    {
        await using var db = new MatchingDb(new DbContextOptionsBuilder<MatchingDb>().UseNpgsql(Settings("matching")["ConnectionStrings__Database"]).Options);
        return await work(db);
    }

    /// <summary>Asks the service as the caseworker.</summary>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, object? body = null)
    {
        var response = await person.Try("matching", method, path, body is null ? null : JsonContent.Create(body), null, CancellationToken.None);
        return response.EnsureSuccessStatusCode();
    }

    /// <summary>Tells a fact as another service would.</summary>
    public Task Tell(object fact, CancellationToken cancel) => bus.Publish(fact, cancel);

    protected override Dictionary<string, string> Settings(string service)
    {
        var settings = base.Settings(service);

        // It makes no plan by itself, so that what is measured is what was asked for; and it runs long enough to learn how to be fast.
        if (service == "portal") foreach (var absent in (string[])["Mentor", "Mentee", "Session", "Safeguarding"]) settings[$"Services__{absent}"] = "http://127.0.0.1:9"; // nobody asks them
        if (service == "matching") (settings["Plans__EveryNight"], settings["DOTNET_TieredPGO"]) = ("false", "1");
        return settings;
    }

    protected override async Task Ready()
    {
        platform = new() { Services = Addresses, Mail = new Mailbox(MailFolder) };
        var administrator = await Person.Join(platform, AdministratorEmail, Password, CancellationToken.None);
        await administrator.Post("portal", "/api/invitations", new { role = "caseworker", email = CaseworkerEmail, name = "Casey Load" }, null, CancellationToken.None);
        person = await Person.Join(platform, CaseworkerEmail, Password, CancellationToken.None);
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(Vhost));
        await bus.StartAsync();
    }

    protected override async Task CleanUp(Testing.Servers withBroker)
    {
        if (bus is not null) await bus.StopAsync();
        platform?.Dispose();
        await base.CleanUp(withBroker);
    }
}
