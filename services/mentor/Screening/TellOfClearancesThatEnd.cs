using Mentoring.Shared.Messaging;

namespace Mentoring.Mentors;

/// <summary>Tells 90, 30 and 7 days before its end that a clearance ends, once each.</summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public sealed class TellOfClearancesThatEnd(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<TellOfClearancesThatEnd> log) : RoundOfMentors(scopes, clock, postman, log)
{
    /// <inheritdoc/>
    protected override FormattableString Due(DateOnly today, int batch) =>
        $"""
        select m.id as "Value" from mentors m
        where m.cleared_until between {today} and {today.AddDays(Mentor.DaysToldBefore.Max())}
          and m.end_told_at is distinct from (select min(days) from unnest({Mentor.DaysToldBefore.ToArray()}) as days where m.cleared_until - {today} <= days)
        limit {batch} for update of m skip locked
        """;

    /// <inheritdoc/>
    protected override void Do(Mentor mentor, DateOnly today, DateTimeOffset now) => mentor.TellOfEndIfDue(today, now);
}
