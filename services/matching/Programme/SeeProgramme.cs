using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>How the programme's matches come about, where they stand and how they end.</summary>
public static class SeeProgramme
{
    /// <summary>An ending within so many months of the first meeting is told apart: very short matches do harm (Grossman and Rhodes 2002).</summary>
    public const int SoonMonths = 3;

    /// <summary>The figures.</summary>
    public sealed record Answer
    {
        /// <summary>From the referral to the first offer, of young people whose first offer was made in these days.</summary>
        public required Waits ToOffer { get; init; }

        /// <summary>From the offer to the approval, of matches approved in these days.</summary>
        public required Waits ToApproval { get; init; }

        /// <summary>From the approval to the first meeting, of matches that began in these days.</summary>
        public required Waits ToMeeting { get; init; }

        /// <summary>From the referral to the first meeting with a first mentor, of young people for whom that was in these days.</summary>
        public required Waits InAll { get; init; }

        /// <summary>How long those have waited since their referral who are ready today and have neither an offer nor a mentor, and never had one.</summary>
        public required Waits StillWaiting { get; init; }

        /// <summary>Open matches as they stood at the end of these days, by stage and by how long they had run; only what there is.</summary>
        public required IReadOnlyList<Standing> Matches { get; init; }

        /// <summary>Matches that ended in these days after their approval; only what there is.</summary>
        public required IReadOnlyList<Ending> Endings { get; init; }
    }

    /// <summary>Some open matches.</summary>
    public sealed record Standing
    {
        /// <summary>Where they stood.</summary>
        public required MatchState State { get; init; }

        /// <summary>How long they had run.</summary>
        public required MatchAge Age { get; init; }

        /// <summary>How many.</summary>
        /// <example>14</example>
        public required int Count { get; init; }
    }

    /// <summary>Some matches that ended.</summary>
    public sealed record Ending
    {
        /// <summary>How.</summary>
        public required EndingKind Kind { get; init; }

        /// <summary>Why, where it was not planned; null where nobody was asked.</summary>
        public required EndingCause? Cause { get; init; }

        /// <summary>When.</summary>
        public required EndingMoment Moment { get; init; }

        /// <summary>How many.</summary>
        /// <example>3</example>
        public required int Count { get; init; }
    }

    /// <summary>How far a match was when it ended.</summary>
    public enum EndingMoment
    {
        /// <summary>The two had not met.</summary>
        BeforeMeeting,

        /// <summary>Less than three months after the first meeting.</summary>
        Soon,

        /// <summary>Later.</summary>
        Later,
    }

    private sealed record Row(string What, string? A, string? B, int Number, int Count);

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/programme/matches", Handle)
        .WithSummary("See how matches come about, stand and end")
        .WithDescription("Counts and days over the whole programme, nobody's name. Stages are as they were at the end of the days asked for, read from when each step was taken.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .For(Roles.Caseworker, Roles.Administrator);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle([AsParameters] ProgrammeQuery query, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (query.WhatIsWrong is { } wrong) return Problems.Invalid(wrong);
        var rows = await Read(query, caller, db, clock.Today(), cancel);
        return TypedResults.Ok(new Answer
        {
            ToOffer = Waited("offer"),
            ToApproval = Waited("approval"),
            ToMeeting = Waited("meeting"),
            InAll = Waited("all"),
            StillWaiting = Waited("waiting"),
            Matches = [.. rows.Where(r => r.What == "stage").Select(r => new Standing { State = Enum.Parse<MatchState>(r.A!), Age = MatchAges.Of(r.Number), Count = r.Count }).OrderBy(s => s.State).ThenBy(s => s.Age)],
            Endings =
            [
                .. rows.Where(r => r.What == "ending").Select(r => new Ending
                {
                    Kind = Enum.Parse<EndingKind>(r.A!),
                    Cause = r.B is null ? null : Enum.Parse<EndingCause>(r.B),
                    Moment = (EndingMoment)r.Number,
                    Count = r.Count,
                }).OrderBy(e => e.Kind).ThenBy(e => e.Cause).ThenBy(e => e.Moment),
            ],
        });

        Waits Waited(string what) => Waits.Of(rows.Where(r => r.What == what).Select(r => (r.Number, r.Count)));
    }

    // One question, counted by the database: a wait by its days, a stage by the bands, an ending by its cause.
    private static Task<Row[]> Read(ProgrammeQuery query, Caller caller, MatchingDb db, DateOnly today, CancellationToken cancel)
    {
        var (start, end, last, me) = (query.Start, query.End, query.Until(today), query.Of(caller));
        var (lastEnds, thresholds) = (London.StartOf(last.AddDays(1)), MatchAges.Thresholds(last));
        return db.Database.SqlQuery<Row>(
            $"""
            with people as materialized (
                select m.id, m.referred_on, m.standing = 'Ready' and m.ready_until >= {today} as is_ready
                from mentee_copies m
                where ({query.ReferredFrom}::date is null or m.referred_on >= {query.ReferredFrom}) and ({query.ReferredTo}::date is null or m.referred_on <= {query.ReferredTo})
                    and ({me}::uuid is null or m.caseworker = {me}
                        or exists (select 1 from covers c where c.id = m.caseworker and c.covered_by = {me} and c.first <= {today} and {today} <= c.last))),
            chosen as materialized (
                select m.mentee_id, p.referred_on, m.state, m.offered_at, m.agreed_by_mentee_at, m.agreed_by_mentor_at, m.approved_at, m.active_at, m.ending_at, m.over_at, m.ending_kind, m.ending_cause
                from matches m join people p on p.id = m.mentee_id where m.offered_at < {end}),
            firsts as (select mentee_id, referred_on, min(offered_at) as offered_at, min(active_at) as active_at from chosen where referred_on is not null group by mentee_id, referred_on)
            select 'offer' as what, null as a, null as b, (offered_at at time zone 'Europe/London')::date - referred_on as number, count(*)::int as count
            from firsts where offered_at >= {start} group by 4
            union all
            select 'all', null, null, (active_at at time zone 'Europe/London')::date - referred_on, count(*)::int
            from firsts where active_at >= {start} and active_at < {end} group by 4
            union all
            select 'approval', null, null, (approved_at at time zone 'Europe/London')::date - (offered_at at time zone 'Europe/London')::date, count(*)::int
            from chosen where approved_at >= {start} and approved_at < {end} group by 4
            union all
            select 'meeting', null, null, (active_at at time zone 'Europe/London')::date - (approved_at at time zone 'Europe/London')::date, count(*)::int
            from chosen where active_at >= {start} and active_at < {end} group by 4
            union all
            select 'waiting', null, null, {today} - referred_on, count(*)::int
            from people p where is_ready and referred_on is not null
                and not exists (select 1 from matches m where m.mentee_id = p.id and (m.active_at is not null or m.state in ('Offered', 'AgreedByMentee', 'AgreedByMentor', 'Approved')))
            group by 4
            union all
            select 'stage',
                case when ending_at < {lastEnds} then 'Ending' when active_at < {lastEnds} then 'Active' when approved_at < {lastEnds} then 'Approved'
                    when agreed_by_mentor_at < {lastEnds} then 'AgreedByMentor' when agreed_by_mentee_at < {lastEnds} then 'AgreedByMentee' else 'Offered' end,
                null, width_bucket((case when active_at < {lastEnds} then active_at else offered_at end at time zone 'Europe/London')::date, {thresholds}), count(*)::int
            from chosen where offered_at < {lastEnds} and (over_at is null or over_at >= {lastEnds}) group by 2, 4
            union all
            select 'ending', ending_kind, ending_cause,
                case when active_at is null then 0 when over_at < active_at + make_interval(months => {SoonMonths}) then 1 else 2 end, count(*)::int
            from chosen where state = 'Ended' and over_at >= {start} and over_at < {end} group by 2, 3, 4
            """).ToArrayAsync(cancel);
    }
}
