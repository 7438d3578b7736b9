using MassTransit;
using Mentoring.Contracts.Matching;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>From the ending, the mentor no longer reads anything of the young person, whichever fact came first.</summary>
/// <param name="db">The database.</param>
public sealed class CloseIntroductionWhenMatchEnded(MenteeDb db) : IConsumer<MatchEnded>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchEnded> context) => db.Database.ExecuteSqlAsync(
        $"""
        insert into introductions (match, mentee, mentor, ended_at)
        values ({context.Message.MatchId}, {context.Message.MenteeId}, {context.Message.MentorId}, {context.Message.At.ToUniversalTime()})
        on conflict (match) do update set ended_at = excluded.ended_at
        """,
        context.CancellationToken);
}
