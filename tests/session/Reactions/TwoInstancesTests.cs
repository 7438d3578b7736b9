using System.Globalization;
using Mentoring.Contracts.Sessions;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Reactions;

/// <summary>
/// Two real instances of the service, of which one is killed at a random moment while sessions come near, are moved and are called off:
/// every reminder is told once, and none of what was called off. Three rounds here; tests/session/reminders runs fifty.
/// </summary>
public sealed class TwoInstancesTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("MENTORING_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    [Fact]
    public async Task Whoever_is_killed_every_reminder_is_told_once_and_none_of_a_session_that_was_called_off()
    {
        var servers = await Servers.Get();
        var database = await servers.CreateDatabase("test_reminders");
        var vhost = await servers.CreateVhost("test-reminders");
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Database"] = database,
            ["RabbitMq__Uri"] = vhost.AbsoluteUri,
            ["Auth__Issuer"] = "http://127.0.0.1:1",
            ["Reminders__Every"] = "00:00:00.1",
        };
        var dll = typeof(SessionDb).Assembly.Location;
        var ports = new[] { TestProcess.FreePort(), TestProcess.FreePort() };
        var (code, lines) = await TestProcess.Run(dll, settings.Append(new("ConnectionStrings__Owner", servers.AsOwner(database))), ["migrate"]);
        code.ShouldBe(0, string.Join('\n', lines));
        await using var wire = await FactWire.Join(vhost);
        var running = await Task.WhenAll(Serve(0), Serve(1));
        try
        {
            // Not for secrets. Which moment it was is printed with a failure.
            var random = new Random();
            List<Session> coming = [];
            var told = new List<string>();
            for (var round = 0; round < Rounds; round++)
            {
                var victim = random.Next(2);
                var after = random.Next(1, 900);
                var kill = KillAfter(running[victim], after);
                var made = new List<Session>();
                for (var part = 0; part < 12; part++) made.AddRange(await Come(database, random));
                await kill;
                var others = made.ConvertAll(s => s.Id);
                await Eventually.Is(() => AllTold(database, others), $"the other instance tells what is due after a kill at {after} ms", TimeSpan.FromSeconds(60));
                coming.AddRange(made);
                told.Add($"round {round + 1}: {(victim == 0 ? "first" : "second")} killed after {after} ms");
                running[victim] = await Serve(victim);
            }

            await wire.CatchUp();
            var facts = wire.Heard.Where(h => h.Fact is SessionReminderDue).Select(h => (h.MessageId, Fact: (SessionReminderDue)h.Fact)).ToList();
            await using var db = Db(database);
            var sessions = await db.Sessions.AsNoTracking().ToDictionaryAsync(s => s.Id.Value);
            foreach (var session in coming.Select(s => sessions[s.Id.Value]))
            {
                // A fact may travel twice; it then has the same id, by which whoever hears it knows. Counted here is what was told.
                var mine = facts.Where(f => f.Fact.SessionId == session.Id.Value).DistinctBy(f => f.MessageId).Select(f => f.Fact).ToList();
                if (session.State == SessionState.Cancelled) mine.ShouldAllBe(f => f.At < session.ClosedAt, $"a session that was called off was reminded of; {string.Join(", ", told)}");
                else mine.Select(f => f.To).Order().ToArray().ShouldBe(["mentee", "mentor"], customMessage: $"not once each; {string.Join(", ", told)}");
            }

            coming.Count(s => sessions[s.Id.Value].State == SessionState.Booked).ShouldBeGreaterThan(Rounds * 20);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{Rounds} rounds: {coming.Count} sessions, {coming.Count(s => sessions[s.Id.Value].State == SessionState.Cancelled)} called off, {facts.DistinctBy(f => f.MessageId).Count()} reminders told, {facts.Count} messages on the wire.");
        }
        finally
        {
            foreach (var process in running) await process.DisposeAsync();
            await servers.DropVhost(vhost);
            await servers.DropDatabase(database);
        }

        Task<TestProcess> Serve(int which) => TestProcess.Serve($"instance {which + 1}", dll, ports[which], settings).Ready();
    }

    private static async Task KillAfter(TestProcess process, int milliseconds)
    {
        using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        await moment.WaitForNextTickAsync();
        await process.Kill();
    }

    // Some sessions come near: some stay, some were called off before, and some are called off now, as the service does it.
    private static async Task<List<Session>> Come(string database, Random random)
    {
        var now = TimeProvider.System.GetUtcNow();
        List<Session> made = [];
        await using (var db = Db(database))
        {
            for (var i = 0; i < 6; i++)
            {
                var match = new MatchCopy { Id = Shared.MatchId.New(), MenteeId = Shared.MenteeId.New(), MentorId = Shared.MentorId.New() };
                var starts = new DateTimeOffset(now.UtcTicks / 10 * 10, TimeSpan.Zero).AddMinutes(random.Next(20, 59));
                var session = Session.Book(match, Stretch.Of(starts, 30), Decisions.Sample.By(MeetingWay.Phone), Voice.Mentee, now.AddDays(-2));
                if (i == 0) session.Cancel(Voice.Mentor, null, now.AddDays(-1));
                made.Add(session);
            }

            db.AddRange(made);
            await db.SaveChangesAsync();
        }

        foreach (var doomed in made.Skip(1).Take(2))
        {
            await using var db = Db(database);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var session = (await db.HoldSession(doomed.Id, default))!;
            session.Cancel(Voice.Mentee, null, TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return made;
    }

    private static async Task<bool> AllTold(string database, List<Shared.SessionId> sessions)
    {
        await using var db = Db(database);
        var open = await db.Sessions.CountAsync(s => sessions.Contains(s.Id) && s.State == SessionState.Booked && !db.Reminders.Any(r => r.SessionId == s.Id));
        return open == 0 && !await db.Outbox.AnyAsync();
    }

    private static SessionDb Db(string database) => new(new DbContextOptionsBuilder<SessionDb>().UseNpgsql(database).Options);
}
