using System.Text.Json;
using Mentoring.Shared;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Npgsql;
using Shouldly;
using Xunit;

namespace Mentoring.Testing;

/// <summary>
/// The real service on real Kestrel, with a database and a vhost of its own that its own <c>migrate</c> command has prepared.
/// Only the signing key, the clock and the log are the test's. Use it as an assembly fixture for tests that make ids of their own,
/// and as a class fixture for tests that need the service to themselves (a moved clock, fingerprints of the database).
/// </summary>
/// <typeparam name="TDb">The service's database; its assembly is the service.</typeparam>
public abstract class ServiceFixture<TDb> : IServiceUnderTest, IAsyncLifetime
    where TDb : ServiceDb
{
    private readonly string audience;
    private Host? host;
    private Servers servers = null!;
    private SocketsHttpHandler handler = null!;

    /// <summary>Prepares a service; nothing is started yet.</summary>
    /// <param name="audience">The service's name, which is the audience of its tokens.</param>
    protected ServiceFixture(string audience)
    {
        this.audience = audience;
        Tokens = new("http://127.0.0.1:1", audience);
    }

    /// <summary>The service's clock.</summary>
    public MovableClock Clock { get; } = new();

    /// <summary>Makes tokens for the service.</summary>
    public TestTokens Tokens { get; }

    /// <summary>Everything the service has logged.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>The other services: tells and hears facts.</summary>
    public FactWire Wire { get; private set; } = null!;

    /// <summary>Where the service listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The service's own database, as the role it works as.</summary>
    public string Database { get; private set; } = null!;

    /// <summary>The same as its owner, who may do what the service may not.</summary>
    public string Owner => servers.AsOwner(Database);

    /// <summary>The service's own vhost.</summary>
    public Uri Vhost { get; private set; } = null!;

    /// <summary>The service's container.</summary>
    public IServiceProvider Services => host!.Services;

    /// <summary>Starts the service.</summary>
    public virtual async ValueTask InitializeAsync()
    {
        servers = await Servers.Get();
        Database = await servers.CreateDatabase($"test_{audience}");
        Vhost = await servers.CreateVhost($"test-{audience}");
        await Migrate();
        Wire = await FactWire.Join(Vhost);
        handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1,
        };
        Start();
    }

    /// <summary>Stops the service and removes database and vhost.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        handler?.Dispose();
        if (Wire is not null) await Wire.DisposeAsync();
        if (Vhost is not null) await servers.DropVhost(Vhost);
        if (Database is not null) await servers.DropDatabase(Database);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the service as a shutdown would and starts it again on the same database and vhost.</summary>
    public async Task Restart()
    {
        await host!.DisposeAsync();
        Start();
    }

    /// <summary>A client for somebody; it must be disposed only to be tidy, connections are shared.</summary>
    public HttpClient As(Persona persona)
    {
        var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
        if (persona.Roles.Count > 0) client.DefaultRequestHeaders.Authorization = new(JwtBearerDefaults.AuthenticationScheme, Tokens.For(persona));
        if (persona.Reason is { } reason) client.DefaultRequestHeaders.Add("Access-Reason", reason);
        return client;
    }

    /// <summary>A client that holds this token, whatever it is.</summary>
    public HttpClient WithToken(string token)
    {
        var client = As(Persona.Nobody);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return client;
    }

    /// <summary>A caseworker.</summary>
    public HttpClient AsCaseworker(CaseworkerId? id = null) => As(Persona.Caseworker(id));

    /// <summary>A mentor.</summary>
    public HttpClient AsMentor(MentorId? id = null) => As(Persona.AMentor(id));

    /// <summary>A young person.</summary>
    public HttpClient AsMentee(MenteeId? id = null) => As(Persona.AMentee(id));

    /// <summary>A partner's coordinator.</summary>
    public HttpClient AsCoordinator(PartnerId? id = null) => As(Persona.Coordinator(id));

    /// <summary>A safeguarding lead who says why.</summary>
    public HttpClient AsLead(string? reason = "A concern was raised today and I follow it up") => As(Persona.Lead(reason));

    /// <summary>An administrator.</summary>
    public HttpClient AsAdministrator() => As(Persona.Administrator());

    /// <summary>Not signed in.</summary>
    public HttpClient AsNobody() => As(Persona.Nobody);

    /// <summary>Works on the service's database in a scope of its own.</summary>
    public Task Db(Func<TDb, Task> work) => Db(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Reads from the service's database in a scope of its own.</summary>
    public async Task<T> Db<T>(Func<TDb, Task<T>> work)
    {
        try
        {
            await using var scope = Services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<TDb>());
        }
        catch (Exception lost) when (lost.GetBaseException().Message.StartsWith("Received unexpected backend message", StringComparison.Ordinal))
        {
            // A caller that hung up left this connection out of step (see Problems.IsAway); whoever asks again gets another, and so does a test.
            await using var scope = Services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<TDb>());
        }
    }

    /// <summary>Does something to the service's database as its owner, such as putting a hurdle in the way.</summary>
    public async Task AsOwner(string sql)
    {
        await using var connection = new NpgsqlConnection(Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stores something new and returns it.</summary>
    public async Task<T> Store<T>(T entity)
        where T : class
    {
        await Db(async db =>
        {
            db.Add(entity);
            await db.SaveChangesAsync();
        });
        return entity;
    }

    /// <summary>Tells a fact as another service would, without waiting for what comes of it.</summary>
    public Task<Guid> Tell(object fact, Guid? messageId = null) => Wire.Tell(fact, messageId);

    /// <summary>Tells a fact and waits until every reaction of the service to it has been committed.</summary>
    public async Task<Guid> TellAndWait(object fact, Guid? messageId = null)
    {
        var queues = await QueuesHearing(fact.GetType());
        queues.ShouldNotBeEmpty($"No reaction of the {audience} service hears {fact.GetType().Name}. Is it added in Program.cs?");
        var id = await Tell(fact, messageId);
        await Handled(id, queues);
        return id;
    }

    /// <summary>Waits until the service has heard such a fact told and returns it. Other services' facts told by the test do not count.</summary>
    public async Task<TFact> Heard<TFact>(Func<TFact, bool>? which = null, TimeSpan? within = null)
        where TFact : class =>
        await Eventually.Get(() => Task.FromResult(Told(which) is [var first, ..] ? first : null), $"the {audience} service tells such a {typeof(TFact).Name}", within);

    /// <summary>Waits for such a fact and makes sure that it was told exactly once.</summary>
    public async Task<TFact> HeardOnce<TFact>(Func<TFact, bool>? which = null, TimeSpan? within = null)
        where TFact : class
    {
        await Heard(which, within);
        await Settle();
        var told = Told(which);
        told.Count.ShouldBe(1, $"{typeof(TFact).Name} was told {told.Count} times");
        return told[0];
    }

    /// <summary>Makes sure that no such fact has been told by what was committed before this call.</summary>
    public async Task HeardNo<TFact>(Func<TFact, bool>? which = null)
        where TFact : class
    {
        await Settle();
        Told(which).ShouldBeEmpty($"No such {typeof(TFact).Name} should have been told");
    }

    /// <summary>Waits until every fact committed so far has been published and heard.</summary>
    public async Task Settle()
    {
        var last = await Db(db => db.Outbox.MaxAsync(r => (long?)r.Id));
        await Eventually.Is(() => Db(async db => !await db.Outbox.AnyAsync(r => r.Id <= last)), "the outbox is empty");
        await Wire.CatchUp();
    }

    /// <summary>The queues of the service's reactions to a fact.</summary>
    public async Task<IReadOnlyList<string>> QueuesHearing(Type fact)
    {
        using var bindings = JsonDocument.Parse(await servers.Manage(
            HttpMethod.Get, $"api/exchanges/{Servers.VhostOf(Vhost)}/{Uri.EscapeDataString(FactWire.Exchange(fact))}/bindings/source"));
        return [.. bindings.RootElement.EnumerateArray().Select(b => b.GetProperty("destination").GetString()!).Where(q => q != FactWire.ProbeQueue)];
    }

    /// <summary>How many messages wait in a queue of the service's vhost; null where there is no such queue.</summary>
    public async Task<long?> Waiting(string queue)
    {
        using var json = JsonDocument.Parse(await servers.Manage(HttpMethod.Get, $"api/queues/{Servers.VhostOf(Vhost)}/{Uri.EscapeDataString(queue)}"));
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("messages", out var count) ? count.GetInt64() : null;
    }

    /// <summary>A fingerprint of all that is stored: equal before and after means that nothing was changed. Leaves out what is kept about messages and repeats.</summary>
    public Task<string> Fingerprint() => Fingerprints.Of(Database);

    /// <summary>Settings beside the usual ones, such as limits that a test must not run into.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings() => [];

    /// <summary>Replaces services where a test needs it; called after the service's own registrations.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    private IReadOnlyDictionary<string, string> AllSettings() => new Dictionary<string, string>(Settings())
    {
        ["ConnectionStrings:Database"] = Database,
        ["RabbitMq:Uri"] = Vhost.AbsoluteUri,
        ["Auth:Issuer"] = Tokens.Issuer,
    };

    private async Task Migrate()
    {
        string[] args = ["migrate", $"--ConnectionStrings:Owner={Owner}", .. AllSettings().Select(s => $"--{s.Key}={s.Value}"), "--Logging:LogLevel:Default=Warning"];
        var main = typeof(TDb).Assembly.EntryPoint ?? throw new InvalidOperationException($"{typeof(TDb).Assembly.GetName().Name} is not a program.");
        // A hundred queues made at once by several test classes can take a busy broker longer than a service waits; migrating again is what an operator would do.
        var code = ExitCodes.NoBroker;
        for (var again = 0; again < 3 && code == ExitCodes.NoBroker; again++) code = await Task.Run(() => main.Invoke(null, [args]) as int? ?? 0);
        code.ShouldBe(0, "The service's migrate command failed");
    }

    private void Start()
    {
        host = new Host(this);
        host.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        host.StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private IReadOnlyList<TFact> Told<TFact>(Func<TFact, bool>? which)
        where TFact : class
    {
        Wire.Unreadable.ShouldBeEmpty("The service told what nobody can read");
        return [.. Wire.Heard.Select(h => h.Fact).OfType<TFact>().Where(which ?? (_ => true))];
    }

    private async Task Handled(Guid messageId, IReadOnlyList<string> queues)
    {
        try
        {
            await Eventually.Is(
                () => Db(async db => await db.Set<Shared.Messaging.Receipt>().CountAsync(r => r.MessageId == messageId) >= queues.Count),
                $"{string.Join(" and ", queues)} handled the fact");
        }
        catch (ShouldAssertException late)
        {
            throw new ShouldAssertException($"{late.Message}\n{Log.Tail(20)}", late);
        }
    }

    private sealed class Host : WebApplicationFactory<TDb>
    {
        private readonly ServiceFixture<TDb> fixture;

        public Host(ServiceFixture<TDb> fixture)
        {
            this.fixture = fixture;
            var name = typeof(TDb).Assembly.GetName().Name!;
            Environment.SetEnvironmentVariable($"ASPNETCORE_TEST_CONTENTROOT_{name.ToUpperInvariant().Replace('.', '_')}", AppContext.BaseDirectory);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Test");
            foreach (var (key, value) in fixture.AllSettings()) builder.UseSetting(key, value);
            builder.ConfigureLogging(log => log.ClearProviders().AddProvider(fixture.Log));
            builder.ConfigureTestServices(services =>
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(fixture.Clock);
                services.PostConfigureAll<JwtBearerOptions>(jwt =>
                {
                    // What is checked stays as the service says; only the keys come from here instead of the portal's discovery document.
                    var configuration = new OpenIdConnectConfiguration { Issuer = fixture.Tokens.Issuer };
                    configuration.SigningKeys.Add(TestTokens.Key);
                    jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
                });
                fixture.Configure(services);
            });
        }
    }
}
