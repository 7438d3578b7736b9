using Mentoring.Testing;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class BadInputTests(BadInputTests.Own service) : IClassFixture<BadInputTests.Own>
{
    public sealed class Own() : ServiceFixture<SessionDb>("session");

    [Fact]
    public async Task Nothing_odd_is_booked()
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, world.SessionsAddress, World.Request(world.Day(3))).As(Persona.AMentee(world.Mentee)).Check();
    }

    [Fact]
    public async Task Nothing_odd_moves_a_session()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        await BadInput.ToPost(service, $"/sessions/{session.Id}/move", new { startsAt = world.Day(4), minutes = 45, how = "phone" })
            .As(Persona.AMentor(world.Mentor)).Accepts("minutes", Spoil.Optional).Accepts("how", Spoil.Optional).Check();
    }

    [Fact]
    public async Task Nothing_odd_calls_a_session_off()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        await BadInput.ToPost(service, $"/sessions/{session.Id}/cancel", new { why = "I have a cold." })
            .As(Persona.AMentee(world.Mentee)).Accepts("why", Spoil.FreeText | Spoil.Optional).Check();
    }

    [Fact]
    public async Task Nothing_odd_is_written_down_as_attendance()
    {
        var world = await World.Of(service);
        var id = await world.Begun();
        await BadInput.ToPost(service, $"/sessions/{id}/attendance", new { outcome = "held" }).As(Persona.AMentor(world.Mentor)).Check();
    }
}
