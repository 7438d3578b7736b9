using Mentoring.Shared.Messaging;

namespace Mentoring.Mentors;

/// <summary>Forgets what was written about a DBS certificate six months after its date.</summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public sealed class ForgetCertificates(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<ForgetCertificates> log) : RoundOfMentors(scopes, clock, postman, log)
{
    /// <inheritdoc/>
    protected override FormattableString Due(DateOnly today, int batch) =>
        $"""
        select m.id as "Value" from mentors m
        where exists (
            select 1 from checks c
            where c.mentor_id = m.id and c.kind = 'Dbs' and (c.decided_on + make_interval(months => {Check.MonthsOfWords}))::date <= {today}
              and (c.note is not null or c.finding is not null or (c.has_finding and m.stage <> 'Screening')))
        limit {batch} for update of m skip locked
        """;

    /// <inheritdoc/>
    protected override void Do(Mentor mentor, DateOnly today, DateTimeOffset now) => mentor.ForgetCertificates(today);
}
