using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>How the programme's matches stay in touch, what became of goals, and what partners gave.</summary>
public static class SeeProgramme
{
    /// <summary>The figures.</summary>
    public sealed record Answer
    {
        /// <summary>Contact, month by month, the earliest first; a first or last month that is not whole counts for its days.</summary>
        public required IReadOnlyList<Month> Months { get; init; }

        /// <summary>What became of goals.</summary>
        public required GoalChange Goals { get; init; }

        /// <summary>The hours given, the most first; each partner once, and independent volunteers together.</summary>
        public required IReadOnlyList<Given> Hours { get; init; }
    }

    /// <summary>A month of contact.</summary>
    public sealed record Month
    {
        /// <summary>The first day of the month, in London.</summary>
        /// <example>2026-11-01</example>
        public required DateOnly From { get; init; }

        /// <summary>How many matches were going on in it.</summary>
        /// <example>120</example>
        public required int GoingOn { get; init; }

        /// <summary>How many of those had contact in every fortnight: none of the month's days was the 14th or later without a session held, a check-in or a review.</summary>
        /// <example>109</example>
        public required int InTouch { get; init; }

        /// <summary>How many sessions were held.</summary>
        /// <example>231</example>
        public required int Sessions { get; init; }

        /// <summary>How many check-ins caseworkers held.</summary>
        /// <example>98</example>
        public required int CheckIns { get; init; }
    }

    /// <summary>
    /// What became of goals that were rated at least twice, the last time in these days: from the first rating to the last, 0 to 10 (goal-based outcomes, Law
    /// and Jacob 2015). A young person counts once, with the mean of their goals, because goals of one person move together.
    /// </summary>
    public sealed record GoalChange
    {
        /// <summary>How many young people.</summary>
        /// <example>46</example>
        public required int YoungPeople { get; init; }

        /// <summary>How many goals they have among them.</summary>
        /// <example>83</example>
        public required int Goals { get; init; }

        /// <summary>The mean of the first ratings; null of nobody.</summary>
        /// <example>3.2</example>
        public required double? First { get; init; }

        /// <summary>The mean of the last ratings; null of nobody.</summary>
        /// <example>5.6</example>
        public required double? Last { get; init; }

        /// <summary>The mean change with its uncertainty; null of nobody.</summary>
        public required MeanChange? Change { get; init; }

        /// <summary>How many young people are nearer to their goals than at first.</summary>
        /// <example>35</example>
        public required int Nearer { get; init; }

        /// <summary>How many are where they were.</summary>
        /// <example>6</example>
        public required int Same { get; init; }

        /// <summary>How many are further away.</summary>
        /// <example>5</example>
        public required int Further { get; init; }
    }

    /// <summary>What mentors of one partner gave.</summary>
    public sealed record Given
    {
        /// <summary>The partner; null for independent volunteers.</summary>
        public required PartnerId? PartnerId { get; init; }

        /// <summary>The hours of the sessions held that started in these days.</summary>
        /// <example>140.25</example>
        public required decimal Hours { get; init; }

        /// <summary>How many mentors gave them.</summary>
        /// <example>12</example>
        public required int Mentors { get; init; }

        /// <summary>How many young people they met. In full, for staff: nothing to pass on to a partner below ten.</summary>
        /// <example>14</example>
        public required int YoungPeople { get; init; }
    }

    private sealed record ContactRow(DateTimeOffset Began, DateTimeOffset? Ended, DateTimeOffset[] Held, DateOnly[] Spoken, DateOnly[] Reviewed);

    private sealed record GoalRow(int People, int Goals, double? First, double? Last, double? Change, double? Deviation, int Nearer, int Same, int Further);

    private sealed record HourRow(Guid? Partner, decimal Hours, int Mentors, int People);

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/programme/sessions", Handle)
        .WithName(nameof(SeeProgramme))
        .WithSummary("How matches stay in touch, what became of goals, and the hours given by partner.")
        .WithDescription("Counts over the whole programme, nobody's name and nobody's words.")
        .Refuses(400)
        .For(Roles.Caseworker, Roles.Administrator);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] ProgrammeQuery query, Caller caller, SessionDb db, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken cancel)
    {
        if (query.WhatIsWrong is { } wrong) return Problems.Invalid(wrong);
        var today = clock.Today();

        // Contact takes as long as the others together, so it is added up beside them, on a connection of its own.
        var months = ContactIn(scopes, query, caller, today, cancel);
        var goals = await GoalsIn(db, query, caller, today, cancel);
        var hours = await HoursIn(db, query, caller, today, cancel);
        return TypedResults.Ok(new Answer { Months = await months, Goals = goals, Hours = hours });
    }

    private static async Task<IReadOnlyList<Month>> ContactIn(IServiceScopeFactory scopes, ProgrammeQuery query, Caller caller, DateOnly today, CancellationToken cancel)
    {
        var (first, last, me) = (query.From, query.Until(today), query.Of(caller));
        if (last < first) return [];
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        var end = London.StartOf(last.AddDays(1));
        var rows = await db.Database.SqlQuery<ContactRow>(
            $"""
            select m.activated_at as "Began", case when m.state = 'Ended' and m.state_at < {end} then m.state_at end as "Ended",
                array(select s.starts_at from sessions s where s.match_id = m.id and s.state = 'Held' and s.starts_at < {end}) as "Held",
                array(select k.held_on from check_ins k where k.match_id = m.id and k.held_on <= {last}) as "Spoken",
                array(select r.held_on from reviews r where r.match_id = m.id and r.held_on <= {last}) as "Reviewed"
            from matches m left join mentees y on y.id = m.mentee_id
            where m.activated_at < {end} and (m.state <> 'Ended' or m.state_at >= {query.Start})
                and ({query.ReferredFrom}::date is null or (y.referred_at at time zone 'Europe/London')::date >= {query.ReferredFrom})
                and ({query.ReferredTo}::date is null or (y.referred_at at time zone 'Europe/London')::date <= {query.ReferredTo})
                and ({me}::uuid is null or y.caseworker_id = {me}
                    or exists (select 1 from covers c where c.id = y.caseworker_id and c.cover_id = {me} and c.first <= {today} and {today} <= c.last))
            """).ToArrayAsync(cancel);

        // The dates are worked out here: the database takes five times as long for them.
        var held = rows.Select(r => Array.ConvertAll(r.Held, London.DateAt)).ToArray();
        var kept = ContactKept.ByMonth([.. rows.Zip(held, (r, days) => new ContactDays(London.DateAt(r.Began), r.Ended is { } at ? London.DateAt(at) : null, [.. days, .. r.Spoken, .. r.Reviewed]))], first, last);
        var sessions = CountByMonth(held.SelectMany(days => days));
        var checkIns = CountByMonth(rows.SelectMany(r => r.Spoken));
        return
        [
            .. kept.Select((month, i) => new Month
            {
                From = new DateOnly(first.Year, first.Month, 1).AddMonths(i),
                GoingOn = month.GoingOn,
                InTouch = month.GoingOn - month.Quiet,
                Sessions = sessions.GetValueOrDefault(i),
                CheckIns = checkIns.GetValueOrDefault(i),
            }),
        ];

        Dictionary<int, int> CountByMonth(IEnumerable<DateOnly> days) => days.Where(day => day >= first).CountBy(day => ContactKept.MonthOf(day, first)).ToDictionary();
    }

    private static async Task<GoalChange> GoalsIn(SessionDb db, ProgrammeQuery query, Caller caller, DateOnly today, CancellationToken cancel)
    {
        var me = query.Of(caller);
        var rows = await db.Database.SqlQuery<GoalRow>(
            $"""
            with rated as (
                select g.mentee_id, f.score as first, l.score as last
                from goals g left join mentees y on y.id = g.mentee_id
                    cross join lateral (select r."on", r.score from goal_ratings r where r.goal_id = g.id and r."on" <= {query.To} order by r."on" limit 1) f
                    cross join lateral (select r."on", r.score from goal_ratings r where r.goal_id = g.id and r."on" <= {query.To} order by r."on" desc limit 1) l
                where l."on" > f."on" and l."on" >= {query.From}
                    and ({query.ReferredFrom}::date is null or (y.referred_at at time zone 'Europe/London')::date >= {query.ReferredFrom})
                    and ({query.ReferredTo}::date is null or (y.referred_at at time zone 'Europe/London')::date <= {query.ReferredTo})
                    and ({me}::uuid is null or y.caseworker_id = {me}
                        or exists (select 1 from covers c where c.id = y.caseworker_id and c.cover_id = {me} and c.first <= {today} and {today} <= c.last))),
            people as (
                select avg(first) as first, avg(last) as last, avg(last - first) as change, count(*) as goals from rated group by mentee_id)
            select count(*)::int as people, coalesce(sum(goals), 0)::int as goals, avg(first)::float8 as first, avg(last)::float8 as last,
                avg(change)::float8 as change, stddev_samp(change)::float8 as deviation,
                (count(*) filter (where change > 0))::int as nearer, (count(*) filter (where change = 0))::int as same, (count(*) filter (where change < 0))::int as further
            from people
            """).ToArrayAsync(cancel);
        var row = rows.Single();
        return new()
        {
            YoungPeople = row.People,
            Goals = row.Goals,
            First = row.First,
            Last = row.Last,
            Change = row.Change is { } mean ? MeanChange.Of(row.People, mean, row.Deviation) : null,
            Nearer = row.Nearer,
            Same = row.Same,
            Further = row.Further,
        };
    }

    private static async Task<IReadOnlyList<Given>> HoursIn(SessionDb db, ProgrammeQuery query, Caller caller, DateOnly today, CancellationToken cancel)
    {
        var me = query.Of(caller);
        var rows = await db.Database.SqlQuery<HourRow>(
            $"""
            select p.partner_id as partner, (extract(epoch from sum(s.given)) / 3600)::numeric(12, 2) as hours, count(distinct s.mentor_id)::int as mentors, count(distinct s.mentee_id)::int as people
            from (
                select mentor_id, mentee_id, sum(ends_at - starts_at) as given from sessions
                where state = 'Held' and starts_at >= {query.Start} and starts_at < {query.End} group by mentor_id, mentee_id) s
            left join mentors p on p.id = s.mentor_id left join mentees y on y.id = s.mentee_id
            where ({query.ReferredFrom}::date is null or (y.referred_at at time zone 'Europe/London')::date >= {query.ReferredFrom})
                and ({query.ReferredTo}::date is null or (y.referred_at at time zone 'Europe/London')::date <= {query.ReferredTo})
                and ({me}::uuid is null or y.caseworker_id = {me}
                    or exists (select 1 from covers c where c.id = y.caseworker_id and c.cover_id = {me} and c.first <= {today} and {today} <= c.last))
            group by 1 order by 2 desc, 1
            """).ToArrayAsync(cancel);
        return [.. rows.Select(r => new Given { PartnerId = r.Partner is { } id ? new(id) : null, Hours = r.Hours, Mentors = r.Mentors, YoungPeople = r.People })];
    }
}
