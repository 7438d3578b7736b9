using System.Globalization;

namespace Mentoring.Browser.Tests.Year;

/// <summary>
/// A year of a programme of the size of a region, written straight into the services' databases: 600 young people, 300 mentors, 500 matches and 10,000 sessions
/// with their check-ins, reviews, words and goals. Everybody is copied from a real mentor, a real young person and a real match that came through the APIs, so
/// that every row is one that the services could have written. 40 of the young people are in the caseworker's caseload; the real young person has a session
/// a week.
/// </summary>
internal static class History
{
    /// <summary>Young people, beside the real one.</summary>
    public const int Mentees = 600;

    /// <summary>Mentors, beside the real one.</summary>
    public const int Mentors = 300;

    /// <summary>Matches, beside the real one.</summary>
    public const int Matches = 500;

    /// <summary>Sessions of each of them.</summary>
    public const int Each = 20;

    /// <summary>Writes it.</summary>
    /// <param name="system">The services.</param>
    /// <param name="caseworker">The caseworker's account.</param>
    /// <param name="mentee">The real young person.</param>
    /// <param name="mentor">The real mentor.</param>
    /// <param name="match">The real match.</param>
    public static async Task Write(WholeSystem system, Guid caseworker, Guid mentee, Guid mentor, Guid match)
    {
        // The n-th match is of the n-th young person and one of the mentors; it began when the tenth or so of a year had passed, and every third of the older ones is over.
        var life = string.Create(CultureInfo.InvariantCulture, $"""
            with life as materialized (
                select n, md5('match' || n)::uuid as id, md5('mentee' || n)::uuid as mentee, md5('mentor' || (n - 1) % {Mentors})::uuid as mentor, 1 + (n - 1) / {Mentors} as place,
                    date_trunc('day', now()) - interval '1 day' * (25 + (n * 37) % 335) as began, n % 3 = 0 and (n * 37) % 335 > 120 as is_over,
                    case when n <= 40 then '{caseworker}'::uuid else md5('caseworker' || n % 14)::uuid end as caseworker
                from generate_series(1, {Matches}) as n)
            """);
        string[] mentees =
        [
            $"""
            insert into mentees select r.* from mentees b, generate_series(1, {Mentees}) as n, lateral jsonb_populate_record(b, jsonb_build_object('id', md5('mentee' || n)::uuid,
                'caseworker', case when n <= 40 then '{caseworker}'::uuid else md5('caseworker' || n % 14)::uuid end, 'email', 'mentee' || n || '@people.example', 'referred_at', now() - interval '1 day' * (60 + (n * 37) % 335))) as r where b.id = '{mentee}'
            """,
            .. new[] { ("consents", "mentee_id"), ("risk_assessments", "mentee_id"), ("moments", "mentee") }.Select(t =>
                $"insert into {t.Item1} select r.* from {t.Item1} b, generate_series(1, {Mentees}) as n, lateral jsonb_populate_record(b, jsonb_build_object('{t.Item2}', md5('mentee' || n)::uuid)) as r where b.{t.Item2} = '{mentee}'"),
            "update moments set at = m.referred_at + interval '1 day' * (5 + moments.number) from mentees m where m.id = moments.mentee and m.email like 'mentee%'",
        ];
        string[] mentors =
        [
            $"insert into mentors select r.* from mentors b, generate_series(0, {Mentors - 1}) as n, lateral jsonb_populate_record(b, jsonb_build_object('id', md5('mentor' || n)::uuid, 'email', 'mentor' || n || '@people.example')) as r where b.id = '{mentor}'",
            $"insert into checks select r.* from checks b, generate_series(0, {Mentors - 1}) as n, lateral jsonb_populate_record(b, jsonb_build_object('mentor_id', md5('mentor' || n)::uuid)) as r where b.mentor_id = '{mentor}'",
        ];
        string[] matching =
        [
            $"insert into mentor_copies select r.* from mentor_copies b, generate_series(0, {Mentors - 1}) as n, lateral jsonb_populate_record(b, jsonb_build_object('id', md5('mentor' || n)::uuid)) as r where b.id = '{mentor}'",
            $"""
            insert into mentee_copies select r.* from mentee_copies b, generate_series(1, {Mentees}) as n, lateral jsonb_populate_record(b, jsonb_build_object('id', md5('mentee' || n)::uuid,
                'caseworker', case when n <= 40 then '{caseworker}'::uuid else md5('caseworker' || n % 14)::uuid end, 'referred_on', current_date - (60 + (n * 37) % 335))) as r where b.id = '{mentee}'
            """,
            $"""
            {life}
            insert into matches select r.* from matches b, life, lateral jsonb_populate_record(b, jsonb_build_object('id', life.id, 'mentee_id', mentee, 'mentor_id', mentor, 'place', life.place,
                'offered_at', began - interval '20 days', 'agreed_by_mentee_at', began - interval '16 days', 'agreed_by_mentor_at', began - interval '12 days', 'approved_at', began - interval '9 days', 'active_at', began,
                'state', case when is_over then 'Ended' else 'Active' end, 'ending_at', case when is_over then began + interval '80 days' end, 'over_at', case when is_over then began + interval '100 days' end,
                'ending_kind', case when is_over then case n % 2 when 0 then 'Planned' else 'Early' end end,
                'ending_cause', case when is_over and n % 2 = 1 then (array['TimeOrDistance', 'DidNotFit', 'FadedAway', 'LifeChanged', 'NotSaid'])[1 + n % 5] end,
                'closing_owed', is_over, 'closing_due_on', case when is_over then current_date end)) as r where b.id = '{match}'
            """,
            $"update matches set offered_at = now() - interval '380 days', approved_at = now() - interval '370 days', active_at = now() - interval '360 days' where id = '{match}'",
        ];
        const string Spoken = "activity, safety, quality, recorded_at) select gen_random_uuid()";
        string[] session =
        [
            $"insert into mentors select r.* from mentors b, generate_series(0, {Mentors - 1}) as n, lateral jsonb_populate_record(b, jsonb_build_object('id', md5('mentor' || n)::uuid, 'partner_id', case when n % 9 > 0 then md5('partner' || n % 9)::uuid end)) as r where b.id = '{mentor}'",
            $"""
            insert into mentees select r.* from mentees b, generate_series(1, {Mentees}) as n, lateral jsonb_populate_record(b, jsonb_build_object('id', md5('mentee' || n)::uuid,
                'caseworker_id', case when n <= 40 then '{caseworker}'::uuid else md5('caseworker' || n % 14)::uuid end, 'referred_at', now() - interval '1 day' * (60 + (n * 37) % 335))) as r where b.id = '{mentee}'
            """,
            $"{life} insert into matches (id, mentee_id, mentor_id, state, state_at, activated_at) select id, mentee, mentor, case when is_over then 'Ended' else 'Active' end, case when is_over then began + interval '100 days' else began end, began from life",
            $"update matches set activated_at = now() - interval '360 days' where id = '{match}'",
            $"""
            {life}, times as (
                select id, mentee, mentor, began + k * (case when is_over then interval '80 days' else now() - interval '1 day' - began end) / {Each} as day, place from life, generate_series(0, {Each - 1}) as k
                union all select '{match}', '{mentee}', '{mentor}', date_trunc('day', now()) - k * interval '7 days', 3 from generate_series(1, 50) as k),
            held as (select *, date_trunc('day', day) + interval '6 hours' * place as at from times)
            insert into sessions (id, match_id, mentee_id, mentor_id, starts_at, ends_at, held_from, held_until, how, state, booked_by, booked_at, planned_at, changed_at, sequence, closed_at, mentee_says_held, mentor_says_held)
            select gen_random_uuid(), id, mentee, mentor, at, at + interval '1 hour', at, at + interval '1 hour', 'Phone', case when hashtext(id::text || at) % 12 = 0 then 'Missed' else 'Held' end, 'Mentee', at - interval '5 days', at - interval '5 days', at, 0, at, true, true
            from (select distinct on (id, at) * from held) as once
            """,
            """
            insert into pulses (session_id, "by", match_id, mentee_id, mentor_id, how, safe, said_at)
            select s.id, who, s.match_id, s.mentee_id, s.mentor_id, (array['Great', 'Good', 'Good', 'Okay', 'NotSoGood'])[1 + abs(hashtext(s.id::text || who)) % 5], case when hashtext(s.id::text || who) % 400 = 0 then 'Unsure' else 'Safe' end, s.ends_at
            from sessions s, unnest(array['Mentee', 'Mentor']) as who where s.state = 'Held'
            """,
            """
            insert into worries (id, match_id, mentee_id, mentor_id, session_id, "by", said_at)
            select gen_random_uuid(), match_id, mentee_id, mentor_id, session_id, "by", said_at from pulses where safe <> 'Safe'
            """,
            """
            insert into reflections (id, match_id, mentee_id, mentor_id, author, session_id, what, so_what, now_what, started_at, changed_at, finished_at)
            select gen_random_uuid(), match_id, mentee_id, mentor_id, 'Mentee', id, 'We talked about the week.', 'It felt lighter.', 'I will ring them.', ends_at, ends_at, ends_at from sessions where state = 'Held' and hashtext(id::text) % 2 = 0
            """,
            $"""
            insert into check_ins (id, match_id, mentee_id, mentor_id, "with", "by", held_on, how, {Spoken}, m.id, m.mentee_id, m.mentor_id, side, '{caseworker}', (m.activated_at + k * interval '30 days')::date, 'Phone', 'AsPlanned', 'Safe', 'Good', m.activated_at + k * interval '30 days'
            from matches m, unnest(array['Mentee', 'Mentor']) as side, generate_series(1, 11) as k
            where m.activated_at + k * interval '30 days' < case when m.state = 'Ended' then m.state_at else now() end
            """,
            """
            insert into goals (id, mentee_id, area, words, state, place, set_at) select md5('goal' || m.mentee_id || k)::uuid, m.mentee_id, 'work', 'Find work.', 'Open', k, m.activated_at from matches m, generate_series(1, 2) as k
            """,
            """
            insert into goal_ratings (goal_id, "on", score, at)
            select g.id, (g.set_at + k * interval '20 days')::date, least(10, greatest(0, 2 + k + hashtext(g.id::text || k) % 3)), g.set_at + k * interval '20 days' from goals g, generate_series(0, 6) as k where g.set_at + k * interval '20 days' < now()
            """,
        ];
        foreach (var (service, statements) in new[] { ("mentee", mentees), ("mentor", mentors), ("matching", matching), ("session", session) })
        {
            foreach (var statement in statements) await system.Run(service, statement);
            await system.Run(service, "vacuum analyze");
        }
    }
}
