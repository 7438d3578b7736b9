using Mentoring.Shared.Messaging;

namespace Mentoring.Mentors;

/// <summary>Takes clearance away the day after a check's last day.</summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public sealed class LapseClearances(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<LapseClearances> log) : RoundOfMentors(scopes, clock, postman, log)
{
    // This one waits for whoever holds a mentor, in one order, and skips nobody: a clearance that has ended is not to last for another minute.
    /// <inheritdoc/>
    protected override FormattableString Due(DateOnly today, int batch) => $"""select m.id as "Value" from mentors m where m.cleared_until < {today} order by m.id limit {batch} for update""";

    /// <inheritdoc/>
    protected override void Do(Mentor mentor, DateOnly today, DateTimeOffset now) => mentor.LapseIfDue(today, now);
}
