using System.Net.Sockets;
using System.Text.Json;

namespace Mentoring.Shared.Tests;

/// <summary>The tools that other tests trust must be able to fail, and to hold what they promise.</summary>
public sealed class ToolTests
{
    private const string Good = """{"name":"Ada","day":"2026-05-01","weekly":[{"from":"18:00"}],"many":2}""";

    [Fact]
    public async Task A_wait_that_is_in_vain_says_what_it_waited_for()
    {
        var failure = await Record.ExceptionAsync(() => Eventually.Is(() => false, "pigs fly", TimeSpan.FromMilliseconds(50)));
        failure.ShouldBeOfType<ShouldAssertException>().Message.ShouldContain("pigs fly");
    }

    [Fact]
    public async Task Moving_the_clock_fires_the_timers_that_fall_due()
    {
        var clock = new MovableClock();
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        var tick = timer.WaitForNextTickAsync().AsTask();
        tick.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromHours(2));
        (await tick.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        clock.Reset();
        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_wire_holds_an_answer_lets_it_go_and_can_be_cut()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var wire = new TcpProxy("127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, wire.Port);
        using var other = await server.AcceptTcpClientAsync();

        wire.HoldToClient();
        await other.GetStream().WriteAsync(new byte[] { 7 });
        await Eventually.Is(() => wire.BytesFromServer == 1, "the wire holds the answer");
        var answer = new byte[1];
        var reading = client.GetStream().ReadAsync(answer).AsTask();
        reading.IsCompleted.ShouldBeFalse();
        wire.Resume();
        (await reading.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(1);
        answer[0].ShouldBe((byte)7);

        wire.Cut();
        await Eventually.Is(() => wire.Connections == 0, "the connection is cut");
    }

    [Fact]
    public void Spoils_are_the_same_every_time_and_never_the_good_body()
    {
        var spoils = Spoils.Of(Good).ToList();
        spoils.ShouldBe(Spoils.Of(Good).ToList());
        spoils.ShouldNotContain(s => s.Body == Good);
        spoils.Select(s => s.Path).Distinct(StringComparer.Ordinal).ShouldBe([string.Empty, "name", "day", "weekly", "weekly[0]", "weekly[0].from", "many"], ignoreOrder: true);
        spoils.ShouldContain(s => s.Path == "weekly[0].from" && s.Kind == Spoil.Missing && s.Body.Contains("\"weekly\":[{}]", StringComparison.Ordinal));
        Enum.GetValues<Spoil>().Where(k => k is not (Spoil.None or Spoil.Id or Spoil.Optional or Spoil.FreeText)).ShouldBeSubsetOf(spoils.Select(s => s.Kind).Distinct());
    }

    [Fact]
    public void Every_wrong_token_differs_from_the_right_one()
    {
        var tokens = new TestTokens("http://127.0.0.1:1", "mentor");
        var persona = Persona.Caseworker();
        var wrong = tokens.Wrong(persona);
        wrong.Values.ShouldNotContain(tokens.For(persona));
        wrong.Count.ShouldBeGreaterThanOrEqualTo(15);
        JsonDocument.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(wrong["without a signature (alg none)"].Split('.')[0])).RootElement.GetProperty("alg").GetString().ShouldBe("none");
    }
}
