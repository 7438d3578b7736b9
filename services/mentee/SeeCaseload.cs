using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A caseworker's own caseload and those they cover today.</summary>
public static class SeeCaseload
{
    /// <summary>One page of the caseload.</summary>
    public sealed record Answer
    {
        /// <summary>The young people, in the order in which they were referred.</summary>
        public required IReadOnlyList<Entry> Items { get; init; }

        /// <summary>Give this as <c>after</c> to get the next page; null on the last.</summary>
        public required Guid? Next { get; init; }

        /// <summary>How many fit the stage and the search, on all pages.</summary>
        /// <example>12</example>
        public required int Total { get; init; }

        /// <summary>How many fit the search in each stage, every stage named.</summary>
        public required IReadOnlyDictionary<string, int> Stages { get; init; }
    }

    /// <summary>One young person of the caseload.</summary>
    public sealed record Entry
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>Their first name.</summary>
        public required string FirstName { get; init; }

        /// <summary>Their last name.</summary>
        public required string LastName { get; init; }

        /// <summary>Where they stand.</summary>
        public required MenteeStage Stage { get; init; }

        /// <summary>The last date of being ready; null when not ready.</summary>
        public required DateOnly? ReadyUntil { get; init; }

        /// <summary>When they were referred, UTC.</summary>
        public required DateTimeOffset ReferredAt { get; init; }

        /// <summary>Whose caseload they are in.</summary>
        public required CaseworkerId CaseworkerId { get; init; }

        /// <summary>Whether they are a colleague's and seen because of cover.</summary>
        public required bool Covering { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Your caseload")
        .WithDescription("Your own and those you cover today; only those of one stage when stage is given: referred, agreed, ready, paused or left. search is a part of the name. With counts over all pages.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        string? stage,
        [StringLength(100, ErrorMessage = "A name to look for has 100 characters at most.")] string? search,
        Caller caller,
        MenteeDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        // A query binds enums by their C# names and by number; here stages are spelled as everywhere else in the API.
        MenteeStage[] stages = stage is null ? Enum.GetValues<MenteeStage>() : [.. Enum.GetValues<MenteeStage>().Where(s => Word(s).Equals(stage, StringComparison.OrdinalIgnoreCase))];
        if (stages.Length == 0) return Problems.Invalid("There is no such stage. Choose from: referred, agreed, ready, paused, left.");
        var (me, today, name) = (caller.Caseworker, clock.Today(), Kept.OrNull(search));
        var counts = await db.Mentees.InCaseloadOf(me, db, today).Called(name).GroupBy(m => m.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var entries = await db.Mentees.After(page.After)
            .InCaseloadOf(me, db, today)
            .Called(name)
            .Where(m => stages.Contains(m.Stage))
            .Take(page.Limit)
            .Select(m => new Entry
            {
                Id = m.Id,
                FirstName = m.Person.FirstName,
                LastName = m.Person.LastName,
                Stage = m.Stage,
                ReadyUntil = m.ReadyUntil,
                ReferredAt = m.ReferredAt,
                CaseworkerId = m.Caseworker!.Value,
                Covering = m.Caseworker != me,
            })
            .ToListAsync(cancel);
        var cut = page.Cut(entries, m => m.Id.Value);
        return TypedResults.Ok(new Answer
        {
            Items = cut.Items,
            Next = cut.Next,
            Total = stages.Sum(s => counts.GetValueOrDefault(s)),
            Stages = Enum.GetValues<MenteeStage>().ToDictionary(Word, s => counts.GetValueOrDefault(s)),
        });
    }

    private static string Word(MenteeStage stage) => stage.ToString().ToLowerInvariant();

    private static IQueryable<Mentee> Called(this IQueryable<Mentee> mentees, string? name)
    {
        if (name is null) return mentees;
        var like = $"%{name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        return mentees.Where(m => EF.Functions.ILike(m.Person.FirstName + " " + m.Person.LastName, like, @"\"));
    }
}
