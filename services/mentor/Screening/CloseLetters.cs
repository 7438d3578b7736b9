using Mentoring.Shared.Messaging;

namespace Mentoring.Mentors;

/// <summary>Ends the time in which somebody who was declined may come in and read why.</summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public sealed class CloseLetters(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<CloseLetters> log) : RoundOfMentors(scopes, clock, postman, log)
{
    /// <inheritdoc/>
    protected override FormattableString Due(DateOnly today, int batch) => $"""select m.id as "Value" from mentors m where m.may_read_until < {today} limit {batch} for update skip locked""";

    /// <inheritdoc/>
    protected override void Do(Mentor mentor, DateOnly today, DateTimeOffset now) => mentor.CloseLetterIfDue(today, now);
}
