using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The check-ins and reviews that a caseworker is asked for.</summary>
public static class ListDueCheckIns
{
    /// <summary>The queue.</summary>
    public sealed record Answer
    {
        /// <summary>Check-ins due in the next seven days, reviews due in the next fourteen, and what is overdue, the longest due first.</summary>
        public required IReadOnlyList<DueCheckIn> Items { get; init; }

        /// <summary>How many there are in all.</summary>
        /// <example>7</example>
        public required int Total { get; init; }

        /// <summary>How many of them are overdue.</summary>
        /// <example>2</example>
        public required int Overdue { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/check-ins/due", Handle)
        .WithName(nameof(ListDueCheckIns))
        .WithSummary("The check-ins and reviews that are due in your caseload and those you cover today.")
        .WithDescription("Twice in the first month of a match (by day 14 and by day 28), then every month, with each side; asked for from seven days before. Reviews with both at six weeks, three, six and twelve months; asked for from fourteen days before.")
        .Refuses(400)
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Caller caller,
        SessionDb db,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("How many, 1 to 200."), Range(1, 200, ErrorMessage = "Take 1 to 200.")] int take = 100)
    {
        var today = clock.Today();
        var due = await db.DueIn(db.CaseloadOf(caller, today), today, cancel);
        return TypedResults.Ok(new Answer { Items = [.. due.Take(take)], Total = due.Count, Overdue = due.Count(d => d.Overdue) });
    }
}
