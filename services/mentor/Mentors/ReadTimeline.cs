using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>What happened with a mentor: who, when, what and why.</summary>
public static class ReadTimeline
{
    /// <summary>The kinds of things that happen.</summary>
    public enum What
    {
        /// <summary>A step to another stage.</summary>
        Stage,

        /// <summary>A caseworker put details right.</summary>
        Correction,

        /// <summary>A check was recorded.</summary>
        Check,

        /// <summary>A section of the record was changed.</summary>
        Change,
    }

    /// <summary>One thing that happened.</summary>
    public sealed record Happening
    {
        /// <summary>When, UTC.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>The account that did it; null when a check ran out by itself.</summary>
        public required AccountId? By { get; init; }

        /// <summary>What kind of thing.</summary>
        public required What What { get; init; }

        /// <summary>The stage that was entered; null for anything but a step.</summary>
        public Stage? Stage { get; init; }

        /// <summary>The check that was recorded; null for anything else.</summary>
        public CheckAnswer? Check { get; init; }

        /// <summary>The section that was changed, for the last time on that day by that account; null for anything else.</summary>
        public Section? Section { get; init; }

        /// <summary>Which details were put right, such as <c>email</c>; empty for anything but a correction.</summary>
        public IReadOnlyList<string> Corrected { get; init; } = [];

        /// <summary>For a clearance in spite of an adverse finding, and for a no to one, whose account had proposed it; null for anything else.</summary>
        public AccountId? ProposedBy { get; init; }

        /// <summary>Why, or a check's note; null when nothing was said.</summary>
        public string? Why { get; init; }
    }

    /// <summary>Everything that happened.</summary>
    public sealed record Answer
    {
        /// <summary>Newest first.</summary>
        public required IReadOnlyList<Happening> Happenings { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/{id}/timeline", Handle).Sensitive(RecordParts.Mentor).For(Roles.Caseworker, Roles.SafeguardingLead).MayAnswer(400, 403, 404)
        .WithSummary("Read what happened with a mentor").WithDescription("Newest first. A safeguarding lead says why in the Access-Reason header (10 to 500 characters); the reason is kept.");

    internal static IReadOnlyList<Happening> Of(Mentor mentor) =>
    [
        .. mentor.Story.Select(s => new Happening { At = s.At, By = By(s.By), What = s.Corrected.Count > 0 ? What.Correction : What.Stage, Stage = s.Corrected.Count > 0 ? null : s.To, Corrected = s.Corrected, ProposedBy = By(s.ProposedBy), Why = s.Why })
            .Concat(mentor.Checks.OrderBy(c => c.Number).Select(c => new Happening { At = c.RecordedAt, By = c.RecordedBy, What = What.Check, Check = CheckAnswer.Of(c), Why = c.Note }))
            .Concat(mentor.Edits.Select(e => new Happening { At = e.At, By = By(e.By), What = What.Change, Section = e.Section }))
            .Reverse().OrderByDescending(h => h.At),
    ];

    private static AccountId? By(Guid? account) => account is { } id ? new AccountId(id) : null;

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MentorId id, Caller caller, LeadAccess lead, MentorDb db, CancellationToken cancel)
    {
        if (await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } mentor) return Problems.NotFound();
        if (!caller.Is(Roles.Caseworker) && !await lead.Allows(db, caller, $"mentor {id} (timeline)", cancel)) return Problems.NotFound();
        return TypedResults.Ok(new Answer { Happenings = Of(mentor) });
    }
}
