using MassTransit;
using Mentoring.Contracts.Matching;

namespace Mentoring.Mentors;

/// <summary>Once a match is declined, withdrawn or ended, the young person no longer sees the mentor's introduction.</summary>
/// <param name="db">The database.</param>
public sealed class CloseIntroductionsWhenMatchesAreOver(MentorDb db) : IConsumer<MatchDeclined>, IConsumer<MatchRejected>, IConsumer<MatchEnded>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchDeclined> context) =>
        Introduction.Close(db, context.Message.MatchId, context.Message.MenteeId, context.Message.MentorId, context.Message.At, context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchRejected> context) =>
        Introduction.Close(db, context.Message.MatchId, context.Message.MenteeId, context.Message.MentorId, context.Message.At, context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchEnded> context) =>
        Introduction.Close(db, context.Message.MatchId, context.Message.MenteeId, context.Message.MentorId, context.Message.At, context.CancellationToken);
}
