using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The hours a partner's people have given.</summary>
public static class SeeHoursOfPartner
{
    /// <summary>Counts about young people are told to partners from this number up, so that nobody can be picked out.</summary>
    public const int CountedFrom = 10;

    /// <summary>The hours of a month.</summary>
    public sealed record Month
    {
        /// <summary>The first day of the month, in London.</summary>
        /// <example>2026-11-01</example>
        public required DateOnly From { get; init; }

        /// <summary>The hours of the sessions held that started in it, to the quarter.</summary>
        /// <example>12.5</example>
        public required decimal Hours { get; init; }

        /// <summary>How many of the partner's mentors gave them.</summary>
        /// <example>4</example>
        public required int Mentors { get; init; }
    }

    /// <summary>The hours given.</summary>
    public sealed record Answer
    {
        /// <summary>The last twelve months, this one last; a month without sessions is there with none.</summary>
        public required IReadOnlyList<Month> Months { get; init; }

        /// <summary>The hours since the beginning.</summary>
        /// <example>140.25</example>
        public required decimal HoursInAll { get; init; }

        /// <summary>How many young people were met since the beginning; null below ten.</summary>
        /// <example>12</example>
        public required int? YoungPeople { get; init; }

        /// <summary>Why the number of young people is not told; null when it is.</summary>
        /// <example>Numbers of young people are shown from ten up, so that nobody can be picked out.</example>
        public required string? WhyNoYoungPeople { get; init; }
    }

    private sealed record Row(DateOnly Month, decimal Hours, int Mentors);

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/hours", Handle)
        .WithName(nameof(SeeHoursOfPartner))
        .WithSummary("The hours your people have given, month by month.")
        .WithDescription("Of sessions that were held. Of young people only how many there were, and that from ten up.")
        .Refuses(404)
        .For(Roles.Coordinator);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(PartnerId partnerId, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId)) return Problems.NotFound();
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select date_trunc('month', s.starts_at at time zone 'Europe/London')::date as month,
                   sum(extract(epoch from s.ends_at - s.starts_at) / 3600)::numeric(12, 2) as hours,
                   count(distinct s.mentor_id)::int as mentors
            from sessions s join mentors m on m.id = s.mentor_id
            where m.partner_id = {partnerId.Value} and s.state = 'Held'
            group by 1
            """).ToArrayAsync(cancel);
        var met = await db.Sessions.Where(s => s.State == SessionState.Held && db.Mentors.Any(m => m.Id == s.MentorId && m.PartnerId == partnerId))
            .Select(s => s.MenteeId).Distinct().CountAsync(cancel);

        var today = clock.Today();
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        return TypedResults.Ok(new Answer
        {
            Months =
            [
                .. Enumerable.Range(0, 12).Select(back => thisMonth.AddMonths(back - 11)).Select(month =>
                    Array.Find(rows, r => r.Month == month) is { } row
                        ? new Month { From = month, Hours = row.Hours, Mentors = row.Mentors }
                        : new Month { From = month, Hours = 0, Mentors = 0 }),
            ],
            HoursInAll = rows.Sum(r => r.Hours),
            YoungPeople = met >= CountedFrom ? met : null,
            WhyNoYoungPeople = met >= CountedFrom ? null : "Numbers of young people are shown from ten up, so that nobody can be picked out.",
        });
    }
}
