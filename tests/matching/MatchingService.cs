using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(Mentoring.Matching.Tests.MatchingService))]

namespace Mentoring.Matching.Tests;

/// <summary>The matching service, which makes plans only when it is asked to: one of its own would change what a test compares.</summary>
public abstract class OwnMatchingService() : ServiceFixture<MatchingDb>("matching")
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("Plans:EveryNight", "false")];
}

/// <summary>The matching service as it runs, for all tests that get by with people of their own.</summary>
public sealed class MatchingService : OwnMatchingService;

/// <summary>A caseworker, one of their young people, and a mentor who is possible for them.</summary>
public sealed record Trio(CaseworkerId Caseworker, MenteeId Mentee, MentorId Mentor);

/// <summary>Puts people and matches where the service remembers them.</summary>
internal static class People
{
    /// <summary>A cleared mentor with availability.</summary>
    public static async Task<MentorId> AMentor(this ServiceFixture<MatchingDb> service, int capacity = 1, Func<MentorProfileChanged, MentorProfileChanged>? but = null)
    {
        var at = service.Clock.GetUtcNow().AddDays(-1);
        var mentor = new MentorCopy { Id = MentorId.New() };
        var profile = Some.MentorProfile with { MentorId = mentor.Id.Value, Capacity = capacity, At = at };
        mentor.Remember(but?.Invoke(profile) ?? profile);
        mentor.Remember(Some.MentorWeek with { MentorId = mentor.Id.Value, At = at });
        mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = Some.DayOf(at).AddDays(300), At = at });
        await service.Store(mentor);
        return mentor.Id;
    }

    /// <summary>A ready young person of a caseworker.</summary>
    public static async Task<MenteeId> AMentee(this ServiceFixture<MatchingDb> service, CaseworkerId caseworker, Func<MenteeProfileChanged, MenteeProfileChanged>? but = null)
    {
        var at = service.Clock.GetUtcNow().AddDays(-1);
        var mentee = new MenteeCopy { Id = MenteeId.New() };
        var profile = Some.MenteeProfile with { MenteeId = mentee.Id.Value, At = at };
        mentee.Remember(but?.Invoke(profile) ?? profile);
        mentee.Remember(new CaseworkerAssigned { MenteeId = mentee.Id.Value, CaseworkerId = caseworker.Value, At = at });
        mentee.Remember(new MenteeReady { MenteeId = mentee.Id.Value, ReadyUntil = Some.DayOf(at).AddDays(90), At = at });
        await service.Store(mentee);
        return mentee.Id;
    }

    /// <summary>All three.</summary>
    public static async Task<Trio> Three(this ServiceFixture<MatchingDb> service, int capacity = 1)
    {
        var caseworker = CaseworkerId.New();
        return new(caseworker, await service.AMentee(caseworker), await service.AMentor(capacity));
    }

    /// <summary>Offers over HTTP.</summary>
    public static async Task<MatchId> Offer(this ServiceFixture<MatchingDb> service, Trio trio)
    {
        var answer = await service.AsCaseworker(trio.Caseworker).Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { trio.Mentor } });
        return (await answer.ShouldBe<OffersAnswer>(HttpStatusCode.Created)).Offers[0].MatchId;
    }

    /// <summary>Takes a new match over HTTP as far as a state.</summary>
    public static async Task<MatchId> MatchIn(this ServiceFixture<MatchingDb> service, Trio trio, MatchState state)
    {
        var id = await service.Offer(trio);
        if (state >= MatchState.AgreedByMentee) await service.AsMentee(trio.Mentee).Post($"/matches/{id}/mentee-answer", new { answer = "yes" }).ShouldSucceed();
        if (state >= MatchState.AgreedByMentor) await service.AsMentor(trio.Mentor).Post($"/matches/{id}/mentor-answer", new { answer = "yes" }).ShouldSucceed();
        if (state >= MatchState.Approved) await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldSucceed();
        if (state >= MatchState.Active)
        {
            var today = Some.DayOf(service.Clock.GetUtcNow());
            await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/first-meeting", new { heldOn = today, where = "Central Library", everybodyThere = true }).ShouldSucceed();
        }

        if (state >= MatchState.Ending) await service.AsMentee(trio.Mentee).Post($"/matches/{id}/ending", new { kind = "planned" }).ShouldSucceed();
        if (state >= MatchState.Ended) await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/closing", Some.ClosingWritten()).ShouldSucceed();
        return id;
    }

    /// <summary>The match as it is stored.</summary>
    public static Task<Match> Stored(this ServiceFixture<MatchingDb> service, MatchId id) => service.Db(db => db.Matches.AsNoTracking().SingleAsync(m => m.Id == id));
}
