using System.Net;
using Mentoring.Contracts.Matching;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class HomeTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    [Fact]
    public async Task Before_a_match_there_is_a_home_with_nothing_in_it()
    {
        var home = await service.AsMentee().Get<SeeMyHome.MenteesHome>("/me/summary");
        (home.MatchId, home.MentorId, home.Next, home.ToSay.Count, home.NextSteps.Count).ShouldBe((null, null, null, 0, 0));
        (await service.AsMentor().Get<SeeMyHome.MentorsHome>("/me/summary")).Matches.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_young_persons_home_has_the_next_session_and_what_waits()
    {
        var world = await World.Of(service);
        await world.Book(world.Day(3));
        var next = await world.Book(world.Day(2));
        var unsaid = await world.Begun(Now.AddDays(-2));
        var held = await world.Held(Now.AddDays(-4));
        await world.Held(Now.AddDays(-45));
        var later = await World.Write(world.AsMentee, world.Thoughts(nextStep: new { text = "Whenever." }));
        var soon = await World.Write(world.AsMentee, world.Thoughts(nextStep: new { text = "Soon.", on = London.DateAt(Now).AddDays(2) }));
        var done = await World.Write(world.AsMentee, world.Thoughts(nextStep: new { text = "Done." }));
        await world.AsMentee.Post($"/reflections/{done.Id}/next-step", new { done = true }).ShouldSucceed();
        var draft = await World.Write(world.AsMentee, world.Thoughts(held, finished: false, nextStep: new { text = "Not yet." }));
        await world.AsMentee.Post("/goals", new { area = "work", words = "Find work." }).ShouldSucceed();

        var home = await world.AsMentee.Get<SeeMyHome.MenteesHome>("/me/summary");
        (home.MatchId, home.MentorId, home.Ending, home.ApprovedMentorId).ShouldBe((world.Match, world.Mentor, false, null));
        home.Next.ShouldNotBeNull().Id.ShouldBe(next.Id);
        home.Next.MentorId.ShouldBe(world.Mentor);
        home.ToSay.Select(s => s.Id).ShouldBe([unsaid]);
        home.ToReflect.Select(s => s.Id).ShouldBe([held]);
        home.ToTell.Select(s => s.Id).ShouldBe([held]);
        await world.AsMentee.Post($"/sessions/{held}/pulse", new { how = "good", safe = "safe" }).ShouldSucceed();
        (await world.AsMentee.Get<SeeMyHome.MenteesHome>("/me/summary")).ToTell.ShouldBeEmpty();
        (await world.AsMentor.Get<SeeMyHome.MentorsHome>("/me/summary")).ToTell.ShouldHaveSingleItem().Id.ShouldBe(held);
        home.Drafts.ShouldHaveSingleItem().ReflectionId.ShouldBe(draft.Id);
        home.NextSteps.Select(s => s.ReflectionId).ShouldBe([soon.Id, later.Id]);
        home.Goals.ShouldHaveSingleItem().Words.ShouldBe("Find work.");
    }

    [Fact]
    public async Task A_young_persons_home_names_the_mentor_of_an_approved_match_until_it_begins_or_ends()
    {
        var (mentee, mentor, match, now) = (MenteeId.New(), MentorId.New(), MatchId.New(), Now);
        await service.TellAndWait(new MatchApproved { MatchId = match.Value, MenteeId = mentee.Value, MentorId = mentor.Value, At = now });
        var home = await service.AsMentee(mentee).Get<SeeMyHome.MenteesHome>("/me/summary");
        (home.MatchId, home.ApprovedMentorId).ShouldBe((null, mentor));
        await service.TellAndWait(new MatchEnded { MatchId = match.Value, MenteeId = mentee.Value, MentorId = mentor.Value, Kind = "planned", At = now.AddMinutes(1) });
        (await service.AsMentee(mentee).Get<SeeMyHome.MenteesHome>("/me/summary")).ApprovedMentorId.ShouldBeNull();
    }

    [Fact]
    public async Task A_mentors_home_has_each_match_with_its_next_session_and_when_they_last_met()
    {
        var world = await World.Of(service);
        var other = await World.Of(service, mentor: world.Mentor);
        var over = await World.Of(service, mentor: world.Mentor);
        var next = await world.Book(world.Day(2));
        var held = await world.Held(Now.AddDays(-4));
        await over.Held(Now.AddDays(-6));
        await service.TellAndWait(over.Ended(Now));
        await World.Write(world.AsMentor, world.Thoughts(nextStep: new { text = "Bring the leaflet." }));

        var home = await world.AsMentor.Get<SeeMyHome.MentorsHome>("/me/summary");
        home.Matches.Select(m => m.MatchId).ShouldBe([world.Match, other.Match]);
        (home.Matches[0].Begun, home.Matches[0].Next!.Id, home.Matches[0].MenteeId).ShouldBe((true, next.Id, world.Mentee));
        home.Matches.Select(m => m.CaseworkerId).ShouldBe([world.Caseworker, other.Caseworker]);
        home.Matches[0].LastHeld.ShouldNotBeNull().ShouldBe(Now.AddDays(-4).AddHours(1), TimeSpan.FromMinutes(1));
        (home.Matches[1].Next, home.Matches[1].LastHeld).ShouldBe((null, null));
        home.ToSay.Count.ShouldBe(2);
        home.ToSay.Single(s => s.MatchId == over.Match).MenteeId.ShouldBeNull();
        home.ToReflect.Select(s => s.Id).ShouldBe([held]);
        home.NextSteps.ShouldHaveSingleItem().Text.ShouldBe("Bring the leaflet.");
    }

    [Fact]
    public async Task A_partner_reads_hours_month_by_month_and_of_young_people_only_from_ten_up()
    {
        var partner = PartnerId.New();
        var mentor = MentorId.New();
        var hours = $"/partners/{partner}/hours";
        for (var i = 0; i < 9; i++) await (await World.Of(service, mentor: mentor, partner: partner)).Held(Now.AddDays(-1).AddHours(-2 * i));
        var strangers = await World.Of(service, partner: PartnerId.New());
        await strangers.Held(Now.AddDays(-1));

        var nine = await service.AsCoordinator(partner).Get<SeeHoursOfPartner.Answer>(hours);
        (nine.HoursInAll, nine.YoungPeople).ShouldBe((9, null));
        nine.WhyNoYoungPeople.ShouldNotBeNull().ShouldContain("ten");
        nine.Months.Count.ShouldBe(12);
        nine.Months.Sum(m => m.Hours).ShouldBe(9);
        nine.Months[^1].From.ShouldBe(new DateOnly(London.DateAt(Now).Year, London.DateAt(Now).Month, 1));
        nine.Months.Where(m => m.Hours > 0).ShouldAllBe(m => m.Mentors == 1);

        await (await World.Of(service, mentor: mentor, partner: partner)).Held(Now.AddDays(-3));
        var ten = await service.AsCoordinator(partner).Get<SeeHoursOfPartner.Answer>(hours);
        (ten.YoungPeople, ten.WhyNoYoungPeople).ShouldBe((10, null));
        await service.AsCoordinator(PartnerId.New()).Get(hours).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Everything_about_me_is_given_to_me_and_nothing_of_the_other_after_the_end()
    {
        var world = await World.Of(service);
        var held = await world.Held(Now.AddDays(-4));
        await World.Write(world.AsMentee, world.Thoughts(held));
        await World.Write(world.AsMentee, world.Thoughts(finished: false));
        await World.Write(world.AsMentor, world.Thoughts(what: "The mentor's."));
        await world.AsMentee.Post("/goals", new { area = "work", words = "Find work.", score = 3 }).ShouldSucceed();
        foreach (var with in new[] { "mentee", "mentor" }) await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(with, London.DateAt(Now))).ShouldSucceed();

        var mine = (await world.AsMentee.Get<SeeMyData.Answer>("/sessions/me/data")).Mentee.ShouldNotBeNull();
        (mine.CaseworkerId, mine.Matches.Count, mine.Sessions.Count, mine.Reflections.Count, mine.Goals.Count, mine.CheckIns.Count).ShouldBe((world.Caseworker, 1, 1, 2, 1, 1));
        mine.Reflections[0].SessionAt.ShouldNotBeNull();
        mine.Goals[0].Ratings.ShouldHaveSingleItem();
        var theirs = (await world.AsMentor.Get<SeeMyData.Answer>("/sessions/me/data")).Mentor.ShouldNotBeNull();
        (theirs.Standing, theirs.Weekly.Count, theirs.Sessions.Single().MenteeId, theirs.Reflections.Single().What, theirs.ReflectionsClosed, theirs.CheckIns.Count)
            .ShouldBe((MentorStanding.Cleared, 7, world.Mentee, "The mentor's.", 0, 1));

        await service.TellAndWait(world.Ended(Now));
        var after = (await world.AsMentor.Get<SeeMyData.Answer>("/sessions/me/data")).Mentor.ShouldNotBeNull();
        (after.Sessions.Single().MenteeId, after.Reflections.Count, after.ReflectionsClosed).ShouldBe((null, 0, 1));
        var afterwards = (await world.AsMentee.Get<SeeMyData.Answer>("/sessions/me/data")).Mentee.ShouldNotBeNull();
        (afterwards.Sessions.Single().MentorId, afterwards.Reflections.Count).ShouldBe((null, 2));
        (await service.AsMentee().Get<SeeMyData.Answer>("/sessions/me/data")).Mentee.ShouldNotBeNull().Sessions.ShouldBeEmpty();
    }
}
