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

    private static async Task<NoContent> Handle(HttpContext http, AccountsDb db, CancellationToken cancel)
    {
        var id = http.User.SignIn();
        await db.SignIns.Where(s => s.Id == id).ExecuteDeleteAsync(cancel);
        return TypedResults.NoContent();
    }
}
