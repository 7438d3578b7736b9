using MassTransit;
using Mentoring.Contracts.Matching;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>From approval, the mentor may read the young person's first name and goals.</summary>
/// <param name="db">The database.</param>
public sealed class OpenIntroductionWhenMatchApproved(MenteeDb db) : IConsumer<MatchApproved>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchApproved> context) => db.Database.ExecuteSqlAsync(
        $"""
        insert into introductions (match, mentee, mentor, approved_at)
        values ({context.Message.MatchId}, {context.Message.MenteeId}, {context.Message.MentorId}, {context.Message.At.ToUniversalTime()})
        on conflict (match) do update set approved_at = excluded.approved_at
        """,
        context.CancellationToken);
}
