using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The caller's own choices about their sessions: reminders, and the address of their calendar.</summary>
public static class ChooseForMySessions
{
    /// <summary>What is chosen.</summary>
    public sealed record Choices
    {
        /// <summary>When you are reminded.</summary>
        public required RemindMe Remind { get; init; }

        /// <summary>Since when your calendar has the address it has now, UTC; null when it has none. The address itself is not kept.</summary>
        /// <example>2026-11-20T09:30:00Z</example>
        public required DateTimeOffset? CalendarSince { get; init; }

        internal static Choices Of(OwnChoices? own) => new() { Remind = own?.Remind ?? default, CalendarSince = own?.CalendarSince };
    }

    /// <summary>When to be reminded.</summary>
    public sealed record Reminders
    {
        /// <summary><c>both</c>, <c>day-before</c>, <c>hour-before</c> or <c>none</c>.</summary>
        /// <example>both</example>
        public required RemindMe Remind { get; init; }
    }

    /// <summary>A new address.</summary>
    public sealed record Address
    {
        /// <summary>The secret in it: 32 random bytes in base64url, 43 letters. Only its hash is kept.</summary>
        /// <example>q7Vb0Xn3mJ5tLw8sYz2cK4dR6fH9gP1aE0uTiOvBxNM</example>
        [Required(ErrorMessage = "The secret is 32 random bytes in base64url, 43 letters."), RegularExpression("^[A-Za-z0-9_-]{43}$", ErrorMessage = "The secret is 32 random bytes in base64url, 43 letters.")]
        public required string Token { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sessions/me/choices", See)
            .WithName("SeeChoices").WithSummary("What you have chosen about your sessions.")
            .Refuses(404).For(Roles.Mentee, Roles.Mentor);
        app.MapPut("/sessions/me/reminders", Remind)
            .WithName("ChooseReminders").WithSummary("Choose when you are reminded of your sessions.")
            .Refuses(400, 404).For(Roles.Mentee, Roles.Mentor);
        app.MapPut("/sessions/me/calendar", Open)
            .WithName("OpenCalendar").WithSummary("Give your calendar a secret address; one it had before works no longer.")
            .Refuses(400, 404).For(Roles.Mentee, Roles.Mentor);
        app.MapDelete("/sessions/me/calendar", Close)
            .WithName("CloseCalendar").WithSummary("Close the address of your calendar.")
            .Refuses(404).For(Roles.Mentee, Roles.Mentor);
    }

    private static async Task<Results<Ok<Choices>, ProblemHttpResult>> See(Caller caller, SessionDb db, CancellationToken cancel)
    {
        if (OwnChoices.Of(caller) is not (var id, _)) return Problems.NotFound();
        return TypedResults.Ok(Choices.Of(await db.OwnChoices.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == id, cancel)));
    }

    private static Task<Results<Ok<Choices>, ProblemHttpResult>> Remind(Reminders request, Caller caller, SessionDb db, CancellationToken cancel) =>
        Change(caller, db, own => own.Choose(request.Remind), cancel);

    private static Task<Results<Ok<Choices>, ProblemHttpResult>> Open(Address request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel) =>
        Change(caller, db, own => own.OpenCalendar(request.Token, clock.GetUtcNow()), cancel);

    private static Task<Results<Ok<Choices>, ProblemHttpResult>> Close(Caller caller, SessionDb db, CancellationToken cancel) =>
        Change(caller, db, own => own.CloseCalendar(), cancel);

    private static async Task<Results<Ok<Choices>, ProblemHttpResult>> Change(Caller caller, SessionDb db, Action<OwnChoices> change, CancellationToken cancel)
    {
        if (OwnChoices.Of(caller) is not (var id, var side)) return Problems.NotFound();
        var own = await db.HoldChoices(id, side, cancel);
        change(own);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Choices.Of(own));
    }
}
