using Mentoring.Contracts;
using Mentoring.Contracts.Matching;
using Mentoring.Contracts.Mentees;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Testing;

namespace Mentoring.Sessions.Tests;

/// <summary>A young person, their caseworker and a mentor who is free every day, in an active match: as facts would have made them.</summary>
internal sealed class World
{
    private readonly ServiceFixture<SessionDb> service;

    private World(ServiceFixture<SessionDb> service) => this.service = service;

    public MatchId Match { get; } = MatchId.New();

    public MenteeId Mentee { get; init; } = MenteeId.New();

    public MentorId Mentor { get; init; } = MentorId.New();

    public CaseworkerId Caseworker { get; } = CaseworkerId.New();

    /// <summary>Every day from six in the morning to ten at night, by a clock that never changes; bank holidays too, so that tests pass on any day.</summary>
    public static Availability Always => new()
    {
        Zone = "Etc/UTC",
        Weekly = [.. Enum.GetValues<DayOfWeek>().Select(day => new WeeklyWindow { Day = day, From = new(6, 0), Until = new(22, 0) })],
        Changes = [.. BankHolidays.EnglandAndWales.All.Select(holiday => new AvailabilityChange { First = holiday.Date, Last = holiday.Date, From = new(6, 0), Until = new(22, 0) })],
    };

    public HttpClient AsMentee => service.AsMentee(Mentee);

    public HttpClient AsMentor => service.AsMentor(Mentor);

    public HttpClient AsCaseworker => service.AsCaseworker(Caseworker);

    public string SlotsAddress => $"/matches/{Match}/slots";

    public string SessionsAddress => $"/matches/{Match}/sessions";

    public static async Task<World> Of(ServiceFixture<SessionDb> service, MenteeId? mentee = null, MentorId? mentor = null, Availability? availability = null, PartnerId? partner = null, DateTimeOffset? began = null)
    {
        var world = new World(service) { Mentee = mentee ?? MenteeId.New(), Mentor = mentor ?? MentorId.New() };
        var now = service.Clock.GetUtcNow();
        await service.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.HoldMatch(world.Match, world.Mentee, world.Mentor, now, default)).Activate(began ?? now);
            var copy = await db.HoldMentor(world.Mentor, default);
            copy.BeCleared(London.DateAt(now).AddYears(1), now);
            copy.BeFree(availability ?? Always, now);
            if (partner is not null) copy.ComeFrom(partner, now);
            (await db.HoldMentee(world.Mentee, default)).GoTo(world.Caseworker, now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        return world;
    }

    /// <summary>An hour of the day, so many days from today, UTC.</summary>
    public DateTimeOffset Day(int days, int hour = 10, int minute = 0) =>
        new(DateOnly.FromDateTime(service.Clock.GetUtcNow().UtcDateTime).AddDays(days), new(hour, minute), TimeSpan.Zero);

    public static object Request(DateTimeOffset startsAt, int minutes = 60, string how = "video", PlaceId? placeId = null) => new { startsAt, minutes, how, placeId };

    /// <summary>A safe place on the list.</summary>
    public static async Task<PlaceId> APlace(ServiceFixture<SessionDb> service, bool closed = false)
    {
        var id = PlaceId.New();
        var place = await service.AsCaseworker().Post("/places", PlaceWords($"Library {id}")).ShouldBe<APlace>(System.Net.HttpStatusCode.Created);
        if (closed) await service.AsAdministrator().Post($"/places/{place.Id}/closing", new { closed = true }).ShouldSucceed();
        return place.Id;
    }

    public static object PlaceWords(string name) => new { name, howToFind = "Bishop Street. Wait by the window.", outwardPostcode = "LE1" };

    public async Task<MenteesSession> Book(DateTimeOffset startsAt, int minutes = 60) =>
        await AsMentee.Post(SessionsAddress, Request(startsAt, minutes)).ShouldBe<MenteesSession>(System.Net.HttpStatusCode.Created);

    /// <summary>A session that has begun: put into the database, since none can be booked in the past.</summary>
    public async Task<SessionId> Begun(DateTimeOffset? startedAt = null)
    {
        var session = Session.Book(
            new() { Id = Match, MenteeId = Mentee, MentorId = Mentor }, Stretch.Of(startedAt ?? service.Clock.GetUtcNow().AddMinutes(-30), 60), Decisions.Sample.By(MeetingWay.Video), Voice.Mentee, service.Clock.GetUtcNow().AddDays(-1));
        await service.Store(session);
        return session.Id;
    }

    /// <summary>A session that is over and took place, as the young person said.</summary>
    public async Task<SessionId> Held(DateTimeOffset startedAt)
    {
        var id = await Begun(startedAt);
        await AsMentee.Post($"/sessions/{id}/attendance", new { outcome = "held" }).ShouldSucceed();
        return id;
    }

    public object Thoughts(SessionId? about = null, bool finished = true, object? nextStep = null, string what = "We talked.") =>
        new { matchId = Match, sessionId = about, what, soWhat = "It felt lighter.", nowWhat = "I will ring them.", nextStep, finished };

    public static async Task<MyReflection> Write(HttpClient author, object body) =>
        await author.Put($"/reflections/{ReflectionId.New()}", body).ShouldBe<MyReflection>(System.Net.HttpStatusCode.Created);

    public static object Spoken(string with, DateOnly on) =>
        new { with, heldOn = on, how = "phone", activity = "as-planned", safety = "safe", quality = "good", whatWouldHelp = "A quieter place.", note = "Sounded well." };

    public MatchApproved Approved(DateTimeOffset at) => new() { MatchId = Match.Value, MenteeId = Mentee.Value, MentorId = Mentor.Value, At = at };

    public MentorProfileChanged Profile(DateTimeOffset at, PartnerId? partner) => new()
    {
        MentorId = Mentor.Value,
        PartnerId = partner?.Value,
        GoalAreas = [],
        Interests = [],
        Dislikes = [],
        TalkStyles = [],
        Languages = ["en"],
        Traits = [],
        OutwardPostcode = null,
        InPerson = true,
        Online = true,
        Capacity = 1,
        At = at,
    };

    public MatchActivated Activated(DateTimeOffset at) => new() { MatchId = Match.Value, MenteeId = Mentee.Value, MentorId = Mentor.Value, At = at };

    public MatchEnding Ending(DateTimeOffset at) => new() { MatchId = Match.Value, MenteeId = Mentee.Value, MentorId = Mentor.Value, Kind = "planned", By = "mentee", At = at };

    public MatchEnded Ended(DateTimeOffset at) => new() { MatchId = Match.Value, MenteeId = Mentee.Value, MentorId = Mentor.Value, Kind = "planned", At = at };

    public MentorCleared Cleared(DateTimeOffset at, DateOnly until) => new() { MentorId = Mentor.Value, ClearedUntil = until, At = at };

    public MentorClearanceLapsed Lapsed(DateTimeOffset at) => new() { MentorId = Mentor.Value, At = at };

    public MentorPaused Paused(DateTimeOffset at) => new() { MentorId = Mentor.Value, At = at };

    public MentorLeft Left(DateTimeOffset at) => new() { MentorId = Mentor.Value, At = at };

    public MentorAvailabilityChanged Free(DateTimeOffset at, Availability availability) =>
        new() { MentorId = Mentor.Value, Zone = availability.Zone, Weekly = availability.Weekly, Exceptions = availability.Changes, At = at };

    public MenteeReady Ready(DateTimeOffset at, DateOnly until) => new() { MenteeId = Mentee.Value, ReadyUntil = until, At = at };

    public MenteePaused OnABreak(DateTimeOffset at) => new() { MenteeId = Mentee.Value, At = at };

    public MenteeReadinessLapsed NotReady(DateTimeOffset at) => new() { MenteeId = Mentee.Value, At = at };

    public CaseworkerAssigned Assigned(CaseworkerId caseworker, DateTimeOffset at) => new() { MenteeId = Mentee.Value, CaseworkerId = caseworker.Value, At = at };

    public CoverArranged Covered(CaseworkerId? by, DateOnly first, DateOnly last, DateTimeOffset at) =>
        new() { CaseworkerId = Caseworker.Value, CoverId = by?.Value, First = first, Last = last, At = at };
}
