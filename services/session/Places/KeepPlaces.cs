using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Caseworkers and administrators keep the list of safe places.</summary>
public static class KeepPlaces
{
    /// <summary>How many places the list holds at most.</summary>
    public const int AtMost = 300;

    /// <summary>A place in words.</summary>
    public sealed record Words
    {
        /// <summary>What it is called, at most 80 characters.</summary>
        /// <example>Central Library café</example>
        [Required(ErrorMessage = "Say what the place is called."), StringLength(80, ErrorMessage = "Name it in at most 80 characters.")]
        public required string Name { get; init; }

        /// <summary>How to find it and where to wait, at most 300 characters. Read by young people: plain words.</summary>
        /// <example>Bishop Street, next to the town hall. Wait at the tables by the window.</example>
        [Required(ErrorMessage = "Say how to find it."), StringLength(300, ErrorMessage = "Say how to find it in at most 300 characters.")]
        public required string HowToFind { get; init; }

        /// <summary>The first half of its postcode.</summary>
        /// <example>LE1</example>
        [Required(ErrorMessage = "Give the first half of its postcode, such as LE1."), RegularExpression("^[A-Z]{1,2}[0-9][A-Z0-9]?$", ErrorMessage = "Give the first half of its postcode, such as LE1.")]
        public required string OutwardPostcode { get; init; }
    }

    /// <summary>Whether it is used.</summary>
    public sealed record Closing
    {
        /// <summary>True when it is not used any more, false when it is used again.</summary>
        /// <example>true</example>
        public required bool Closed { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/places", Add).WithName("AgreePlace").WithSummary("Put a safe place on the list.")
            .WithDescription("A place that is open to the public, with others about. Never a home.")
            .Refuses(400, 409).For(Roles.Caseworker, Roles.Administrator);
        app.MapPut("/places/{placeId}", Change).WithName("DescribePlace").WithSummary("Put a place in other words.")
            .WithDescription("Whoever has a session booked there is told, and their calendars take the new words.")
            .Refuses(400, 404, 409).For(Roles.Caseworker, Roles.Administrator);
        app.MapPost("/places/{placeId}/closing", Close).WithName("ClosePlace").WithSummary("Say that a place is not used any more, or used again.")
            .WithDescription("Nobody can book it or move to it any more. What is booked there stays, and the two are told to choose another place; see GET /places/{placeId}/booked.")
            .Refuses(400, 404).For(Roles.Caseworker, Roles.Administrator);
    }

    private static async Task<Results<Created<APlace>, ProblemHttpResult>> Add(Words request, SessionDb db, CancellationToken cancel)
    {
        if (WhyNot(request) is { } wrong) return wrong;
        if (await db.Places.CountAsync(cancel) >= AtMost) return Problems.Conflict($"The list holds at most {AtMost} places. Use one that is there.");
        var place = Place.Agree(request.Name.Trim(), request.HowToFind.Trim(), request.OutwardPostcode);
        db.Add(place);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/places/{place.Id}", APlace.Of(place));
    }

    private static async Task<Results<Ok<APlace>, ProblemHttpResult>> Change(PlaceId placeId, Words request, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (WhyNot(request) is { } wrong) return wrong;
        if (await db.HoldPlace(placeId, cancel) is not { } place) return Problems.NotFound();
        if (place.Describe(request.Name.Trim(), request.HowToFind.Trim(), request.OutwardPostcode).Changed)
        {
            var now = clock.GetUtcNow();
            foreach (var session in await db.HoldSessionsAt(place.Id, now, cancel)) session.HearOfPlace(now);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(APlace.Of(place));
    }

    private static async Task<Results<Ok<APlace>, ProblemHttpResult>> Close(PlaceId placeId, Closing request, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldPlace(placeId, cancel) is not { } place) return Problems.NotFound();
        var now = clock.GetUtcNow();
        if (!request.Closed) place.Reopen();
        else if (place.Close(now).Changed)
            foreach (var session in await db.HoldSessionsAt(place.Id, now, cancel)) session.LosePlace(now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(APlace.Of(place));
    }

    private static ProblemHttpResult? WhyNot(Words words) =>
        Text.Of(words.Name) is null ? Problems.Invalid("Say what the place is called.")
        : Text.Of(words.HowToFind) is null ? Problems.Invalid("Say how to find it.")
        : null;
}
