using MassTransit;
using Mentoring.Contracts.Portal;

namespace Mentoring.Sessions;

/// <summary>
/// Keeps whose account is shut. A calendar's secret address is a way in without signing in: it shows nothing while its owner may not come in, and
/// calendars that subscribe to it take out what they had.
/// </summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class EmptyCalendarWhenAccountShut(SessionDb db) : IConsumer<AccountShut>, IConsumer<AccountOpened>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AccountShut> context)
    {
        var fact = context.Message;
        foreach (var (id, side) in Owners(fact.MenteeId, fact.MentorId)) (await db.HoldChoices(id, side, context.CancellationToken)).Shut(fact.At);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AccountOpened> context)
    {
        var fact = context.Message;
        foreach (var (id, side) in Owners(fact.MenteeId, fact.MentorId)) (await db.HoldChoices(id, side, context.CancellationToken)).Open(fact.At);
    }

    private static IEnumerable<(Guid Id, Voice Side)> Owners(Guid? mentee, Guid? mentor)
    {
        if (mentee is { } young) yield return (young, Voice.Mentee);
        if (mentor is { } grown) yield return (grown, Voice.Mentor);
    }
}
