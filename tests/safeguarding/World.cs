using System.Net;
using Mentoring.Contracts.Matching;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;
using Mentoring.Testing;

namespace Mentoring.Safeguarding.Tests;

/// <summary>A young person, their mentor and their caseworker, as facts made them known, and two leads.</summary>
internal sealed class World
{
    private readonly ServiceFixture<SafeguardingDb> service;

    private World(ServiceFixture<SafeguardingDb> service) => this.service = service;

    public Persona Mentee { get; } = Persona.AMentee();

    public Persona Mentor { get; } = Persona.AMentor();

    public Persona Caseworker { get; } = Persona.Caseworker();

    public Persona Lead { get; } = Persona.Lead(null);

    public Persona OtherLead { get; } = Persona.Lead(null);

    public MatchId Match { get; } = MatchId.New();

    public HttpClient AsMentee => service.As(Mentee);

    public HttpClient AsMentor => service.As(Mentor);

    public HttpClient AsCaseworker => service.As(Caseworker);

    public HttpClient AsLead => service.As(Lead);

    public HttpClient AsOtherLead => service.As(OtherLead);

    public static async Task<World> Of(ServiceFixture<SafeguardingDb> service)
    {
        var world = new World(service);
        var now = service.Clock.GetUtcNow();
        await service.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.HoldMentee(world.Mentee.Mentee!.Value, default)).GoTo(new(world.Caseworker.Account.Value), now);
            await db.Remember(new() { Id = world.Match, MenteeId = world.Mentee.Mentee.Value, MentorId = world.Mentor.Mentor!.Value, ApprovedAt = now }, default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        return world;
    }

    public static object Words(string whatHappened = "He waits at the gate.", bool inDangerNow = false, string? about = null) => new { whatHappened, inDangerNow, about };

    public static object PublicWords(string whatHappened = "He waits at the gate.", bool inDangerNow = false) => new { whatHappened, inDangerNow };

    public static Task<RaiseConcern.Answer> Raise(HttpClient client, object? words = null) => client.Post("/concerns", words ?? Words()).ShouldBe<RaiseConcern.Answer>(HttpStatusCode.Created);

    /// <summary>One that the young person raised.</summary>
    public async Task<ConcernId> Raised(object? words = null) => (await Raise(AsMentee, words)).Id;

    /// <summary>One that the lead looks after.</summary>
    public async Task<ConcernId> InHand(object? words = null)
    {
        var id = await Raised(words);
        await AsLead.Post($"/concerns/{id}/taking").ShouldSucceed();
        return id;
    }

    public Task<LeadsConcern> Read(ConcernId id) => AsLead.Get<LeadsConcern>($"/concerns/{id}");

    public CaseworkerAssigned Assigned(Persona caseworker, DateTimeOffset at) => new() { MenteeId = Mentee.Mentee!.Value.Value, CaseworkerId = caseworker.Account.Value, At = at };

    public CoverArranged Covered(Persona? by, DateOnly first, DateOnly last, DateTimeOffset at) =>
        new() { CaseworkerId = Caseworker.Account.Value, CoverId = by?.Account.Value, First = first, Last = last, At = at };

    public static MatchApproved Approved(Persona mentee, Persona mentor, MatchId match, DateTimeOffset at) =>
        new() { MatchId = match.Value, MenteeId = mentee.Mentee!.Value.Value, MentorId = mentor.Mentor!.Value.Value, At = at };
}
