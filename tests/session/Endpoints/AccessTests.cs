using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class AccessTests(AccessTests.Own service) : IClassFixture<AccessTests.Own>
{
    public sealed class Own() : ServiceFixture<SessionDb>("session");

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_says()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var own = new Owners { Mentor = world.Mentor, Mentee = world.Mentee, Caseworker = world.Caseworker };
        var day = 3;

        // A fresh session for each call, so that each could succeed.
        async Task<Call> Fresh(string step, Func<World, object> body)
        {
            var fresh = await World.Of(service);
            var booked = step == "attendance" ? await fresh.Begun() : (await fresh.Book(fresh.Day(2))).Id;
            return new Call($"/sessions/{booked}/{step}", body(fresh), new Owners { Mentor = fresh.Mentor, Mentee = fresh.Mentee, Caseworker = fresh.Caseworker });
        }

        var table = new AccessMatrix(service, own);
        table.Row("GET /matches/{matchId}/slots", world.SlotsAddress).Own(Roles.Mentee).Own(Roles.Mentor);
        table.Row("POST /matches/{matchId}/sessions", () => Task.FromResult(new Call(world.SessionsAddress, World.Request(world.Day(day++)), own))).Own(Roles.Mentee).Own(Roles.Mentor);
        table.Row("GET /matches/{matchId}/sessions", world.SessionsAddress).Own(Roles.Caseworker).Lead();
        table.Row("GET /sessions/{sessionId}", $"/sessions/{session.Id}").Own(Roles.Mentee).Own(Roles.Mentor).Own(Roles.Caseworker).Lead();
        table.Row("GET /sessions/me", "/sessions/me").Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("POST /sessions/{sessionId}/move", () => Fresh("move", w => new { startsAt = w.Day(5) })).Own(Roles.Mentee).Own(Roles.Mentor);
        table.Row("POST /sessions/{sessionId}/cancel", () => Fresh("cancel", _ => new { })).Own(Roles.Mentee).Own(Roles.Mentor).Own(Roles.Caseworker);
        table.Row("POST /sessions/{sessionId}/attendance", () => Fresh("attendance", _ => new { outcome = "held" })).Own(Roles.Mentor);
        await table.Check();
    }

    [Fact]
    public async Task Tokens_that_must_be_refused_are_refused() => await TokensThatMustBeRefused.Check(service, Persona.AMentee(MenteeId.New()), "/sessions/me");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_a_match_has_ended_the_mentor_reads_nothing_of_the_young_person_in_any_answer(bool isOver)
    {
        var world = await World.Of(service);
        var off = await world.Book(world.Day(2));
        var begun = await world.Begun();
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { why = "Mum is ill." }).ShouldSucceed();
        var other = await World.Of(service, mentor: world.Mentor);
        var elsewhere = await other.Book(other.Day(4));
        if (isOver) await service.TellAndWait(world.Ended(service.Clock.GetUtcNow()));

        MenteeId? mentee = isOver ? null : world.Mentee;
        var why = isOver ? null : "Mum is ill.";
        var read = await world.AsMentor.Get<MentorsSession>($"/sessions/{off.Id}");
        (read.MenteeId, read.CancelledWhy).ShouldBe((mentee, why));
        var again = await world.AsMentor.Post($"/sessions/{off.Id}/cancel", new { }).ShouldBe<MentorsSession>(HttpStatusCode.OK);
        (again.MenteeId, again.CancelledWhy).ShouldBe((mentee, why));
        (await world.AsMentor.Post($"/sessions/{begun}/attendance", new { outcome = "held" }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).MenteeId.ShouldBe(mentee);

        var past = (await world.AsMentor.Get<Page<MentorsSession>>("/sessions/me?past=true")).Items;
        past.Select(s => s.Id).ShouldBe([off.Id, begun]);
        past.ShouldAllBe(s => s.MenteeId == mentee);
        past[0].CancelledWhy.ShouldBe(why);

        // Another match of the same mentor goes on as it was, and the others still read what is theirs.
        (await world.AsMentor.Get<Page<MentorsSession>>("/sessions/me")).Items.Single(s => s.Id == elsewhere.Id).MenteeId.ShouldBe(other.Mentee);
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{off.Id}")).CancelledWhy.ShouldBe("Mum is ill.");
        (await world.AsCaseworker.Get<CaseworkersSession>($"/sessions/{off.Id}")).MenteeId.ShouldBe(world.Mentee);
    }

    [Fact]
    public async Task An_answer_to_a_move_in_an_ended_match_does_not_name_the_young_person_to_the_mentor_either()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        await service.Db(async db =>
        {
            (await db.Matches.SingleAsync(m => m.Id == world.Match)).Become(MatchState.Ended, service.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        (await world.AsMentor.Post($"/sessions/{coming.Id}/move", new { startsAt = coming.StartsAt, how = "phone" }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).MenteeId.ShouldBeNull();
    }
}
