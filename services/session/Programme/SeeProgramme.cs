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

    private sealed record MonthRow(DateOnly From, int GoingOn, int Quiet, int Sessions, int CheckIns);

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
        await using var beside = scopes.CreateAsyncScope();
        var months = ContactIn(beside.ServiceProvider.GetRequiredService<SessionDb>(), query, caller, today, cancel);
        var goals = await GoalsIn(db, query, caller, today, cancel);
        var hours = await HoursIn(db, query, caller, today, cancel);
        return TypedResults.Ok(new Answer { Months = await months, Goals = goals, Hours = hours });
    }

    // A match is quiet from so many days after a contact (Contact.IsQuiet) until the day before the next, or its end, or the last day looked at.
    private static async Task<IReadOnlyList<Month>> ContactIn(SessionDb db, ProgrammeQuery query, Caller caller, DateOnly today, CancellationToken cancel)
    {
        var (first, last, me) = (query.From, query.Until(today), query.Of(caller));
        if (last < first) return [];
        var (start, end) = (query.Start, London.StartOf(last.AddDays(1)));

        // Each month's days within those asked for; not made by the database, which would think of a thousand months and plan for them.
        var months = Enumerable.Range(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1).Select(new DateOnly(first.Year, first.Month, 1).AddMonths).ToArray();
        DateOnly[] firsts = [.. months.Select(m => m < first ? first : m)];
        DateOnly[] lasts = [.. months.Select(m => m.AddMonths(1).AddDays(-1)).Select(d => d > last ? last : d)];
        var rows = await db.Database.SqlQuery<MonthRow>(
            $"""
            with chosen as materialized (
                select m.id, row_number() over ()::int as n, (m.activated_at at time zone 'Europe/London')::date as began,
                    case when m.state = 'Ended' and m.state_at < {end} then (m.state_at at time zone 'Europe/London')::date else {last} end as ended
                from matches m left join mentees y on y.id = m.mentee_id
                where m.activated_at < {end} and (m.state <> 'Ended' or m.state_at >= {start})
                    and ({query.ReferredFrom}::date is null or (y.referred_at at time zone 'Europe/London')::date >= {query.ReferredFrom})
                    and ({query.ReferredTo}::date is null or (y.referred_at at time zone 'Europe/London')::date <= {query.ReferredTo})
                    and ({me}::uuid is null or y.caseworker_id = {me}
                        or exists (select 1 from covers c where c.id = y.caseworker_id and c.cover_id = {me} and c.first <= {today} and {today} <= c.last))),
            held as materialized (
                select chosen.n, (s.starts_at at time zone 'Europe/London')::date as day from sessions s join chosen on chosen.id = s.match_id where s.state = 'Held' and s.starts_at < {end}),
            spoken as materialized (
                select chosen.n, k.held_on as day from check_ins k join chosen on chosen.id = k.match_id where k.held_on <= {last}),
            contacts as (
                select n, began as day from chosen
                union select * from held
                union select * from spoken
                union select chosen.n, r.held_on from reviews r join chosen on chosen.id = r.match_id where r.held_on <= {last}),
            gaps as (
                select n, day, lead(day) over (partition by n order by day) as next from contacts),
            quiet as materialized (
                select g.n, g.day + {Contact.QuietAfter} as first, least(coalesce(g.next - 1, c.ended), c.ended) as last
                from gaps g join chosen c on c.n = g.n
                where g.day + {Contact.QuietAfter} <= least(coalesce(g.next - 1, c.ended), c.ended)),
            months as (select * from unnest({firsts}, {lasts}) as month (first, last)),
            held_in as (select greatest(date_trunc('month', day)::date, {first}) as first, count(*)::int as count from held where day >= {first} group by 1),
            spoken_in as (select greatest(date_trunc('month', day)::date, {first}) as first, count(*)::int as count from spoken where day >= {first} group by 1)
            select months.first as "From",
                (select count(*)::int from chosen c where c.began <= months.last and c.ended >= months.first) as "GoingOn",
                (select count(distinct q.n)::int from quiet q where q.first <= months.last and q.last >= months.first) as "Quiet",
                coalesce(held_in.count, 0) as "Sessions", coalesce(spoken_in.count, 0) as "CheckIns"
            from months left join held_in using (first) left join spoken_in using (first) order by 1
            """).ToArrayAsync(cancel);
        return [.. rows.Select(r => new Month { From = new(r.From.Year, r.From.Month, 1), GoingOn = r.GoingOn, InTouch = r.GoingOn - r.Quiet, Sessions = r.Sessions, CheckIns = r.CheckIns })];
    }

    private static async Task<GoalChange> GoalsIn(SessionDb db, ProgrammeQuery query, Caller caller, DateOnly today, CancellationToken cancel)
    {
        var me = query.Of(caller);
        var rows = await db.Database.SqlQuery<GoalRow>(
            $"""
            with ends as (
                select r.goal_id, min(r."on") as first, max(r."on") as last from goal_ratings r where r."on" <= {query.To}
                group by r.goal_id having count(*) > 1 and max(r."on") >= {query.From}),
            rated as (
                select g.mentee_id, f.score as first, l.score as last
                from ends join goals g on g.id = ends.goal_id left join mentees y on y.id = g.mentee_id
                    join goal_ratings f on f.goal_id = ends.goal_id and f."on" = ends.first join goal_ratings l on l.goal_id = ends.goal_id and l."on" = ends.last
                where ({query.ReferredFrom}::date is null or (y.referred_at at time zone 'Europe/London')::date >= {query.ReferredFrom})
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
            select p.partner_id as partner, sum(s.hours)::numeric(12, 2) as hours, count(distinct s.mentor_id)::int as mentors, count(distinct s.mentee_id)::int as people
            from (
                select mentor_id, mentee_id, sum(extract(epoch from ends_at - starts_at)) / 3600 as hours from sessions
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
