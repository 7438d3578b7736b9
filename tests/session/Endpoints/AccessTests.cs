using Mentoring.Shared;
using Mentoring.Testing;
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
}
