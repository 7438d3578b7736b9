using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

/// <summary>The whole programme in figures. Each test has a caseworker of its own, and looks at theirs alone.</summary>
public sealed class ProgrammeTests(MatchingService service)
{
    private readonly CaseworkerId me = CaseworkerId.New();

    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly Today => Some.DayOf(Now);

    [Fact]
    public async Task Whatever_happened_waits_stages_and_endings_are_what_going_through_the_matches_one_by_one_finds()
    {
        var random = new Random(9);
        var all = new List<Life>();
        for (var i = 0; i < 70; i++)
        {
            var referred = Today.AddDays(-random.Next(150, 400));
            var life = new Life(referred, [.. Steps(random, referred)], Kind: random.Next(2) == 0 ? EndingKind.Planned : EndingKind.Early, Cause: (EndingCause)random.Next(0, 9));
            await Lives(life);
            all.Add(life);
        }

        var (from, to) = (Today.AddDays(-150), Today.AddDays(-30));
        var seen = await Read($"?from={Iso(from)}&to={Iso(to)}");

        bool In(DateOnly? day) => from <= day && day <= to;
        int Days(DateOnly? a, DateOnly? b) => b!.Value.DayNumber - a!.Value.DayNumber;
        seen.ToOffer.ShouldBe(Expected(all.Where(l => In(l.Offered)).Select(l => Days(l.Referred, l.Offered))));
        seen.ToApproval.ShouldBe(Expected(all.Where(l => In(l.Approved)).Select(l => Days(l.Offered, l.Approved))));
        seen.ToMeeting.ShouldBe(Expected(all.Where(l => In(l.Active)).Select(l => Days(l.Approved, l.Active))));
        seen.InAll.ShouldBe(Expected(all.Where(l => In(l.Active)).Select(l => Days(l.Referred, l.Active))));
        seen.InAll.Count.ShouldBeGreaterThan(5);

        var standing = all.Where(l => l.Offered <= to && !(l.Ended <= to)).Select(l =>
        {
            var state = l.Ending <= to ? MatchState.Ending : l.Active <= to ? MatchState.Active : l.Approved <= to ? MatchState.Approved : l.AgreedByMentor <= to ? MatchState.AgreedByMentor : l.AgreedByMentee <= to ? MatchState.AgreedByMentee : MatchState.Offered;
            var began = l.Active <= to ? l.Active!.Value : l.Offered!.Value;
            return (state, MatchAges.Of(MatchAges.Thresholds(to).Count(t => began >= t)));
        });
        seen.Matches.SelectMany(m => Enumerable.Repeat((m.State, m.Age), m.Count)).ShouldBe(standing, ignoreOrder: true);
        seen.Matches.Count.ShouldBeGreaterThan(5);

        var endings = all.Where(l => In(l.Ended)).Select(l =>
            (l.Kind, Cause: l.Kind == EndingKind.Planned ? (EndingCause?)null : l.Cause, l.Ended < l.Active!.Value.AddMonths(3) ? SeeProgramme.EndingMoment.Soon : SeeProgramme.EndingMoment.Later));
        seen.Endings.SelectMany(e => Enumerable.Repeat((e.Kind, e.Cause, e.Moment), e.Count)).ShouldBe(endings, ignoreOrder: true);
        seen.Endings.Sum(e => e.Count).ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Who_is_ready_and_has_neither_an_offer_nor_a_mentor_waits()
    {
        var waits = await service.AMentee(me, p => p with { WaitingSince = Today.AddDays(-40) });
        var offered = await service.AMentee(me, p => p with { WaitingSince = Today.AddDays(-30) });
        await service.Offer(new(me, offered, await service.AMentor()));
        await service.AMentee(me, p => p with { WaitingSince = null });
        await service.TellAndWait(new MenteePaused { MenteeId = (await service.AMentee(me)).Value, At = Now });
        var days = $"?from={Iso(Today.AddDays(-30))}&to={Iso(Today)}";

        (await Read(days)).StillWaiting.ShouldBe(Waits.Of([(40, 1)]));
        await service.Offer(new(me, waits, await service.AMentor()));
        (await Read(days)).StillWaiting.Count.ShouldBe(0);
        (await Read(days)).ToOffer.ShouldBe(Waits.Of([(40, 1), (30, 1)]));
        (await Read(days + $"&referredFrom={Iso(Today.AddDays(-35))}")).ToOffer.ShouldBe(Waits.Of([(30, 1)]));
        (await Read(days + $"&referredTo={Iso(Today.AddDays(-36))}")).ToOffer.ShouldBe(Waits.Of([(40, 1)]));

        var cover = CaseworkerId.New();
        (await Read(days, cover)).ToOffer.Count.ShouldBe(0);
        await service.TellAndWait(new CoverArranged { CaseworkerId = me.Value, CoverId = cover.Value, First = Today, Last = Today, At = Now });
        (await Read(days, cover)).ToOffer.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_match_that_ends_before_the_two_met_is_told_apart()
    {
        var trio = new Trio(me, await service.AMentee(me), await service.AMentor());
        var id = await service.MatchIn(trio, MatchState.Approved);
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/ending", new { kind = "early", cause = "life-changed" }).ShouldSucceed();
        var ending = (await Read($"?from={Iso(Today)}&to={Iso(Today)}")).Endings.ShouldHaveSingleItem();
        (ending.Kind, ending.Cause, ending.Moment, ending.Count).ShouldBe((EndingKind.Early, EndingCause.LifeChanged, SeeProgramme.EndingMoment.BeforeMeeting, 1));
    }

    [Fact]
    public async Task Odd_days_are_told_why()
    {
        foreach (var odd in (string[])["?from=2026-11-02&to=2026-11-01", "?from=1999-01-01&to=2026-11-01", "?from=2026-01-01", "?from=never&to=2026-11-01", "?from=2020-01-01&to=2026-11-01", ""])
            await service.AsCaseworker().Get("/programme/matches" + odd).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    private static Waits Expected(IEnumerable<int> days) => Waits.Of(days.Select(d => (d, 1)));

    private Task<SeeProgramme.Answer> Read(string query, CaseworkerId? who = null) => service.AsCaseworker(who ?? me).Get<SeeProgramme.Answer>($"/programme/matches{query}&mine=true");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Some steps, one after the other, until today.
    private IEnumerable<DateOnly> Steps(Random random, DateOnly referred)
    {
        var many = random.Next(1, 11);
        var day = referred;
        for (var i = 0; i < Math.Min(many, 7); i++)
        {
            day = day.AddDays(random.Next(0, i == 5 ? 150 : 50));
            if (day > Today) yield break;
            yield return day;
        }
    }

    // A match as if it had lived so: the database is told when each step was.
    private async Task Lives(Life life)
    {
        var mentee = await service.AMentee(me, p => p with { WaitingSince = life.Referred });
        if (life.Offered is null) return;
        var match = Match.Offer(mentee, await service.AMentor(), 1, Some.Suggestion(), me, Noon(life.Offered)!.Value);
        await service.Store(match);
        var state = life switch
        {
            { Ended: not null } => MatchState.Ended,
            { Ending: not null } => MatchState.Ending,
            { Active: not null } => MatchState.Active,
            { Approved: not null } => MatchState.Approved,
            { AgreedByMentor: not null } => MatchState.AgreedByMentor,
            { AgreedByMentee: not null } => MatchState.AgreedByMentee,
            _ => MatchState.Offered,
        };
        await service.Db(db => db.Matches.Where(m => m.Id == match.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.AgreedByMenteeAt, Noon(life.AgreedByMentee)).SetProperty(m => m.AgreedByMentorAt, Noon(life.AgreedByMentor))
            .SetProperty(m => m.ApprovedAt, Noon(life.Approved)).SetProperty(m => m.ActiveAt, Noon(life.Active)).SetProperty(m => m.EndingAt, Noon(life.Ending)).SetProperty(m => m.OverAt, Noon(life.Ended))
            .SetProperty(m => m.ClosingDueOn, Today).SetProperty(m => m.ClosingOwed, state == MatchState.Ended)
            .SetProperty(m => m.EndingKind, state >= MatchState.Ending ? life.Kind : null)
            .SetProperty(m => m.EndingCause, state >= MatchState.Ending && life.Kind != EndingKind.Planned ? life.Cause : null)));
    }

    private static DateTimeOffset? Noon(DateOnly? day) => day is { } d ? London.StartOf(d).AddHours(12) : null;

    private sealed record Life(DateOnly Referred, DateOnly[] Days, EndingKind Kind, EndingCause Cause)
    {
        public DateOnly? Offered => At(0);

        public DateOnly? AgreedByMentee => At(1);

        public DateOnly? AgreedByMentor => At(2);

        public DateOnly? Approved => At(3);

        public DateOnly? Active => At(4);

        public DateOnly? Ending => At(5);

        public DateOnly? Ended => At(6);

        private DateOnly? At(int step) => step < Days.Length ? Days[step] : null;
    }
}
