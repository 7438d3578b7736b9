using System.Globalization;
using System.Net;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

/// <summary>The whole programme in figures. Each test has a caseworker of its own, and looks at theirs alone.</summary>
public sealed class ProgrammeTests(SessionService service)
{
    private readonly CaseworkerId me = CaseworkerId.New();

    private DateOnly Today => London.DateAt(service.Clock.GetUtcNow());

    [Fact]
    public async Task Whatever_happened_contact_is_what_counting_day_by_day_finds()
    {
        var random = new Random(5);
        var histories = new List<(DateOnly Began, DateOnly? Ended, List<DateOnly> Contacts)>();
        for (var i = 0; i < 40; i++)
        {
            var began = Today.AddDays(-random.Next(0, 260));
            DateOnly? ended = random.Next(3) == 0 ? began.AddDays(random.Next(0, Today.DayNumber - began.DayNumber + 1)) : null;
            var match = await Match(began, ended);
            List<DateOnly> contacts = [began];
            for (var day = began.AddDays(random.Next(0, 30)); day <= (ended ?? Today); day = day.AddDays(random.Next(1, random.Next(2, 30))))
            {
                contacts.Add(day);
                if (random.Next(3) == 0) await Spoken(match, day);
                else await Held(match, day);
            }

            histories.Add((began, ended, contacts));
        }

        var from = Today.AddDays(-200);
        var seen = await Read($"?from={Iso(from)}&to={Iso(Today.AddDays(20))}");

        var expected = new List<(DateOnly Month, int GoingOn, int InTouch)>();
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= Today; month = month.AddMonths(1))
        {
            DateOnly[] days = [.. Enumerable.Range(0, 31).Select(month.AddDays).Where(d => d.Month == month.Month && d >= from && d <= Today)];
            var there = histories.Where(h => days.Any(d => h.Began <= d && d <= (h.Ended ?? Today))).ToArray();
            expected.Add((month, there.Length, there.Count(h => !days.Any(d => h.Began <= d && d <= (h.Ended ?? Today) && Contact.IsQuiet(h.Contacts.Where(c => c <= d).Max(), d)))));
        }

        seen.Months.Select(m => (m.From, m.GoingOn, m.InTouch)).ShouldBe(expected);
        seen.Months.Sum(m => m.Sessions + m.CheckIns).ShouldBe(histories.Sum(h => h.Contacts.Skip(1).Count(c => c >= from)));
        expected.ShouldContain(m => m.InTouch < m.GoingOn);
        expected.ShouldContain(m => m.InTouch > 0);
    }

    [Fact]
    public async Task Goals_are_counted_once_a_young_person_with_how_sure_the_mean_is()
    {
        // Changes of 4 and 2, which is 3; of 1; of 0; of -2. One was rated once, one long ago.
        int[][][] people = [[[2, 3, 6], [5, 7]], [[3, 4]], [[5, 9, 5]], [[6, 4]], [[1]]];
        foreach (var goals in people) await Rated(goals, Today.AddDays(-10));
        await Rated([[0, 10]], Today.AddDays(-100));

        var seen = (await Read($"?from={Iso(Today.AddDays(-30))}&to={Iso(Today)}")).Goals;

        (seen.YoungPeople, seen.Goals, seen.Nearer, seen.Same, seen.Further).ShouldBe((4, 5, 2, 1, 1));
        double[] changes = [3, 1, 0, -2];
        var mean = changes.Average();
        var deviation = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / 3);
        var change = seen.Change.ShouldNotBeNull();
        change.Mean.ShouldBe(mean, 0.000001);
        change.Low.ShouldNotBeNull().ShouldBe(mean - (MeanChange.T(3) * deviation / 2), 0.000001);
        seen.First.ShouldNotBeNull().ShouldBe((3.5 + 3 + 5 + 6) / 4, 0.000001);
        seen.Last.ShouldNotBeNull().ShouldBe((6.5 + 4 + 5 + 4) / 4, 0.000001);
    }

    [Fact]
    public async Task Hours_are_given_by_partner_in_the_days_asked_for()
    {
        var partner = PartnerId.New();
        var one = await Match(Today.AddDays(-90), partner: partner);
        var two = await Match(Today.AddDays(-90), partner: partner);
        var alone = await Match(Today.AddDays(-90));
        foreach (var (match, day, minutes) in new[] { (one, -20, 90), (one, -10, 60), (two, -5, 30), (alone, -5, 45), (alone, -60, 60) }) await Held(match, Today.AddDays(day), minutes);

        var seen = (await Read($"?from={Iso(Today.AddDays(-30))}&to={Iso(Today)}")).Hours;

        seen.Select(h => (h.PartnerId, h.Hours, h.Mentors, h.YoungPeople)).ShouldBe([(partner, 3m, 2, 2), (null, 0.75m, 1, 1)]);
        (await Read($"?from={Iso(Today.AddDays(-90))}&to={Iso(Today.AddDays(-40))}")).Hours.ShouldHaveSingleItem().Hours.ShouldBe(1);
    }

    [Fact]
    public async Task A_cohort_is_who_was_referred_in_some_days_and_covered_young_people_are_ones_own_today()
    {
        var early = await Match(Today.AddDays(-60));
        var late = await Match(Today.AddDays(-60));
        await service.TellAndWait(new MenteeReferred { MenteeId = early.Mentee.Value, At = London.StartOf(Today.AddDays(-100)) });
        await service.TellAndWait(new MenteeReferred { MenteeId = late.Mentee.Value, At = London.StartOf(Today.AddDays(-70)).AddHours(23) });
        foreach (var match in new[] { early, late }) await Held(match, Today.AddDays(-3), match == early ? 60 : 90);
        var days = $"?from={Iso(Today.AddDays(-30))}&to={Iso(Today)}";

        async Task<decimal> Hours(string more, CaseworkerId? who = null) => (await Read(days + more, who)).Hours.Sum(h => h.Hours);
        (await Hours(string.Empty)).ShouldBe(2.5m);
        (await Hours($"&referredFrom={Iso(Today.AddDays(-100))}&referredTo={Iso(Today.AddDays(-71))}")).ShouldBe(1);
        (await Hours($"&referredFrom={Iso(Today.AddDays(-70))}")).ShouldBe(1.5m);
        (await Read(days + $"&referredFrom={Iso(Today.AddDays(-70))}")).Months[^1].GoingOn.ShouldBe(1);

        var cover = CaseworkerId.New();
        (await Hours(string.Empty, cover)).ShouldBe(0);
        await service.TellAndWait(new CoverArranged { CaseworkerId = me.Value, CoverId = cover.Value, First = Today, Last = Today, At = service.Clock.GetUtcNow() });
        (await Hours(string.Empty, cover)).ShouldBe(2.5m);
    }

    [Fact]
    public async Task Odd_days_are_told_why()
    {
        foreach (var odd in (string[])["?from=2026-11-02&to=2026-11-01", "?from=1999-01-01&to=2026-11-01", "?from=2026-01-01", "?from=never&to=2026-11-01", "?from=2020-01-01&to=2026-11-01", ""])
            await service.AsCaseworker().Get("/programme/sessions" + odd).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    private Task<SeeProgramme.Answer> Read(string query, CaseworkerId? who = null) => service.AsCaseworker(who ?? me).Get<SeeProgramme.Answer>($"/programme/sessions{query}&mine=true");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Noon(DateOnly day) => London.StartOf(day).AddHours(12);

    private async Task<World> Match(DateOnly began, DateOnly? ended = null, PartnerId? partner = null)
    {
        var world = await World.Of(service, partner: partner, began: Noon(began));
        await service.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (ended is { } day) (await db.HoldMatch(world.Match, default))!.Become(MatchState.Ended, Noon(day));
            (await db.HoldMentee(world.Mentee, default)).GoTo(me, service.Clock.GetUtcNow().AddSeconds(1));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        return world;
    }

    private Task Held(World world, DateOnly day, int minutes = 60) => service.Db(db => db.Database.ExecuteSqlAsync(
        $"""
        insert into sessions (id, match_id, mentee_id, mentor_id, starts_at, ends_at, held_from, held_until, how, state, booked_by, booked_at, planned_at, changed_at, sequence, closed_at)
        select {Guid.CreateVersion7()}, {world.Match.Value}, {world.Mentee.Value}, {world.Mentor.Value}, s, s + {minutes} * interval '1 minute', s, s + {minutes} * interval '1 minute', 'Phone', 'Held', 'Mentee', s, s, s, 0, s
        from (select {Noon(day)}::timestamptz as s) as one
        """));

    private Task Spoken(World world, DateOnly day) => service.Db(db => db.Database.ExecuteSqlAsync(
        $"""
        insert into check_ins (id, match_id, mentee_id, mentor_id, "with", "by", held_on, how, activity, safety, quality, recorded_at)
        values ({Guid.CreateVersion7()}, {world.Match.Value}, {world.Mentee.Value}, {world.Mentor.Value}, 'Mentee', {me.Value}, {day}, 'Phone', 'AsPlanned', 'Safe', 'Good', {Noon(day)})
        """));

    private async Task Rated(int[][] goals, DateOnly last)
    {
        var mentee = MenteeId.New();
        await service.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.HoldMentee(mentee, default)).GoTo(me, service.Clock.GetUtcNow());
            foreach (var (scores, place) in goals.Select((g, i) => (g, i + 1)))
            {
                var goal = Goal.Set(mentee, "work", "Find work.", place, Noon(last.AddDays(-60)));
                for (var i = 0; i < scores.Length; i++) goal.Rate(scores[i], Noon(last.AddDays(5 * (i + 1 - scores.Length))));
                db.Add(goal);
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
    }
}
