using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>How long young people wait until they are ready to be matched: the programme's own part of the wait.</summary>
public static class SeeProgramme
{
    /// <summary>The figures.</summary>
    public sealed record Answer
    {
        /// <summary>How many young people were referred in these days.</summary>
        /// <example>64</example>
        public required int Referred { get; init; }

        /// <summary>How many of them asked for a mentor themselves.</summary>
        /// <example>11</example>
        public required int ReferredThemselves { get; init; }

        /// <summary>From the referral until everything was there for the first time, of those for whom that was in these days.</summary>
        public required Waits ToReady { get; init; }

        /// <summary>How long those have waited who were not ready yet at the end of these days and had not left.</summary>
        public required Waits NotReadyYet { get; init; }
    }

    private sealed record Row(string What, int Days, int Count);

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/programme/referrals", Handle)
        .For(Roles.Caseworker, Roles.Administrator)
        .WithSummary("How long young people wait until they are ready")
        .WithDescription("Counts and days over the whole programme, nobody's name. Times are of those who got there; those who still wait are told apart, so that long waits are not lost.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle([AsParameters] ProgrammeQuery query, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (query.WhatIsWrong is { } wrong) return Problems.Invalid(wrong);
        var today = clock.Today();
        var (start, end, last, me) = (query.Start, query.End, query.Until(today), query.Of(caller));
        var lastEnds = London.StartOf(last.AddDays(1));
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            with chosen as (
                select m.referred_at, m.left_at, m.referred_themselves, r.ready_at, (m.referred_at at time zone 'Europe/London')::date as referred_on
                from mentees m left join (select mentee, min(at) as ready_at from moments where what = 'BecameReady' group by mentee) r on r.mentee = m.id
                where ({query.ReferredFrom}::date is null or (m.referred_at at time zone 'Europe/London')::date >= {query.ReferredFrom})
                    and ({query.ReferredTo}::date is null or (m.referred_at at time zone 'Europe/London')::date <= {query.ReferredTo})
                    and ({me}::uuid is null or m.caseworker = {me}
                        or exists (select 1 from covers c where c.caseworker = m.caseworker and c.cover_id = {me} and c.first <= {today} and {today} <= c.last)))
            select 'referred' as what, 0 as days, count(*)::int as count from chosen where referred_at >= {start} and referred_at < {end}
            union all
            select 'themselves', 0, count(*)::int from chosen where referred_at >= {start} and referred_at < {end} and referred_themselves
            union all
            select 'ready', (ready_at at time zone 'Europe/London')::date - referred_on, count(*)::int from chosen where ready_at >= {start} and ready_at < {end} group by 2
            union all
            select 'waiting', {last} - referred_on, count(*)::int from chosen
            where referred_at < {lastEnds} and (ready_at is null or ready_at >= {lastEnds}) and (left_at is null or left_at >= {lastEnds}) group by 2
            """).ToArrayAsync(cancel);
        return TypedResults.Ok(new Answer
        {
            Referred = rows.Single(r => r.What == "referred").Count,
            ReferredThemselves = rows.Single(r => r.What == "themselves").Count,
            ToReady = Waited("ready"),
            NotReadyYet = Waited("waiting"),
        });

        Waits Waited(string what) => Waits.Of(rows.Where(r => r.What == what).Select(r => (r.Days, r.Count)));
    }
}
