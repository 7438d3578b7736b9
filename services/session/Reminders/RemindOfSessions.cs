using Mentoring.Contracts.Sessions;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>
/// Tells which sessions are near, at start and then every fifteen seconds, or as setting <c>Reminders:Every</c> says. Several instances may run it: each session is locked
/// by one of them, and that a reminder was told is written in the commit that puts it into the outbox.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="settings">The settings.</param>
/// <param name="log">The log.</param>
public sealed class RemindOfSessions(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, IConfiguration settings, ILogger<RemindOfSessions> log) : BackgroundService
{
    private const int Batch = 100;

    /// <summary>Tells every reminder that is due, and says how many sessions there were.</summary>
    public async Task<int> RemindAll(CancellationToken cancel)
    {
        var all = 0;
        for (var some = Batch; some == Batch; all += some) some = await RemindSome(cancel);
        return all;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(settings.GetValue("Reminders:Every", TimeSpan.FromSeconds(15)), clock);
        do
        {
            try
            {
                await RemindAll(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not look for sessions to remind of; will look again in a moment");
            }
        }
        while (await often.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> RemindSome(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var near = await db.HoldSessionsNear(now, Batch, cancel);
        var due = near.SelectMany(session => Enum.GetValues<ReminderKind>().Where(kind => Reminder.IsDue(kind, session, now)).Select(kind => (Session: session, Kind: kind))).ToList();
        var people = near.SelectMany(s => new[] { s.MenteeId.Value, s.MentorId.Value }).ToHashSet();
        var choices = await db.OwnChoices.AsNoTracking().Where(c => people.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId, c => c.Remind, cancel);
        foreach (var (session, kind) in due)
        {
            if (!await db.ClaimReminder(session, kind, now, cancel)) continue;
            if (Reminder.IsWanted(kind, choices.GetValueOrDefault(session.MenteeId.Value))) db.Tell(Fact(session, kind, Voice.Mentee, now));
            if (Reminder.IsWanted(kind, choices.GetValueOrDefault(session.MentorId.Value))) db.Tell(Fact(session, kind, Voice.Mentor, now));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (due.Count > 0) postman.Ring();
        return near.Length;
    }

    private static SessionReminderDue Fact(Session session, ReminderKind kind, Voice to, DateTimeOffset now) => new()
    {
        SessionId = session.Id.Value,
        MatchId = session.MatchId.Value,
        MenteeId = session.MenteeId.Value,
        MentorId = session.MentorId.Value,
        To = to == Voice.Mentee ? "mentee" : "mentor",
        Kind = Reminder.Word(kind),
        StartsAt = session.StartsAt,
        At = now,
    };
}
