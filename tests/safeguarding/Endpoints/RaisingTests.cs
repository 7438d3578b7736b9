using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Endpoints;

public sealed class RaisingTests(SafeguardingService service)
{
    [Fact]
    public async Task A_young_person_raises_a_worry_and_sees_that_it_was_read_and_taken_care_of()
    {
        var world = await World.Of(service);
        var raised = await World.Raise(world.AsMentee, new { whatHappened = "  He waits at the gate. ", inDangerNow = false, whatWouldHelp = "Ring me", about = "somebody-else", aboutWhom = "A man", howToReachMe = "Text" });
        raised.Message.ShouldContain("within one working day");
        raised.ReadBy.ShouldBe(AgreedTime.Until(raised.RaisedAt, false));
        var address = $"/concerns/mine/{raised.Id}";

        var mine = await world.AsMentee.Get<MyWholeConcern>(address);
        (mine.WhatHappened, mine.WhatWouldHelp, mine.About, mine.AboutWhom, mine.HowToReachMe).ShouldBe(("He waits at the gate.", "Ring me", About.SomebodyElse, "A man", "Text"));
        (mine.Progress, mine.ReadAt, mine.ReadBy).ShouldBe((Progress.Sent, null, raised.ReadBy));

        await world.AsLead.Get(address[..10] + raised.Id).ShouldSucceed();
        (await world.AsMentee.Get<MyWholeConcern>(address)).Progress.ShouldBe(Progress.Sent, "opening it is not yet saying that it was read");

        await world.AsLead.Post($"/concerns/{raised.Id}/seen").ShouldSucceed();
        var read = await world.AsMentee.Get<MyWholeConcern>(address);
        (read.Progress, read.ReadBy).ShouldBe((Progress.Read, null));
        read.ReadAt.ShouldNotBeNull();

        await world.AsLead.Post($"/concerns/{raised.Id}/taking").ShouldSucceed();
        (await world.AsMentee.Get<MyWholeConcern>(address)).Progress.ShouldBe(Progress.LookedAfter);
        await world.AsLead.Post($"/concerns/{raised.Id}/actions", new { what = "Rang the college" }).ShouldSucceed();
        await world.AsLead.Post($"/concerns/{raised.Id}/closing", new { outcome = "For leads only", learning = "For leads too", answer = "Somebody will be at the gate." }).ShouldSucceed();

        var end = await world.AsMentee.Get<MyWholeConcern>(address);
        (end.Progress, end.Answer).ShouldBe((Progress.TakenCareOf, "Somebody will be at the gate."));
        (await (await world.AsMentee.Get(address)).Content.ReadAsStringAsync()).ShouldNotContain("leads");
        var listed = (await world.AsMentee.Get<Page<MyConcern>>("/concerns/mine")).Items.ShouldHaveSingleItem();
        (listed.Id, listed.Progress, listed.Beginning).ShouldBe((raised.Id, Progress.TakenCareOf, "He waits at the gate."));
    }

    [Fact]
    public async Task Whoever_says_that_somebody_is_in_danger_is_told_to_call_999_and_is_read_within_the_hour()
    {
        var raised = await World.Raise(service.AsMentor(), World.Words(inDangerNow: true));
        raised.Message.ShouldContain("Call 999 now");
        raised.ReadBy.ShouldBe(raised.RaisedAt.AddHours(1));
        (await service.AsNobody().Post("/public-concerns", World.PublicWords(inDangerNow: true)).ShouldBe<RaisePublicConcern.Answer>(HttpStatusCode.Accepted)).Message.ShouldContain("Call 999 now");
    }

    [Fact]
    public async Task More_can_be_said_and_each_word_shows_whether_it_was_read()
    {
        var world = await World.Of(service);
        var id = await world.InHand();
        await world.AsMentee.Post($"/concerns/mine/{id}/words", new { words = "It happened again." }).ShouldBe(HttpStatusCode.NoContent);
        (await world.AsMentee.Get<MyWholeConcern>($"/concerns/mine/{id}")).MoreWords.Select(w => (w.Text, w.IsRead)).ShouldBe([("It happened again.", false)]);
        (await world.AsLead.Get<Page<QueuedConcern>>("/concerns?which=waiting&take=100")).Items.Single(c => c.Id == id).HasNewWords.ShouldBeTrue();
        await world.AsLead.Post($"/concerns/{id}/seen").ShouldSucceed();
        (await world.AsMentee.Get<MyWholeConcern>($"/concerns/mine/{id}")).MoreWords.Select(w => (w.Text, w.IsRead)).ShouldBe([("It happened again.", true)]);
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_can_raise_one_and_need_not_say_who_they_are()
    {
        var words = $"Seen at the bus stop {Guid.CreateVersion7()}";
        await service.AsNobody().Post("/public-concerns", World.PublicWords(words)).ShouldBe(HttpStatusCode.Accepted);
        var concern = await service.Db(db => db.Concerns.SingleAsync(c => c.WhatHappened == words));
        (concern.RaisedBy, concern.RaisedAs, concern.State).ShouldBe((null, Raiser.Public, ConcernState.New));
    }

    [Fact]
    public async Task The_same_words_sent_again_within_minutes_are_the_same_concern_and_anything_more_is_another()
    {
        var world = await World.Of(service);
        var words = $"Sent twice {Guid.CreateVersion7()}";
        var first = await World.Raise(world.AsMentee, World.Words(words));
        (await World.Raise(world.AsMentee, World.Words(words))).Id.ShouldBe(first.Id);
        (await World.Raise(world.AsMentee, World.Words(words, inDangerNow: true))).Id.ShouldNotBe(first.Id, "danger is never left out");
        (await World.Raise(world.AsMentee, World.Words(words + "!"))).Id.ShouldNotBe(first.Id);
        (await World.Raise(service.AsMentor(), World.Words(words))).Id.ShouldNotBe(first.Id, "somebody else says it");
        (await service.Db(db => db.Concerns.CountAsync(c => c.WhatHappened.StartsWith(words)))).ShouldBe(4);
    }

    [Fact]
    public async Task The_same_key_raises_one_concern_and_what_is_kept_for_the_repeat_holds_no_words()
    {
        var world = await World.Of(service);
        var words = World.Words($"Only once {Guid.CreateVersion7()}");
        var key = Guid.CreateVersion7().ToString();
        var first = await world.AsMentee.Post("/concerns", words, key).ShouldBe<RaiseConcern.Answer>(HttpStatusCode.Created);
        (await world.AsMentee.Post("/concerns", words, key).ShouldBe<RaiseConcern.Answer>(HttpStatusCode.Created)).ShouldBe(first);
        (await world.AsMentee.Get<Page<MyConcern>>("/concerns/mine")).Items.Count.ShouldBe(1);
        var kept = await service.Db(db => db.Set<IdempotencyKey>().SingleAsync(k => k.Account == world.Mentee.Account.Value && k.Key == key));
        System.Text.Encoding.UTF8.GetString(kept.Body!).ShouldNotContain("Only once");
    }

    [Fact]
    public async Task What_was_raised_is_in_no_log()
    {
        var secret = $"secret{Guid.CreateVersion7():n}";
        var world = await World.Of(service);
        var id = await world.Raised(new { whatHappened = secret, inDangerNow = false, aboutWhom = secret, howToReachMe = secret, whatWouldHelp = secret });
        await world.AsMentee.Post($"/concerns/mine/{id}/words", new { words = secret }).ShouldSucceed();
        await world.AsMentee.Post("/concerns", new { whatHappened = secret, inDangerNow = secret }).ShouldBeProblem(HttpStatusCode.BadRequest);
        service.Log.Lines.ShouldAllBe(line => !line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task My_mentor_is_whoever_was_matched_with_me_and_a_young_persons_worry_is_linked_to_them()
    {
        var world = await World.Of(service);
        var concern = await world.Read(await world.Raised(World.Words(about: "my-mentor")));
        (concern.MenteeId, concern.MentorId, concern.MatchId, concern.IsAboutStaff).ShouldBe((world.Mentee.Mentee, world.Mentor.Mentor, world.Match, false));
        concern.RaisedBy.ShouldBe(world.Mentee.Account);
    }

    [Fact]
    public async Task A_mentors_worry_about_a_match_is_linked_to_the_young_person_in_it()
    {
        var world = await World.Of(service);
        var raised = await World.Raise(world.AsMentor, new { whatHappened = "She was very quiet.", inDangerNow = false, matchId = world.Match });
        var concern = await world.Read(raised.Id);
        (concern.MenteeId, concern.MatchId, concern.RaisedByMentor, concern.RaisedAs).ShouldBe((world.Mentee.Mentee, world.Match, world.Mentor.Mentor, Raiser.Mentor));
    }

    [Fact]
    public async Task A_link_that_is_not_ones_own_to_make_is_left_out_and_the_words_are_kept()
    {
        var world = await World.Of(service);
        var other = await World.Of(service);
        var raised = await World.Raise(other.AsMentor, new { whatHappened = "Words", inDangerNow = false, matchId = world.Match, menteeId = world.Mentee.Mentee, mentorId = world.Mentor.Mentor });
        var concern = await world.Read(raised.Id);
        (concern.MenteeId, concern.MentorId, concern.MatchId, concern.WhatHappened).ShouldBe((null, null, null, "Words"));

        var byStaff = await World.Raise(other.AsCaseworker, new { whatHappened = "Words", inDangerNow = false, menteeId = world.Mentee.Mentee, mentorId = world.Mentor.Mentor });
        var linked = await world.Read(byStaff.Id);
        (linked.MenteeId, linked.MentorId).ShouldBe((world.Mentee.Mentee, world.Mentor.Mentor));
    }

    [Fact]
    public async Task Own_concerns_come_in_pages_the_newest_first()
    {
        var world = await World.Of(service);
        var ids = new List<ConcernId>();
        for (var i = 0; i < 5; i++) ids.Add(await world.Raised(World.Words($"He waits at the gate. {i}")));
        var first = await world.AsMentee.Get<Page<MyConcern>>("/concerns/mine?take=2");
        var second = await world.AsMentee.Get<Page<MyConcern>>($"/concerns/mine?take=2&after={first.Next}");
        var third = await world.AsMentee.Get<Page<MyConcern>>($"/concerns/mine?take=2&after={second.Next}");
        first.Items.Concat(second.Items).Concat(third.Items).Select(c => c.Id).ShouldBe(ids.OrderByDescending(i => i.Value), ignoreOrder: true);
        third.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Words_said_while_a_lead_takes_a_step_are_not_lost()
    {
        var world = await World.Of(service);
        var id = await world.Raised();
        var said = Enumerable.Range(0, 10).Select(i => world.AsMentee.Post($"/concerns/mine/{id}/words", new { words = $"Word {i}" }));
        var steps = Enumerable.Range(0, 10).Select(i => world.AsLead.Post($"/concerns/{id}/actions", new { what = $"Action {i}" }));
        foreach (var answer in await Task.WhenAll(said.Concat(steps))) await answer.ShouldSucceed();
        var log = (await world.Read(id)).Log;
        log.Count(e => e.Step == Step.MoreWords).ShouldBe(10);
        log.Count(e => e.Step == Step.Action).ShouldBe(10);
        log.Select(e => e.Number).ShouldBe(Enumerable.Range(1, log.Count));
    }
}
