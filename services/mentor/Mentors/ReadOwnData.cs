using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>
/// Everything that this service holds about a mentor, for the mentor (UK GDPR, Article 15). Left out is what is another's: which
/// member of staff did something, what a referee wrote in confidence (Data Protection Act 2018, Schedule 2, paragraph 24), which
/// young people were offered, and when a safeguarding lead looked and why.
/// </summary>
public static class ReadOwnData
{
    /// <summary>Everything about a mentor.</summary>
    public sealed record Answer
    {
        /// <summary>When this was put together, UTC.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>The partner they come from; null for an independent volunteer.</summary>
        public required string? Partner { get; init; }

        /// <summary>Date of birth.</summary>
        public required DateOnly DateOfBirth { get; init; }

        /// <summary>When they were registered, UTC.</summary>
        public required DateTimeOffset RegisteredAt { get; init; }

        /// <summary>The record as they see it.</summary>
        public required OwnMentorAnswer Record { get; init; }

        /// <summary>Every step, oldest first.</summary>
        public required IReadOnlyList<Step> Story { get; init; }

        /// <summary>Every check, oldest first.</summary>
        public required IReadOnlyList<CheckMade> Checks { get; init; }

        /// <summary>The last letter with a decision; null before the first.</summary>
        public required DecisionLetterAnswer? Letter { get; init; }

        /// <summary>When which section was changed, oldest first.</summary>
        public required IReadOnlyList<Changed> Changes { get; init; }

        /// <summary>The offers and matches they are or were part of.</summary>
        public required IReadOnlyList<MatchHeld> Matches { get; init; }

        /// <summary>The rows about them in their partner's lists of the last 30 days.</summary>
        public required IReadOnlyList<RowHeld> Lists { get; init; }

        /// <summary>What they wrote to us before they had an account, under the same e-mail address.</summary>
        public required IReadOnlyList<InterestHeld> Interests { get; init; }
    }

    /// <summary>A step from stage to stage, or a correction.</summary>
    public sealed record Step
    {
        /// <summary>The stage.</summary>
        public required Stage Stage { get; init; }

        /// <summary>When, UTC.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>Why; null when nothing was said.</summary>
        public required string? Why { get; init; }

        /// <summary>Which details were put right; empty for a step.</summary>
        public required IReadOnlyList<string> Corrected { get; init; }
    }

    /// <summary>A check that was made.</summary>
    public sealed record CheckMade
    {
        /// <summary>Which check.</summary>
        public required CheckKind Kind { get; init; }

        /// <summary>The level of a DBS certificate; <c>none</c> for every other check.</summary>
        public required DbsLevel Level { get; init; }

        /// <summary>How it came out.</summary>
        public required CheckOutcome Outcome { get; init; }

        /// <summary>The local date it was decided on.</summary>
        public required DateOnly DecidedOn { get; init; }

        /// <summary>The last local date it counts; null when it does not run out.</summary>
        public required DateOnly? ValidUntil { get; init; }

        /// <summary>The note; null for none and for a reference, which is given in confidence.</summary>
        public required string? Note { get; init; }

        /// <summary>How many minutes of training.</summary>
        public required int? Minutes { get; init; }

        /// <summary>The answers to set questions; none of a reference, which is given in confidence.</summary>
        public required IReadOnlyList<InterviewAnswer> Answers { get; init; }

        /// <summary>What came to light that is adverse; null for none, and for a reference.</summary>
        public required string? Finding { get; init; }
    }

    /// <summary>A change of a section.</summary>
    public sealed record Changed
    {
        /// <summary>Which section.</summary>
        public required Section Section { get; init; }

        /// <summary>When, UTC.</summary>
        public required DateTimeOffset At { get; init; }
    }

    /// <summary>An offer or match.</summary>
    public sealed record MatchHeld
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>When it was over, UTC; null while it goes on.</summary>
        public required DateTimeOffset? OverAt { get; init; }
    }

    /// <summary>A row of a partner's list.</summary>
    public sealed record RowHeld
    {
        /// <summary>When the list was sent, UTC.</summary>
        public required DateTimeOffset SentAt { get; init; }

        /// <summary>What the row said.</summary>
        public required IReadOnlyList<string> Cells { get; init; }
    }

    /// <summary>What somebody wrote before they had an account.</summary>
    public sealed record InterestHeld
    {
        /// <summary>When, UTC.</summary>
        public required DateTimeOffset SaidAt { get; init; }

        /// <summary>The name they gave.</summary>
        public required string Name { get; init; }

        /// <summary>Whom they work for.</summary>
        public required string? WorksFor { get; init; }

        /// <summary>Their words.</summary>
        public required string Words { get; init; }

        /// <summary>The note that was made of it.</summary>
        public required string? Note { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/me/data", Handle).For(Roles.Mentor).MayAnswer(404)
        .WithSummary("Read everything held about me").WithDescription("For download. Left out is what is another's: which member of staff did something, the words of a reference, and which young people were offered.");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor is not { } id || await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } mentor) return Problems.NotFound();
        var partner = mentor.PartnerId is { } at ? await db.Partners.AsNoTracking().SingleAsync(p => p.Id == at, cancel) : null;
        var imports = partner is null ? [] : await db.Imports.AsNoTracking().Where(i => i.PartnerId == partner.Id).OrderBy(i => i.SentAt).ToListAsync(cancel);
        return TypedResults.Ok(new Answer
        {
            At = clock.GetUtcNow(),
            Partner = partner?.Name,
            DateOfBirth = mentor.DateOfBirth,
            RegisteredAt = mentor.RegisteredAt,
            Record = OwnMentorAnswer.Of(mentor, clock.Today()),
            Story = [.. mentor.Story.Select(s => new Step { Stage = s.To, At = s.At, Why = s.Why, Corrected = s.Corrected })],
            Checks = [.. mentor.Checks.OrderBy(c => c.Number).Select(Of)],
            Letter = mentor.Letter is { } letter ? DecisionLetterAnswer.Of(letter) : null,
            Changes = [.. mentor.Edits.Select(e => new Changed { Section = e.Section, At = e.At })],
            Matches = await db.Introductions.Where(i => i.MentorId == id).OrderBy(i => i.MatchId).Select(i => new MatchHeld { MatchId = i.MatchId, OverAt = i.ClosedAt }).ToListAsync(cancel),
            Lists = [.. imports.SelectMany(i => i.Rows.Where(r => r.Read.Email == mentor.Email).Select(r => new RowHeld { SentAt = i.SentAt, Cells = r.Read.Cells }))],
            Interests = await db.Interests.Where(i => i.Email == mentor.Email).OrderBy(i => i.Id)
                .Select(i => new InterestHeld { SaidAt = i.SaidAt, Name = i.Name, WorksFor = i.WorksFor, Words = i.Words, Note = i.Note }).ToListAsync(cancel),
        });
    }

    private static CheckMade Of(Check check) => new()
    {
        Kind = check.Kind,
        Level = check.Level,
        Outcome = check.Outcome,
        DecidedOn = check.DecidedOn,
        ValidUntil = check.ValidUntil,
        Minutes = check.Minutes,
        Note = IsInConfidence(check) ? null : check.Note,
        Answers = IsInConfidence(check) ? [] : check.Answers,
        Finding = IsInConfidence(check) ? null : check.Finding,
    };

    private static bool IsInConfidence(Check check) => check.Kind is CheckKind.FirstReference or CheckKind.SecondReference;
}
