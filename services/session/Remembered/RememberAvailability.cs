using MassTransit;
using Mentoring.Contracts.Mentors;
using NodaTime;

namespace Mentoring.Sessions;

/// <summary>Keeps when a mentor is free. Sessions already booked stay: people move or call them off, not a calendar.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberAvailability(SessionDb db) : IConsumer<MentorAvailabilityChanged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorAvailabilityChanged> context)
    {
        var fact = context.Message;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(fact.Zone) is null)
            throw new InvalidOperationException($"There is no zone '{fact.Zone}' in NodaTime's data, so that nobody can say when this mentor is free.");
        var mentor = await db.HoldMentor(new(fact.MentorId), context.CancellationToken);
        mentor.BeFree(new() { Zone = fact.Zone, Weekly = fact.Weekly, Changes = fact.Exceptions }, fact.At);
    }
}
