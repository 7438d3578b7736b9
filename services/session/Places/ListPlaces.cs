using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A safe place, as everybody reads it.</summary>
public sealed record APlace
{
    /// <summary>The place.</summary>
    public required PlaceId Id { get; init; }

    /// <summary>What it is called.</summary>
    /// <example>Central Library café</example>
    public required string Name { get; init; }

    /// <summary>How to find it and where to wait.</summary>
    /// <example>Bishop Street, next to the town hall. Wait at the tables by the window.</example>
    public required string HowToFind { get; init; }

    /// <summary>The first half of its postcode.</summary>
    /// <example>LE1</example>
    public required string OutwardPostcode { get; init; }

    /// <summary>Whether it is not used any more.</summary>
    public required bool Closed { get; init; }

    internal static APlace Of(Place place) => new()
    {
        Id = place.Id,
        Name = place.Name,
        HowToFind = place.HowToFind,
        OutwardPostcode = place.OutwardPostcode,
        Closed = place.ClosedAt is not null,
    };
}

/// <summary>Where people can meet: the safe places, and whether there is a video room.</summary>
public static class ListPlaces
{
    /// <summary>The answer.</summary>
    public sealed record Answer
    {
        /// <summary>The places by name, 300 at most. Those that are not used any more are among them, because a session may be booked there.</summary>
        public required IReadOnlyList<APlace> Places { get; init; }

        /// <summary>Whether the programme has video rooms.</summary>
        public required bool Video { get; init; }

        /// <summary>Where you last planned to meet in person, while that place is used; null when there is none.</summary>
        public required PlaceId? Last { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/places", Handle)
        .WithName(nameof(ListPlaces))
        .WithSummary("Where people can meet.")
        .For(Roles.Mentee, Roles.Mentor, Roles.Caseworker, Roles.Administrator);

    private static async Task<Ok<Answer>> Handle(Caller caller, SessionDb db, VideoRooms video, CancellationToken cancel)
    {
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).ToArrayAsync(cancel);
        var own = OwnChoices.Of(caller);
        MenteeId? mentee = own is (var young, Voice.Mentee) ? new(young) : null;
        MentorId? mentor = own is (var grown, Voice.Mentor) ? new(grown) : null;
        var last = own is null ? null : await db.Sessions.AsNoTracking()
            .Where(s => (s.MenteeId == mentee || s.MentorId == mentor) && s.PlaceId != null && db.Places.Any(p => p.Id == s.PlaceId && p.ClosedAt == null))
            .OrderByDescending(s => s.BookedAt).Select(s => s.PlaceId).FirstOrDefaultAsync(cancel);
        return TypedResults.Ok(new Answer { Places = [.. places.Select(APlace.Of)], Video = video.Exist, Last = last });
    }
}
