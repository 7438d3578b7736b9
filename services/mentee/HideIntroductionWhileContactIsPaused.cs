using MassTransit;
using Mentoring.Contracts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>While contact is paused, the mentor reads nothing of the young person, in whatever order the facts come.</summary>
/// <param name="db">The database.</param>
public sealed class HideIntroductionWhileContactIsPaused(MenteeDb db) : IConsumer<ContactPaused>, IConsumer<ContactResumed>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<ContactPaused> context) => db.Database.ExecuteSqlAsync(
        $"""
        insert into introductions (match, mentee, mentor, paused_at)
        values ({context.Message.MatchId}, {context.Message.MenteeId}, {context.Message.MentorId}, {context.Message.At.ToUniversalTime()})
        on conflict (match) do update set paused_at = greatest(introductions.paused_at, excluded.paused_at)
        """,
        context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<ContactResumed> context) => db.Database.ExecuteSqlAsync(
        $"""
        insert into introductions (match, mentee, mentor, resumed_at)
        values ({context.Message.MatchId}, {context.Message.MenteeId}, {context.Message.MentorId}, {context.Message.At.ToUniversalTime()})
        on conflict (match) do update set resumed_at = greatest(introductions.resumed_at, excluded.resumed_at)
        """,
        context.CancellationToken);
}
