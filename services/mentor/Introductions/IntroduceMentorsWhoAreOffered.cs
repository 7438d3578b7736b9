using MassTransit;
using Mentoring.Contracts.Matching;

namespace Mentoring.Mentors;

/// <summary>From the offer on, the young person may see the mentor's introduction. An approval says so too, in case it is heard first.</summary>
/// <param name="db">The database.</param>
public sealed class IntroduceMentorsWhoAreOffered(MentorDb db) : IConsumer<MatchOffered>, IConsumer<MatchApproved>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchOffered> context) =>
        Introduction.Open(db, context.Message.MatchId, context.Message.MenteeId, context.Message.MentorId, context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchApproved> context) =>
        Introduction.Open(db, context.Message.MatchId, context.Message.MenteeId, context.Message.MentorId, context.CancellationToken);
}
