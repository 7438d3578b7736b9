using MassTransit;
using System.Diagnostics;

namespace Mentoring.Shared.Tests;

public sealed class CommandTests(SampleService service)
{
    private static readonly string Dll = typeof(SampleDb).Assembly.Location;

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_list() =>
        await Run(["dance"], ExitCodes.Usage, "There is no command dance. There are: serve (the default), migrate, replay [queue] [--skipped], verify-audit [anchors], greet <name>.");

    [Fact]
    public async Task A_service_has_commands_of_its_own() => await Run(["greet", "Ada"], ExitCodes.Fine, "Hello Ada.");

    [Fact]
    public async Task An_older_schema_is_refused_in_words()
    {
        var servers = await Servers.Get();
        var empty = await servers.CreateDatabase("empty");
        await Run(["--urls=http://127.0.0.1:0"], ExitCodes.OlderSchema, "The database is older than this program", ("ConnectionStrings__Database", empty));
        await servers.DropDatabase(empty);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_said_in_words() =>
        await Run(["--urls=http://127.0.0.1:0"], ExitCodes.NoDatabase, "The database cannot be used", ("ConnectionStrings__Database", "Host=127.0.0.1;Port=9;Database=x;Username=x"));

    [Fact]
    public async Task A_broker_that_cannot_be_reached_is_said_in_words() =>
        await Run(["replay"], ExitCodes.NoBroker, "The broker cannot be used", ("RabbitMq__Uri", "amqp://x:x@127.0.0.1:9/x"));

    [Fact]
    public async Task A_missing_setting_is_said_in_words() =>
        await Run(["replay"], ExitCodes.Usage, "Set RabbitMq:Uri to the broker's address", ("RabbitMq__Uri", "nonsense"));

    [Fact]
    public async Task Migrate_can_be_run_again() => await Run(["migrate"], ExitCodes.Fine, "The queues are there.", ("ConnectionStrings__Owner", service.Owner));

    [Fact]
    public async Task Migrate_works_as_the_owner_and_never_as_the_service() =>
        await Run(["migrate"], ExitCodes.Usage, "Set ConnectionStrings:Owner to the service's database as the role that owns it");

    [Fact]
    public async Task No_service_works_as_a_role_that_could_rewrite_its_past() =>
        await Run(["--urls=http://127.0.0.1:0"], ExitCodes.RoleTooStrong, "could change what is only to be added to", ("ConnectionStrings__Database", service.Owner));

    [Fact]
    public async Task Replay_lists_the_queues_and_knows_only_its_own()
    {
        await Run(["replay"], ExitCodes.Fine, "mentee.remember-approval_error");
        await Run(["replay", "mentee.remember-end"], ExitCodes.Fine, "Nothing was waiting in mentee.remember-end_error.");
        await Run(["replay", "somebody.elses"], ExitCodes.Usage, "This service has no queue somebody.elses. It has: mentee.remember-approval, mentee.remember-end, mentee.tally-approvals.");
    }

    [Fact]
    public void Reactions_hear_what_names_their_service_all_of_it_and_nothing_else()
    {
        FactRules.Check("mentee", typeof(RememberApproval), typeof(RememberEnd)).ShouldBeEmpty();
        FactRules.Check("mentee", typeof(RememberApproval)).ShouldBe(
            [.. ((string[])["MatchEnded", "ContactPaused", "ContactResumed"]).Select(fact => $"mentee must hear {fact}, because HeardBy names it, but no reaction does. Add one with AddMessaging.")],
            ignoreOrder: true);
        FactRules.Check("portal", typeof(RememberApproval)).ShouldContain("RememberApproval hears MatchApproved, but HeardBy of that fact does not name portal. Name it there, or stop listening.");
        FactRules.Check("mentee", typeof(RememberApproval), typeof(RememberEnd), typeof(string)).ShouldBe(["String hears nothing: let it implement IConsumer of a fact."]);
    }

    [Fact]
    public void Queues_are_named_after_service_and_class()
    {
        Reactions.Queue("matching", typeof(EndMatchesWhenMentorLeft)).ShouldBe("matching.end-matches-when-mentor-left");
        Reactions.Queue("mentee", typeof(RememberEnd)).ShouldBe("mentee.remember-end");
    }

    [Fact]
    public async Task One_trace_leads_from_a_fact_through_the_reaction_and_its_outbox_to_the_next_fact()
    {
        using var source = new ActivitySource("tests");
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "tests" or "Mentoring" or "MassTransit" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var match = Guid.CreateVersion7();
        using var activity = source.StartActivity("a test").ShouldNotBeNull();
        await service.Services.GetRequiredService<IBus>().Publish(Some.Approved(match));
        await service.Heard<MenteeReferred>(f => f.MenteeId == match);
        service.Trouble.Traces[match].ShouldBe(activity.TraceId);
        service.Wire.Heard.Single(h => h.Fact is MenteeReferred f && f.MenteeId == match).Headers.Values.ShouldContain(v => v.Contains(activity.TraceId.ToString(), StringComparison.Ordinal));

        // And from a request: the service reads the caller's traceparent.
        var note = await service.AsCaseworker().Post("/notes", new { title = $"A note {match}" }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        await service.Heard<MenteeReferred>(f => f.MenteeId == note.Id.Value);
        service.Wire.Heard.Single(h => h.Fact is MenteeReferred f && f.MenteeId == note.Id.Value).Headers.Values.ShouldContain(v => v.Contains(activity.TraceId.ToString(), StringComparison.Ordinal));
    }

    private async Task Run(string[] arguments, int code, string says, params (string Name, string Value)[] other)
    {
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__Database"] = service.Database,
            ["RabbitMq__Uri"] = service.Vhost.AbsoluteUri,
            ["Auth__Issuer"] = "http://127.0.0.1:1",
        };
        foreach (var (name, value) in other) environment[name] = value;
        var (exit, lines) = await TestProcess.Run(Dll, environment, arguments, TimeSpan.FromSeconds(90));
        var all = string.Join('\n', lines);
        exit.ShouldBe(code, all);
        all.ShouldContain(says);
        all.ShouldNotContain("   at ");
    }

    private sealed class EndMatchesWhenMentorLeft;
}
