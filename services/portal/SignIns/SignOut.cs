using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Ends the sign-in that the request comes with.</summary>
public static class SignOut
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sign-out", Handle)
        .WithSummary("Sign out")
        .WithDescription("The handle stops working at once; tokens that other services already hold die within five minutes.")
        .OnlyWithSession().ForEverybodySignedIn();

    private static async Task<NoContent> Handle(HttpContext http, Caller caller, OwnSignIns own, CancellationToken cancel)
    {
        await own.End(caller.Account, http.User.SignIn(), cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Ends every sign-in of the caller, on every device.</summary>
public static class SignOutEverywhere
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sign-out/everywhere", Handle)
        .WithSummary("Sign out everywhere").OnlyWithSession().ForEverybodySignedIn();

    private static async Task<NoContent> Handle(Caller caller, OwnSignIns own, CancellationToken cancel)
    {
        await own.EndAll(caller.Account, but: null, cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Lists where the caller is signed in.</summary>
public static class ListSignIns
{
    /// <summary>One of your sign-ins.</summary>
    public sealed record Answer
    {
        /// <summary>Its id.</summary>
        public required SignInId Id { get; init; }

        /// <summary>Since when, UTC.</summary>
        public required DateTimeOffset StartedAt { get; init; }

        /// <summary>Until when, UTC.</summary>
        public required DateTimeOffset ExpiresAt { get; init; }

        /// <summary>The kind of browser.</summary>
        /// <example>Chrome on Android</example>
        public required string? Browser { get; init; }

        /// <summary>Whether it is the one this request comes with.</summary>
        public required bool IsThis { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/me/sign-ins", Handle)
        .WithSummary("Where you are signed in").WithDescription("Newest first; at most the 50 newest.").ForEverybodySignedIn();

    private static async Task<Ok<IReadOnlyList<Answer>>> Handle(HttpContext http, Caller caller, OwnSignIns own, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var here = http.User.SignIn();
        return TypedResults.Ok<IReadOnlyList<Answer>>([.. (await own.List(caller.Account, cancel)).Select(s => new Answer { Id = s.Id, StartedAt = s.StartedAt, ExpiresAt = s.ExpiresAt, Browser = s.Browser, IsThis = s.Id == here })]);
    }
}

/// <summary>Ends one of the caller's sign-ins.</summary>
public static class EndSignIn
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/me/sign-ins/{id}/ending", Handle)
        .WithSummary("Sign out on one device").ProducesProblem(StatusCodes.Status404NotFound).ForEverybodySignedIn();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(SignInId id, Caller caller, OwnSignIns own, CancellationToken cancel) =>
        await own.End(caller.Account, id, cancel) ? TypedResults.NoContent() : Problems.NotFound();
}

/// <summary>Somebody's sign-ins, which they can look at and end.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class OwnSignIns(AccountsDb db, TimeProvider clock)
{
    /// <summary>Those that are open, newest first; at most 50.</summary>
    public Task<List<SignIn>> List(AccountId account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.SignIns.AsNoTracking().Where(s => s.AccountId == account.Value && s.ExpiresAt > now).OrderByDescending(s => s.StartedAt).Take(50).ToListAsync(cancel);
    }

    /// <summary>Ends one. False when it is not theirs or not there.</summary>
    public async Task<bool> End(AccountId account, SignInId id, CancellationToken cancel)
    {
        var ended = await db.SignIns.Where(s => s.AccountId == account.Value && s.Id == id).ExecuteDeleteAsync(cancel) == 1;
        if (ended) await db.Keep("signed out", $"sign-in {id} of account {account}", cancel);
        return ended;
    }

    /// <summary>Ends all, or all but one.</summary>
    public async Task EndAll(AccountId account, SignInId? but, CancellationToken cancel)
    {
        await db.SignIns.Where(s => s.AccountId == account.Value && (but == null || s.Id != but)).ExecuteDeleteAsync(cancel);
        await db.Keep("signed out everywhere", $"account {account}", cancel);
    }
}
