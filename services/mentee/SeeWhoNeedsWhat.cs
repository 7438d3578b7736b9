using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>What a caseworker's young people need now, at a glance: counts, and the people behind each.</summary>
public static class SeeWhoNeedsWhat
{
    /// <summary>How many days ahead an end is shown.</summary>
    public const int DaysAhead = 30;

    /// <summary>The most people named behind one count.</summary>
    public const int MostNamed = 20;

    /// <summary>The glance. Young people who take a break are in the counts of stages and nowhere else.</summary>
    public sealed record Answer
    {
        /// <summary>How many of the caseload, covered ones too, are in each stage, every stage named.</summary>
        public required IReadOnlyDictionary<string, int> Stages { get; init; }

        /// <summary>Those whose own yes is not there, or no longer; the longest referred first.</summary>
        public required People ConsentMissing { get; init; }

        /// <summary>Those whose profile is not there or not complete; the longest referred first.</summary>
        public required People ProfileMissing { get; init; }

        /// <summary>Those without a risk assessment, or with one that is past its review; the longest referred first.</summary>
        public required People RiskAssessmentMissing { get; init; }

        /// <summary>Those whose risk assessment somebody has still to sign; the longest referred first.</summary>
        public required People RiskAssessmentUnsigned { get; init; }

        /// <summary>Those whose risk assessment is due to be looked at again within 30 days, with that day; the soonest first.</summary>
        public required People ReviewDue { get; init; }

        /// <summary>Those who are ready and will not be any more within 30 days unless something is renewed, with the last day; the soonest first.</summary>
        public required People ReadinessEnding { get; init; }

        /// <summary>Referrals that wait for a caseworker, anybody's to take; the longest waiting first. Without last names, as in <c>GET /referrals</c>.</summary>
        public required People Waiting { get; init; }
    }

    /// <summary>Some young people.</summary>
    public sealed record People
    {
        /// <summary>How many.</summary>
        /// <example>3</example>
        public required int Count { get; init; }

        /// <summary>The first 20 of them.</summary>
        public required IReadOnlyList<Person> Named { get; init; }
    }

    /// <summary>One of them.</summary>
    public sealed record Person
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>The name they like to be called by.</summary>
        /// <example>Riley</example>
        public required string FirstName { get; init; }

        /// <summary>The family name; null for a referral that nobody has taken on.</summary>
        /// <example>Morgan</example>
        public required string? LastName { get; init; }

        /// <summary>Whether they are a colleague's and seen because of cover.</summary>
        public required bool Covering { get; init; }

        /// <summary>When they were referred, UTC.</summary>
        public required DateTimeOffset ReferredAt { get; init; }

        /// <summary>The day it is about, by the calendar in London; null where it is about none.</summary>
        public required DateOnly? On { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/summary", Handle)
        .For(Roles.Caseworker)
        .WithSummary("What your young people need now")
        .WithDescription("Counts over your own caseload and those you cover today, with up to 20 people named behind each.");

    private static async Task<Answer> Handle(Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (me, today) = (caller.Caseworker, clock.Today());
        var caseload = await db.Mentees.AsNoTracking()
            .InCaseloadOf(me, db, today)
            .OrderBy(m => m.Id)
            .Select(m => new Glance(
                m.Id, m.Person.FirstName, m.Person.LastName, m.Caseworker != me, m.ReferredAt, m.Stage, m.ConsentUntil, m.ReadyUntil,
                m.Stage == MenteeStage.Ready ? null : m.Profile,
                m.RiskAssessments.OrderByDescending(r => r.Version).Select(r => new Plan(r.ReviewOn, r.SignedByMenteeAt != null && r.SignedByCaseworkerAt != null)).FirstOrDefault()))
            .ToListAsync(cancel);
        var waiting = db.Mentees.AsNoTracking().Where(m => m.Caseworker == null && m.Stage != MenteeStage.Left);
        var longest = await waiting.OrderBy(m => m.Id).Take(MostNamed).Select(m => new { m.Id, m.Person.FirstName, m.ReferredAt }).ToListAsync(cancel);

        var here = caseload.FindAll(m => m.Stage is not (MenteeStage.Paused or MenteeStage.Left));
        var soon = today.AddDays(DaysAhead);
        return new()
        {
            Stages = Enum.GetValues<MenteeStage>().ToDictionary(s => s.ToString().ToLowerInvariant(), s => caseload.Count(m => m.Stage == s)),
            ConsentMissing = Of(here.Where(m => m.ConsentUntil is null || m.ConsentUntil < today), _ => null),
            ProfileMissing = Of(here.Where(m => m.Stage != MenteeStage.Ready && (m.Profile is null || m.Profile.Needs().Any())), _ => null),
            RiskAssessmentMissing = Of(here.Where(m => m.Plan is null || m.Plan.ReviewOn < today), m => m.Plan?.ReviewOn),
            RiskAssessmentUnsigned = Of(here.Where(m => m.Plan is { Signed: false } plan && plan.ReviewOn >= today), _ => null),
            ReviewDue = Of(here.Where(m => m.Plan is { } plan && plan.ReviewOn >= today && plan.ReviewOn <= soon).OrderBy(m => m.Plan!.ReviewOn), m => m.Plan!.ReviewOn),
            ReadinessEnding = Of(here.Where(m => m.ReadyUntil <= soon).OrderBy(m => m.ReadyUntil), m => m.ReadyUntil),
            Waiting = new()
            {
                Count = longest.Count < MostNamed ? longest.Count : await waiting.CountAsync(cancel),
                Named = longest.ConvertAll(m => new Person { Id = m.Id, FirstName = m.FirstName, LastName = null, Covering = false, ReferredAt = m.ReferredAt, On = null }),
            },
        };
    }

    private static People Of(IEnumerable<Glance> some, Func<Glance, DateOnly?> on)
    {
        var all = some.ToList();
        return new()
        {
            Count = all.Count,
            Named = [.. all.Take(MostNamed).Select(m => new Person { Id = m.Id, FirstName = m.FirstName, LastName = m.LastName, Covering = m.Covering, ReferredAt = m.ReferredAt, On = on(m) })],
        };
    }

    private sealed record Plan(DateOnly ReviewOn, bool Signed);

    // Who is ready has a complete profile, so theirs is not read.
    private sealed record Glance(
        MenteeId Id, string FirstName, string LastName, bool Covering, DateTimeOffset ReferredAt, MenteeStage Stage, DateOnly? ConsentUntil, DateOnly? ReadyUntil, Profile? Profile, Plan? Plan);
}
