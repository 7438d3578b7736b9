using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class AccessTests(AccessTests.Own service) : IClassFixture<AccessTests.Own>
{
    public sealed class Own : SessionFixture;

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

        var table = new AccessMatrix(service, own, Relate, End);
        table.Row("GET /matches/{matchId}/slots", world.SlotsAddress).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("POST /matches/{matchId}/sessions", () => Task.FromResult(new Call(world.SessionsAddress, World.Request(world.Day(day++)), own))).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("GET /matches/{matchId}/sessions", world.SessionsAddress).Own(Roles.Caseworker).Lead();
        table.Row("GET /sessions/{sessionId}", $"/sessions/{session.Id}").Own(Roles.Mentee).Own(Roles.Mentor).Own(Roles.Caseworker).Lead().Over(Gets.In);
        table.Row("GET /sessions/me", "/sessions/me").Any(Roles.Mentee).Any(Roles.Mentor);

        // The secret is whose it was given to; each call has one of its own, since no two people can have the same.
        var token = NewToken();
        await service.AsMentee().Put("/sessions/me/calendar", new { token }).ShouldSucceed();
        table.Row("GET /sessions/me/choices").Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("PUT /sessions/me/reminders", body: new { remind = "both" }).Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("PUT /sessions/me/calendar", () => Task.FromResult(new Call("/sessions/me/calendar", new { token = NewToken() }))).Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("GET /calendars/{token}", () => Task.FromResult(new Call($"/calendars/{token}"))).Anybody();
        table.Row("DELETE /sessions/me/calendar", () => Task.FromResult(new Call("/sessions/me/calendar", null, new Owners { Mentee = MenteeId.New(), Mentor = MentorId.New() }))).Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("GET /sessions/{sessionId}/calendar", $"/sessions/{session.Id}/calendar").Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.NotFound, Gets.NotFound);
        table.Row("GET /places").Any(Roles.Mentee, Roles.Mentor, Roles.Caseworker, Roles.Administrator);
        table.Row("POST /places", () => Task.FromResult(new Call("/places", World.PlaceWords($"Park café {PlaceId.New()}")))).Any(Roles.Caseworker, Roles.Administrator);
        table.Row("PUT /places/{placeId}", async () => new Call($"/places/{await World.APlace(service)}", World.PlaceWords($"Museum {PlaceId.New()}"))).Any(Roles.Caseworker, Roles.Administrator);
        table.Row("POST /places/{placeId}/closing", async () => new Call($"/places/{await World.APlace(service)}/closing", new { closed = true })).Any(Roles.Caseworker, Roles.Administrator);

        table.Row("GET /places/{placeId}/booked", async () => new Call($"/places/{await World.APlace(service)}/booked")).Any(Roles.Caseworker, Roles.Administrator);

        // The other side of whoever asked answers: both rows ask as the young person, or as the mentor, in turn.
        async Task<Call> Asked(bool byMentor, string suffix, object? body)
        {
            var fresh = await World.Of(service);
            var booked = await fresh.Book(fresh.Day(2));
            await (byMentor ? fresh.AsMentor : fresh.AsMentee).Post($"/sessions/{booked.Id}/proposal", new { startsAt = fresh.Day(5) }).ShouldSucceed();
            return new Call($"/sessions/{booked.Id}/proposal{suffix}", body ?? (suffix.Length > 0 ? new { startsAt = fresh.Day(5), accept = false } : null), new Owners { Mentor = fresh.Mentor, Mentee = fresh.Mentee });
        }

        table.Row("POST /sessions/{sessionId}/proposal", () => Fresh("proposal", w => new { startsAt = w.Day(5) })).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("POST /sessions/{sessionId}/proposal/answer", () => Asked(byMentor: true, "/answer", null)).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("DELETE /sessions/{sessionId}/proposal", () => Asked(byMentor: false, string.Empty, null)).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("POST /sessions/{sessionId}/move", () => Fresh("move", w => new { startsAt = w.Day(5) })).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("POST /sessions/{sessionId}/cancel", () => Fresh("cancel", _ => new { })).Own(Roles.Mentee).Own(Roles.Mentor).Own(Roles.Caseworker).Over(Gets.In);
        table.Row("POST /sessions/{sessionId}/attendance", () => Fresh("attendance", _ => new { outcome = "held" })).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);

        // A fresh reflection for each call: the young person's where they may, the mentor's where that is asked for.
        async Task<Call> Reflected(string suffix, object? body, bool shared = false)
        {
            var fresh = await World.Of(service);
            var written = await World.Write(fresh.AsMentee, fresh.Thoughts(nextStep: new { text = "Ring them." }));
            if (shared) await fresh.AsMentee.Post($"/reflections/{written.Id}/sharing", new { shared = true }).ShouldSucceed();
            return new Call($"/reflections/{written.Id}{suffix}", body, new Owners { Mentee = fresh.Mentee, Mentor = shared ? fresh.Mentor : MentorId.New(), Caseworker = shared ? fresh.Caseworker : CaseworkerId.New() });
        }

        table.Row("PUT /reflections/{reflectionId}", () => Task.FromResult(new Call($"/reflections/{ReflectionId.New()}", world.Thoughts(), own))).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.NotFound);
        table.Row("POST /reflections/{reflectionId}/sharing", () => Reflected("/sharing", new { shared = true })).Own(Roles.Mentee).NotFound(Roles.Mentor);
        table.Row("POST /reflections/{reflectionId}/next-step", () => Reflected("/next-step", new { done = true })).Own(Roles.Mentee).NotFound(Roles.Mentor);
        table.Row("DELETE /reflections/{reflectionId}", () => Reflected(string.Empty, null)).Own(Roles.Mentee).NotFound(Roles.Mentor);
        table.Row("GET /reflections/{reflectionId}", () => Reflected(string.Empty, null, shared: true)).Own(Roles.Mentee).Own(Roles.Mentor).Own(Roles.Caseworker).Lead().Over(Gets.NotFound);
        table.Row("GET /reflections/me").Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("GET /matches/{matchId}/reflections", $"/matches/{world.Match}/reflections").Own(Roles.Mentee).Own(Roles.Mentor).Own(Roles.Caseworker).Lead().Over(Gets.NotFound, Gets.NotFound);

        async Task<Call> WithGoal(string suffix, object? body, bool closed = false)
        {
            var fresh = await World.Of(service);
            var goal = await fresh.AsMentee.Post("/goals", new { area = "work", words = "Find work." }).ShouldBe<MenteesGoal>(HttpStatusCode.Created);
            if (closed) await fresh.AsMentee.Post($"/goals/{goal.Id}/closing", new { reached = false }).ShouldSucceed();
            return new Call($"/goals/{goal.Id}{suffix}", body, new Owners { Mentee = fresh.Mentee });
        }

        table.Row("POST /goals", "/goals", new { area = "work", words = "Find work." }).Any(Roles.Mentee);
        table.Row("PUT /goals/{goalId}", () => WithGoal(string.Empty, new { area = "money", words = "Save up." })).Own(Roles.Mentee);
        table.Row("POST /goals/{goalId}/ratings", () => WithGoal("/ratings", new { score = 4 })).Own(Roles.Mentee);
        table.Row("POST /goals/{goalId}/closing", () => WithGoal("/closing", new { reached = true })).Own(Roles.Mentee);
        table.Row("POST /goals/{goalId}/reopening", () => WithGoal("/reopening", null, closed: true)).Own(Roles.Mentee);
        table.Row("GET /goals/me").Any(Roles.Mentee);
        table.Row("GET /mentees/{menteeId}/goals", $"/mentees/{world.Mentee}/goals").Own(Roles.Mentor).Own(Roles.Caseworker).Lead().Over(Gets.NotFound);

        var checkIns = $"/matches/{world.Match}/check-ins";
        table.Row("POST /matches/{matchId}/check-ins", checkIns, World.Spoken("mentee", London.DateAt(service.Clock.GetUtcNow()))).Own(Roles.Caseworker);
        table.Row("GET /matches/{matchId}/check-ins", checkIns).Own(Roles.Caseworker).Lead();
        table.Row("GET /check-ins/due").Any(Roles.Caseworker);
        table.Row("GET /sessions/summary").Any(Roles.Caseworker);

        var lately = await world.Begun(service.Clock.GetUtcNow().AddHours(-3));
        table.Row("POST /sessions/{sessionId}/pulse", $"/sessions/{lately}/pulse", new { how = "good", safe = "safe" }).Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("GET /sessions/{sessionId}/pulse", $"/sessions/{lately}/pulse").Own(Roles.Mentee).Own(Roles.Mentor).Over(Gets.In);
        table.Row("GET /matches/{matchId}/how-it-goes", $"/matches/{world.Match}/how-it-goes").Own(Roles.Caseworker).Lead();
        async Task<Call> Stopping()
        {
            var fresh = await World.Of(service);
            return new Call($"/matches/{fresh.Match}/stopping", null, new Owners { Mentor = fresh.Mentor, Mentee = fresh.Mentee, Caseworker = fresh.Caseworker });
        }

        table.Row("POST /matches/{matchId}/stopping", Stopping).Own(Roles.Caseworker).Lead();
        table.Row("DELETE /matches/{matchId}/stopping", Stopping).Own(Roles.Caseworker).Lead();
        var six = await World.Of(service, began: service.Clock.GetUtcNow().AddDays(-43));
        table.Row("POST /matches/{matchId}/reviews", () => Task.FromResult(new Call($"/matches/{six.Match}/reviews", ReviewTests.Held(London.DateAt(service.Clock.GetUtcNow())), new Owners { Mentee = six.Mentee, Mentor = six.Mentor, Caseworker = six.Caseworker }))).Own(Roles.Caseworker);
        var ending = await World.Of(service);
        await service.TellAndWait(ending.Ending(service.Clock.GetUtcNow()));
        table.Row("GET /matches/{matchId}/look-back", () => Task.FromResult(new Call($"/matches/{ending.Match}/look-back", null, new Owners { Mentee = ending.Mentee, Mentor = ending.Mentor, Caseworker = ending.Caseworker }))).Own(Roles.Mentee);
        table.Row("GET /me/summary").Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("GET /who-looked").Any(Roles.Mentee);
        table.Row("GET /sessions/me/data").Any(Roles.Mentee).Any(Roles.Mentor);
        table.Row("GET /partners/{partnerId}/hours", $"/partners/{own.Partner}/hours").Own(Roles.Coordinator);
        table.Row("GET /programme/sessions", "/programme/sessions?from=2026-01-01&to=2026-12-31").Any(Roles.Caseworker, Roles.Administrator);
        await table.Check();
    }

    // A colleague covers today, and a mentor of before is no longer one.
    private Task Relate(Owners owners) => service.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (now, today) = (service.Clock.GetUtcNow(), London.DateAt(service.Clock.GetUtcNow()));
        (await db.HoldCover(owners.Caseworker, default)).Arrange(owners.Cover, today, today, now);
        (await db.HoldMatch(MatchId.New(), owners.Mentee, owners.FormerMentor, now, default)).Become(MatchState.Ended, now);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    });

    private Task End(Owners owners) => service.Db(async db =>
    {
        foreach (var match in await db.Matches.Where(m => m.MenteeId == owners.Mentee || m.MentorId == owners.Mentor).ToListAsync()) match.Become(MatchState.Ended, service.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    });

    private static string NewToken() => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [Fact]
    public async Task Tokens_that_must_be_refused_are_refused() => await TokensThatMustBeRefused.Check(service, Persona.AMentee(MenteeId.New()), "/sessions/me");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_a_match_has_ended_neither_reads_anything_of_the_other_in_any_answer(bool isOver)
    {
        var world = await World.Of(service);
        var off = await world.Book(world.Day(2));
        var begun = await world.Begun();
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { why = "Mum is ill." }).ShouldSucceed();
        var offByMentor = await world.Book(world.Day(1));
        await world.AsMentor.Post($"/sessions/{offByMentor.Id}/cancel", new { why = "The train." }).ShouldSucceed();
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
        past.Select(s => s.Id).ShouldBe([off.Id, offByMentor.Id, begun]);
        past.ShouldAllBe(s => s.MenteeId == mentee);
        past[0].CancelledWhy.ShouldBe(why);

        // Another match of the same mentor goes on as it was, and the others still read what is theirs.
        (await world.AsMentor.Get<Page<MentorsSession>>("/sessions/me")).Items.Single(s => s.Id == elsewhere.Id).MenteeId.ShouldBe(other.Mentee);
        MentorId? mentor = isOver ? null : world.Mentor;
        var mine = await world.AsMentee.Get<MenteesSession>($"/sessions/{off.Id}");
        (mine.MentorId, mine.CancelledWhy).ShouldBe((mentor, "Mum is ill."));
        var theirs = (await world.AsMentee.Get<Page<MenteesSession>>("/sessions/me?past=true")).Items;
        theirs.ShouldAllBe(s => s.MentorId == mentor);
        theirs.Single(s => s.Id == offByMentor.Id).CancelledWhy.ShouldBe(isOver ? null : "The train.");
        (await world.AsMentee.Post($"/sessions/{begun}/attendance", new { outcome = "held" }).ShouldBe<MenteesSession>(HttpStatusCode.OK)).MentorId.ShouldBe(mentor);
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
