using System.Globalization;

namespace Mentoring.Mentees.Tests;

/// <summary>The wait until somebody is ready. Each test has a caseworker of its own, and looks at theirs alone.</summary>
public sealed class ProgrammeTests(MenteeService service)
{
    private readonly CaseworkerId me = CaseworkerId.New();

    private DateOnly Today => service.Today;

    [Fact]
    public async Task The_wait_until_ready_is_told_of_those_who_got_there_and_apart_of_those_who_have_not()
    {
        await Referred(90, ready: 70, lapses: 50);
        await Referred(60, ready: 20);
        await Referred(60, ready: 3);
        await Referred(30);
        await Referred(25, left: 20);
        await Referred(5);

        var seen = await Read($"?from={Iso(-59)}&to={Iso(-10)}");
        seen.Referred.ShouldBe(2);
        seen.ToReady.ShouldBe(Waits.Of([(40, 1)]));
        seen.NotReadyYet.ShouldBe(Waits.Of([(50, 1), (20, 1)]));

        // A second time ready is no second wait.
        (await Read($"?from={Iso(-100)}&to={Iso(0)}")).ToReady.ShouldBe(Waits.Of([(20, 1), (40, 1), (57, 1)]));
        (await Read($"?from={Iso(-100)}&to={Iso(30)}")).NotReadyYet.ShouldBe(Waits.Of([(30, 1), (5, 1)]));
        (await Read($"?from={Iso(-100)}&to={Iso(0)}&referredFrom={Iso(-60)}&referredTo={Iso(-30)}")).ToReady.Count.ShouldBe(2);
        (await Read($"?from={Iso(-100)}&to={Iso(0)}&referredTo={Iso(-61)}")).Referred.ShouldBe(1);

        var cover = CaseworkerId.New();
        (await Read($"?from={Iso(-100)}&to={Iso(0)}", cover)).Referred.ShouldBe(0);
        await service.AsCaseworker(me).Put("/caseworkers/me/cover", new { coverId = cover, first = Today, last = Today }).ShouldSucceed();
        (await Read($"?from={Iso(-100)}&to={Iso(0)}", cover)).Referred.ShouldBe(6);
    }

    [Fact]
    public async Task Odd_days_are_told_why()
    {
        foreach (var odd in (string[])["?from=2026-11-02&to=2026-11-01", "?from=1999-01-01&to=2026-11-01", "?from=2026-01-01", "?from=never&to=2026-11-01", "?from=2020-01-01&to=2026-11-01", ""])
            await service.AsCaseworker().Get("/programme/referrals" + odd).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    private Task<SeeProgramme.Answer> Read(string query, CaseworkerId? who = null) => service.AsCaseworker(who ?? me).Get<SeeProgramme.Answer>($"/programme/referrals{query}&mine=true");

    private string Iso(int days) => Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // So many days ago each.
    private async Task Referred(int ago, int? ready = null, int? lapses = null, int? left = null)
    {
        DateTimeOffset At(int days) => London.StartOf(Today.AddDays(-days)).AddHours(12);
        var mentee = Mentee.Refer(Some.Riley, null, me, At(ago));
        if (ready is { } day)
        {
            GetReady(day);
            if (lapses is { } lapse)
            {
                mentee.WithdrawConsent(Today.AddDays(-lapse), At(lapse)).Changed.ShouldBeTrue();
                mentee.Agree(ConsentStatement.Newest.Version, Today.AddDays(-lapse + 1), At(lapse - 1)).Changed.ShouldBeTrue();
            }
        }

        if (left is { } gone) mentee.Leave(Who.Themselves, null, At(gone));
        await service.Store(mentee);

        void GetReady(int days)
        {
            var today = Today.AddDays(-days);
            mentee.Describe(Some.Profile, Who.Themselves, today, At(days));
            mentee.Agree(ConsentStatement.Newest.Version, today, At(days));
            mentee.AssessRisk(Some.Plan, today.AddMonths(3), me, today, At(days));
            mentee.SignRiskAssessment(1, me, today, At(days));
            mentee.SignRiskAssessment(1, today, At(days));
            mentee.Stage.ShouldBe(MenteeStage.Ready);
        }
    }
}
