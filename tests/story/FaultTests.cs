using System.Net;
using Mentoring.Testing;
using Shouldly;
using Xunit;
using Person = Mentoring.Demo.Person;

namespace Mentoring.Story.Tests;

/// <summary>What happens to a fact when a process or the broker dies at the worst moment: it arrives, and counts once.</summary>
public sealed class FaultTests(Programme programme)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_killed_between_commit_and_publish_tells_its_fact_once_it_is_back()
    {
        var (coordinator, partner) = await programme.NewPartner();
        programme.Wire("mentor").HoldToServer();
        var mentor = await Register(coordinator, partner);
        await programme.Process("mentor").Kill();
        (await Waiting(mentor)).ShouldBe(1, "the fact was committed and not yet told");
        (await Known(mentor)).ShouldBe(0);
        var message = await Message(mentor);

        programme.Wire("mentor").Resume();
        await programme.Start("mentor");

        await Eventually.Is(async () => await Known(mentor) == 1, "matching hears of the mentor");
        await Eventually.Is(async () => await Waiting(mentor) == 0, "the outbox is empty again");
        (await Receipts(message)).ShouldBe(1);
    }

    [Fact]
    public async Task A_service_killed_between_publish_and_confirmation_tells_its_fact_twice_and_it_counts_once()
    {
        var (coordinator, partner) = await programme.NewPartner();
        var earlier = await Register(coordinator, partner);
        await Eventually.Is(async () => await Known(earlier) == 1, "the mentor service has reached the broker");
        programme.Wire("mentor").HoldToClient();
        var mentor = await Register(coordinator, partner);
        await Eventually.Is(async () => await Known(mentor) == 1, "matching hears of the mentor although the mentor service never learns that it was told");
        (await Waiting(mentor)).ShouldBe(1, "what was not confirmed stays in the outbox");
        var message = await Message(mentor);
        await programme.Process("mentor").Kill();

        programme.Wire("mentor").Resume();
        await programme.Start("mentor");

        await Eventually.Is(async () => await Waiting(mentor) == 0, "it was told again and confirmed");
        var later = await Register(coordinator, partner);
        await Eventually.Is(async () => await Known(later) == 1, "what was told after the repeat has arrived");
        (await Receipts(message)).ShouldBe(1, "the repeat counted for nothing");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RabbitMQ_restarted_in_mid_traffic_loses_nothing_and_doubles_nothing(bool crash)
    {
        if (!programme.Rabbit.IsOwn) Assert.Skip("RabbitMQ is not installed on this machine, and the shared one must not be restarted.");
        var (coordinator, partner) = await programme.NewPartner();
        var receipts = await programme.Count("matching", "select count(*) from receipts");
        var registered = new List<Guid>();
        for (var i = 0; i < 30; i++) registered.Add(await Register(coordinator, partner));
        var restart = crash ? programme.Rabbit.CrashAndStart() : programme.Rabbit.Restart();
        while (!restart.IsCompleted || registered.Count < 120) registered.Add(await Register(coordinator, partner));
        await restart;
        for (var i = 0; i < 30; i++) registered.Add(await Register(coordinator, partner));

        var ids = string.Join(',', registered.Select(id => $"'{id}'"));
        await Eventually.Is(async () => await programme.Count("matching", $"select count(*) from mentor_copies where id in ({ids})") == registered.Count, "matching knows every mentor that was accepted", TimeSpan.FromSeconds(90));
        await Eventually.Is(async () => await programme.Count("mentor", "select count(*) from outbox") == 0, "the outbox is empty again", TimeSpan.FromSeconds(60));
        (await programme.Count("mentor", $"select count(*) from mentors where partner_id = '{partner}'")).ShouldBe(registered.Count);
        (await programme.Count("matching", "select count(*) from receipts") - receipts).ShouldBe(registered.Count, "every fact counted once");
    }

    [Fact]
    public async Task One_trace_leads_from_the_request_to_the_other_services_commit()
    {
        var (coordinator, partner) = await programme.NewPartner();
        var traceId = Guid.CreateVersion7().ToString("n");
        using var response = await coordinator.Try("mentor", HttpMethod.Post, $"/partners/{partner}/mentors", Programme.SomeMentor($"{traceId}@partner.example"), null, Cancel, ("traceparent", $"00-{traceId}-00f067aa0ba902b7-01"));
        response.StatusCode.ShouldBe(HttpStatusCode.Created);

        await Eventually.Is(() => programme.Traces.Saw("mentor", traceId, "Microsoft.AspNetCore"), "the mentor service took the request");
        await Eventually.Is(() => programme.Traces.Saw("mentor", traceId, "MassTransit"), "the mentor service told the fact");
        await Eventually.Is(() => programme.Traces.Saw("matching", traceId, "MassTransit"), "matching heard it");
        await Eventually.Is(() => programme.Traces.Saw("matching", traceId, "Npgsql"), "matching wrote it down");
    }

    [Fact]
    public async Task A_service_told_to_stop_finishes_and_leaves_nothing_unsaid()
    {
        var (coordinator, partner) = await programme.NewPartner();
        var mentor = await Register(coordinator, partner);
        (await programme.Process("mentor").Stop()).ShouldBe(0);
        await programme.Start("mentor");
        await Eventually.Is(async () => await Known(mentor) == 1, "matching hears of the mentor");
    }

    private static async Task<Guid> Register(Person coordinator, Guid partner)
    {
        using var response = await coordinator.Try("mentor", HttpMethod.Post, $"/partners/{partner}/mentors", Programme.SomeMentor($"{Guid.CreateVersion7():n}@partner.example"), Guid.CreateVersion7().ToString(), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Cancel));
        return (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Cancel)).GetProperty("mentorId").GetGuid();
    }

    private Task<long> Waiting(Guid mentor) => programme.Count("mentor", $"select count(*) from outbox where body->>'mentorId' = '{mentor}'");

    private Task<long> Known(Guid mentor) => programme.Count("matching", $"select count(*) from mentor_copies where id = '{mentor}'");

    private Task<Guid> Message(Guid mentor) => programme.Ask<Guid>("mentor", $"select message_id from outbox where body->>'mentorId' = '{mentor}'");

    // Written in the same commit as what the fact caused.
    private Task<long> Receipts(Guid message) => programme.Count("matching", $"select count(*) from receipts where message_id = '{message}'");
}
