using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

/// <summary>What happens when people meet at one moment.</summary>
public sealed class RaceTests(SessionService service)
{
    [Fact]
    public async Task Fifty_who_book_one_time_at_once_get_one_session_one_fact_and_49_refusals()
    {
        var world = await World.Of(service);
        HttpClient[] both = [world.AsMentee, world.AsMentor];
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => both[i % 2].Post(world.SessionsAddress, World.Request(world.Day(5)))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            await refused.ShouldBeProblem(HttpStatusCode.Conflict, "That time is taken.");
        (await service.Db(db => db.Sessions.CountAsync(s => s.MatchId == world.Match))).ShouldBe(1);
        await service.HeardOnce<SessionBooked>(f => f.MatchId == world.Match.Value);
    }

    [Fact]
    public async Task Overlapping_times_of_all_lengths_asked_for_at_once_never_leave_two_that_overlap()
    {
        var world = await World.Of(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(6).AddMinutes(15 * (i % 12)), Slots.Lengths[i % 4]))));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created || a.StatusCode == HttpStatusCode.Conflict);

        var times = await service.Db(db => db.Sessions.Where(s => s.MatchId == world.Match).OrderBy(s => s.StartsAt).Select(s => new { s.StartsAt, s.EndsAt }).ToListAsync());
        times.Count.ShouldBe(answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        times.Count.ShouldBeGreaterThan(1);
        times.Zip(times.Skip(1)).ShouldAllBe(pair => pair.First.EndsAt.AddMinutes(10) <= pair.Second.StartsAt);
    }

    [Fact]
    public async Task A_young_person_who_books_with_two_mentors_at_once_gets_one_of_them()
    {
        var first = await World.Of(service);
        var second = await World.Of(service, mentee: first.Mentee);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            first.AsMentee.Post(i % 2 == 0 ? first.SessionsAddress : second.SessionsAddress, World.Request(first.Day(5)))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(19);
        await service.HeardOnce<SessionBooked>(f => f.MenteeId == first.Mentee.Value);
    }

    [Fact]
    public async Task Two_young_people_who_book_one_mentor_at_once_are_not_both_promised_the_time()
    {
        var first = await World.Of(service);
        var second = await World.Of(service, mentor: first.Mentor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? first : second) is var world
            ? world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(5)))
            : throw new InvalidOperationException()));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        await service.HeardOnce<SessionBooked>(f => f.MentorId == first.Mentor.Value);
    }

    [Fact]
    public async Task Of_many_sessions_moved_to_one_time_at_once_one_gets_there_and_the_others_stay()
    {
        var world = await World.Of(service);
        List<MenteesSession> sessions = [];
        for (var hour = 8; hour < 16; hour++) sessions.Add(await world.Book(world.Day(7, hour), 45));

        var answers = await Task.WhenAll(sessions.Select(s => world.AsMentor.Post($"/sessions/{s.Id}/move", new { startsAt = world.Day(8, 12) })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);

        var now = await service.Db(db => db.Sessions.Where(s => s.MatchId == world.Match).ToListAsync());
        var moved = now.Where(s => s.StartsAt == world.Day(8, 12)).ShouldHaveSingleItem();
        now.Where(s => s.Id != moved.Id).ShouldAllBe(s => sessions.Single(o => o.Id == s.Id).StartsAt == s.StartsAt);
        await service.HeardOnce<SessionMoved>(f => f.MatchId == world.Match.Value);
    }

    [Fact]
    public async Task Two_who_move_one_session_at_once_do_not_write_over_each_other_unseen()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(9));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? world.AsMentee : world.AsMentor).Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(10, 8 + i) })));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Conflict);
        var made = answers.Count(a => a.StatusCode == HttpStatusCode.OK);
        made.ShouldBeGreaterThan(0);

        // Every move that was answered with yes was told, and none that was not.
        await Eventually.Is(async () => await service.Db(db => db.Outbox.CountAsync()) == 0, "the facts have gone out");
        var last = await service.Db(db => db.Sessions.SingleAsync(s => s.Id == session.Id));
        await service.Heard<SessionMoved>(f => f.SessionId == session.Id.Value && f.StartsAt == last.StartsAt);
    }

    [Fact]
    public async Task Sessions_may_trade_places_at_once_without_a_deadlock()
    {
        var mentor = MentorId.New();
        var mentee = MenteeId.New();
        var worlds = new[] { await World.Of(service, mentee), await World.Of(service, mentor: mentor), await World.Of(service, mentee, mentor) };
        List<(World World, MenteesSession Session)> sessions = [];
        for (var i = 0; i < 12; i++) sessions.Add((worlds[i % 3], await worlds[i % 3].Book(worlds[0].Day(11, 6 + i), 45)));

        var answers = await Task.WhenAll(sessions.Select((s, i) =>
            s.World.AsMentee.Post($"/sessions/{s.Session.Id}/move", new { startsAt = worlds[0].Day(11, 6 + ((i + 1) % 12)).AddMinutes(15 * (i % 4)), minutes = 30 })));
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.OK)) await answer.ShouldBeProblem(HttpStatusCode.Conflict, "That time is taken.");
    }

    [Theory]
    [InlineData("ex_sessions_mentor_free")]
    [InlineData("ex_sessions_mentee_free")]
    public async Task The_database_itself_refuses_two_sessions_of_one_person_whose_buffers_overlap(string constraint)
    {
        var world = await World.Of(service);
        await world.Begun(world.Day(3));

        // It ends at eleven, and five minutes and five have to lie between.
        var other = Session.Book(
            new()
            {
                Id = MatchId.New(),
                MenteeId = constraint == "ex_sessions_mentee_free" ? world.Mentee : MenteeId.New(),
                MentorId = constraint == "ex_sessions_mentor_free" ? world.Mentor : MentorId.New(),
            },
            Stretch.Of(world.Day(3, 11).AddMinutes(9), 30), Decisions.Sample.By(MeetingWay.Phone), Voice.Mentor, service.Clock.GetUtcNow());
        var refusal = await Should.ThrowAsync<DbUpdateException>(() => service.Store(other));
        refusal.InnerException.ShouldBeOfType<PostgresException>().ConstraintName.ShouldBe(constraint);
        Sentences.OfConstraints.Keys.ShouldContain(constraint);
    }
}
