using Mentoring.Contracts.Matching;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared.Messaging;

namespace Mentoring.Mentees.Tests;

public sealed class IntroductionTests(MenteeService service)
{
    private readonly MentorId mentor = MentorId.New();
    private readonly Guid match = MatchId.New().Value;

    [Fact]
    public async Task A_mentor_reads_first_name_and_goals_from_approval_until_the_ending()
    {
        var id = await service.Ready();
        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);

        await service.TellAndWait(Approved(id));

        var answer = await service.AsMentor(mentor).Get($"/mentees/{id}/introduction");
        var introduction = await answer.ShouldBe<SeeIntroduction.Answer>(HttpStatusCode.OK);
        introduction.FirstName.ShouldBe("Riley");
        introduction.GoalAreas.ShouldBe(Some.Profile.GoalAreas);
        introduction.GoalsInMyWords.ShouldBe(Some.Profile.GoalsInMyWords);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Morgan");
        await service.AsMentor().Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsMentor(mentor).Get($"/mentees/{await service.Ready()}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);

        await service.TellAndWait(Ended(id));
        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_approval_that_comes_after_the_ending_opens_nothing()
    {
        var id = await service.Ready();

        await service.TellAndWait(Ended(id));
        await service.TellAndWait(Approved(id));

        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_fact_that_comes_twice_changes_nothing_the_second_time()
    {
        var id = await service.Ready();
        var messageId = Guid.CreateVersion7();

        await service.TellAndWait(Approved(id), messageId);
        await service.TellAndWait(Ended(id));
        await service.TellAndWait(Approved(id), messageId);

        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
        (await service.Db(async db => db.Introductions.Where(i => i.Match == new MatchId(match)).ToList())).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_new_match_with_the_same_mentor_opens_the_introduction_again()
    {
        var id = await service.Ready();
        await service.TellAndWait(Approved(id));
        await service.TellAndWait(Ended(id));

        await service.TellAndWait(Approved(id) with { MatchId = MatchId.New().Value });

        await service.AsMentor(mentor).Get<SeeIntroduction.Answer>($"/mentees/{id}/introduction");
    }

    [Fact]
    public async Task Nobody_reads_of_a_young_person_who_left()
    {
        var id = await service.Ready();
        await service.TellAndWait(Approved(id));

        await service.AsMentee(id).Post($"/mentees/{id}/leave", new { }).ShouldBe(HttpStatusCode.OK);

        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_young_person_who_takes_their_yes_back_is_not_read_of_until_they_say_yes_again()
    {
        var id = await service.Ready();
        await service.TellAndWait(Approved(id));

        await service.AsMentee(id).Post($"/mentees/{id}/consent/withdrawal").ShouldSucceed();
        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);

        await service.AsMentee(id).Post($"/mentees/{id}/consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = true }).ShouldSucceed();
        await service.AsMentor(mentor).Get<SeeIntroduction.Answer>($"/mentees/{id}/introduction");
    }

    [Fact]
    public async Task A_yes_that_ran_out_opens_nothing()
    {
        var longAgo = Some.Ready(on: service.Today.AddMonths(-Consent.Months).AddDays(-1));
        await service.Store(longAgo);
        await service.TellAndWait(Approved(longAgo.Id));

        await service.AsMentor(mentor).Get($"/mentees/{longAgo.Id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_mentor_reads_of_all_their_young_people_in_one_list_by_the_same_rule()
    {
        var (first, second, over, gone) = (await service.Ready(), await service.Ready(), await service.Ready(), await service.Ready());
        foreach (var id in (MenteeId[])[first, second, over, gone])
            await service.TellAndWait(Approved(id) with { MatchId = id.Value });
        await service.TellAndWait(Ended(over) with { MatchId = over.Value });
        await service.AsMentee(gone).Post($"/mentees/{gone}/leave", new { }).ShouldSucceed();

        var list = await service.AsMentor(mentor).Get<IReadOnlyList<SeeIntroductions.Item>>("/mentees/introductions");

        list.Select(i => i.Id).ShouldBe([first, second], ignoreOrder: true);
        list.ShouldAllBe(i => i.FirstName == "Riley" && i.GoalsInMyWords == Some.Profile.GoalsInMyWords);
        (await service.AsMentor().Get<IReadOnlyList<SeeIntroductions.Item>>("/mentees/introductions")).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_contact_is_paused_the_mentor_reads_nothing_in_whatever_order_the_facts_come()
    {
        var id = await service.Ready();
        var (early, late) = (service.Clock.GetUtcNow().AddMinutes(-2), service.Clock.GetUtcNow().AddMinutes(-1));
        async Task<bool> IsRead() => (await service.AsMentor(mentor).Get($"/mentees/{id}/introduction")).IsSuccessStatusCode
            && (await service.AsMentor(mentor).Get<IReadOnlyList<SeeIntroductions.Item>>("/mentees/introductions")).Any(i => i.Id == id);

        await service.TellAndWait(Paused(id, early));
        await service.TellAndWait(Approved(id));
        (await IsRead()).ShouldBeFalse("the pause was heard before the approval");
        await service.TellAndWait(Resumed(id, late));
        (await IsRead()).ShouldBeTrue();
        await service.TellAndWait(Paused(id, early));
        (await IsRead()).ShouldBeTrue("that pause is over");

        var now = service.Clock.GetUtcNow();
        await service.TellAndWait(Resumed(id, now.AddSeconds(2)));
        await service.TellAndWait(Paused(id, now.AddSeconds(3)));
        (await IsRead()).ShouldBeFalse();
        await service.TellAndWait(Resumed(id, now.AddSeconds(1)));
        (await IsRead()).ShouldBeFalse("a resumption from before the pause is an old one");
        await service.TellAndWait(Resumed(id, now.AddSeconds(3)));
        (await IsRead()).ShouldBeFalse("of one moment the more careful word holds");
        await service.TellAndWait(Resumed(id, now.AddSeconds(4)));
        (await IsRead()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_resumption_opens_nothing_once_the_match_has_ended()
    {
        var id = await service.Ready();
        await service.TellAndWait(Approved(id));
        await service.TellAndWait(Paused(id, service.Clock.GetUtcNow()));
        await service.TellAndWait(Ended(id));
        await service.TellAndWait(Resumed(id, service.Clock.GetUtcNow().AddSeconds(1)));
        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_fact_that_is_meant_for_this_service_is_heard() =>
        FactRules.Check("mentee", typeof(OpenIntroductionWhenMatchApproved), typeof(CloseIntroductionWhenMatchEnded), typeof(HideIntroductionWhileContactIsPaused)).ShouldBeEmpty();

    private MatchApproved Approved(MenteeId id) => new() { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, At = service.Clock.GetUtcNow() };

    private ContactPaused Paused(MenteeId id, DateTimeOffset at) => new() { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, At = at };

    private ContactResumed Resumed(MenteeId id, DateTimeOffset at) => new() { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, At = at };

    private MatchEnded Ended(MenteeId id) => new() { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, Kind = "planned", At = service.Clock.GetUtcNow() };
}
