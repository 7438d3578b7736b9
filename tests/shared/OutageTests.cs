using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Mentoring.Shared.Tests;

/// <summary>The broker and the database go away and come back.</summary>
public sealed class OutageTests(OutageTests.Own service) : IClassFixture<OutageTests.Own>
{
    public sealed class Own : SampleService
    {
        internal Gate Broker { get; private set; } = null!;

        internal Gate Postgres { get; private set; } = null!;

        protected override void Configure(IServiceCollection services)
        {
            Broker = new Gate(Vhost.Host, Vhost.Port);
            var database = new NpgsqlConnectionStringBuilder(Database);
            Postgres = new Gate(database.Host!, database.Port);
            database.Port = Postgres.Port;
            services.RemoveAll<Broker>();
            services.AddSingleton(new Broker(
                new ConfigurationBuilder().AddInMemoryCollection([new("RabbitMq:Uri", new UriBuilder(Vhost) { Host = "127.0.0.1", Port = Broker.Port }.Uri.AbsoluteUri)]).Build(),
                new ServiceName("mentee")));
            services.RemoveAll<DbContextOptions<SampleDb>>();
            services.ConfigureDbContext<SampleDb>(options => options.UseNpgsql(database.ConnectionString));
            services.AddDbContext<SampleDb>();
        }
    }

    [Fact]
    public async Task While_the_broker_is_away_the_service_serves_and_its_facts_go_out_once_when_it_is_back()
    {
        await Eventually.Is(async () => await Ready() == "Healthy", "the service is healthy before");
        service.Broker.Shut();
        var notes = new List<Guid>();
        for (var i = 0; i < 20; i++) notes.Add((await Write()).Id.Value);
        await Eventually.Is(async () => await Ready() == "Degraded", "health is degraded");
        (await service.AsNobody().Get("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.Is(() => service.Log.Lines.Any(l => l.Contains("The broker does not answer. Facts wait in the outbox", StringComparison.Ordinal)), "the log says so", TimeSpan.FromSeconds(40));
        (await Told(notes)).ShouldBe(0);

        service.Broker.Open();
        await Eventually.Is(async () => await Told(notes) == 20, "all facts went out", TimeSpan.FromSeconds(60));
        foreach (var note in notes) await service.Heard<MenteeReferred>(f => f.MenteeId == note);
        service.Wire.Heard.Where(h => h.Fact is MenteeReferred f && notes.Contains(f.MenteeId)).DistinctBy(h => h.MessageId).Count().ShouldBe(20);
        service.Log.Lines.Count(l => l.Contains("The broker does not answer. Facts wait in the outbox", StringComparison.Ordinal)).ShouldBe(1);
        await Eventually.Is(async () => await Ready() == "Healthy", "the service is healthy again", TimeSpan.FromSeconds(60));
        await service.TellAndWait(Some.Ended(Guid.CreateVersion7()));

        Task<int> Told(List<Guid> ids) => service.Db(async db =>
        {
            var waiting = await db.Outbox.Select(r => r.Body).ToListAsync();
            return ids.Count(id => !waiting.Any(body => body.Contains(id.ToString(), StringComparison.Ordinal)));
        });
    }

    [Fact]
    public async Task While_the_database_is_away_requests_get_a_sentence_and_facts_wait_and_are_not_moved_to_the_error_queue()
    {
        await Eventually.Is(async () => await Ready() == "Healthy", "the service is healthy before", TimeSpan.FromSeconds(60));
        service.Postgres.Shut();
        var match = Guid.CreateVersion7();
        var id = await service.Tell(Some.Ended(match));
        await service.AsCaseworker().Post("/notes", new { title = "A note" }).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "Nothing was changed");
        await service.AsCaseworker().Get("/notes").ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "does not answer just now");
        using (var health = await service.AsNobody().Get("/health/ready"))
        {
            health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await health.Content.ReadAsStringAsync()).ShouldContain("The database does not answer");
        }

        (await service.AsNobody().Get("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        service.Postgres.Open();
        await Eventually.Is(async () => await service.Hearings(match) == 1, "the fact was handled", TimeSpan.FromSeconds(60));
        (await service.Waiting("mentee.remember-end_error") ?? 0).ShouldBe(0);
        (await service.Db(db => db.Set<Receipt>().CountAsync(r => r.MessageId == id))).ShouldBe(1);
        await Write();
    }

    private Task<NoteAnswer> Write() => service.AsCaseworker().Post("/notes", new { title = $"A note {Guid.CreateVersion7()}" }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);

    private async Task<string> Ready() => (await (await service.AsNobody().Get("/health/ready")).Json()).GetProperty("status").GetString()!;
}

/// <summary>Facts that must be heard, in a world where nobody listens yet.</summary>
public sealed class UnroutableTests(UnroutableTests.Own service) : IClassFixture<UnroutableTests.Own>
{
    public sealed class Own : SampleService;

    [Fact]
    public async Task A_fact_that_must_be_heard_stays_in_the_outbox_until_there_is_a_queue_and_others_pass_it()
    {
        var exchange = FactWire.Exchange(typeof(MenteeLeft));
        await service.Unbind(exchange, FactWire.ProbeQueue);
        var left = (await Write("A note that is closed")).Id;
        await service.AsCaseworker().Post($"/notes/{left}/closing").ShouldBe(HttpStatusCode.NoContent);
        await Eventually.Is(() => service.Log.Lines.Any(l => l.Contains("found no queue", StringComparison.Ordinal)), "the log says so");

        var other = (await Write("Another note")).Id;
        await service.Heard<MenteeReferred>(f => f.MenteeId == other.Value);
        // Heard is not yet crossed off: the outbox lets a fact go once the broker has said that it has it.
        await Eventually.Is(async () => await service.Db(db => db.Outbox.CountAsync()) == 1, "only the fact that nobody hears waits");

        service.Clock.Advance(TimeSpan.FromMinutes(2));
        var health = await (await service.AsNobody().Get("/health/ready")).Content.ReadAsStringAsync();
        service.Clock.Reset();
        health.ShouldContain("Facts have waited since");
        health.ShouldContain("Mentoring.Contracts.Mentees.MenteeLeft");

        await service.Bind(exchange, FactWire.ProbeQueue);
        await service.HeardOnce<MenteeLeft>(f => f.MenteeId == left.Value, TimeSpan.FromSeconds(60));
        await Eventually.Is(async () => await service.Db(db => db.Outbox.CountAsync()) == 0, "nothing waits");
        service.Log.Lines.Count(l => l.Contains("found no queue", StringComparison.Ordinal)).ShouldBe(1);
    }

    private Task<NoteAnswer> Write(string title) => service.AsCaseworker().Post("/notes", new { title }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
}
