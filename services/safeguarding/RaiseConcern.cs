using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>Somebody signed in raises a concern.</summary>
public static class RaiseConcern
{
    /// <summary>What they tell. Only the first two are needed.</summary>
    public sealed record Request
    {
        /// <summary>What happened, in their own words, at most 5,000 characters.</summary>
        /// <example>Somebody waits for me outside college and I do not feel safe.</example>
        [Required(ErrorMessage = "Tell us what happened. A few words are enough.")]
        [StringLength(5000, ErrorMessage = "That is a lot to write. Please keep it under 5,000 characters; you can add more afterwards.")]
        public required string WhatHappened { get; init; }

        /// <summary>Whether somebody is in danger right now.</summary>
        /// <example>false</example>
        public required bool InDangerNow { get; init; }

        /// <summary>What they would like to happen, at most 2,000 characters.</summary>
        /// <example>I would like somebody to ring me.</example>
        [StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
        public string? WhatWouldHelp { get; init; }

        /// <summary><c>myself</c>, <c>my-mentor</c>, <c>my-caseworker</c>, <c>somebody-who-works-here</c> or <c>somebody-else</c>.</summary>
        /// <example>myself</example>
        public About? About { get; init; }

        /// <summary>Whom it is about, in their own words, at most 200 characters.</summary>
        /// <example>A man I do not know</example>
        [StringLength(200, ErrorMessage = "Please keep this under 200 characters.")]
        public string? AboutWhom { get; init; }

        /// <summary>How to reach them, at most 200 characters.</summary>
        /// <example>Text me after four</example>
        [StringLength(200, ErrorMessage = "Please keep this under 200 characters.")]
        public string? HowToReachMe { get; init; }

        /// <summary>The young person it is about; counts from a caseworker or a safeguarding lead.</summary>
        public MenteeId? MenteeId { get; init; }

        /// <summary>The mentor it is about; counts from a caseworker, a safeguarding lead or a coordinator.</summary>
        public MentorId? MentorId { get; init; }

        /// <summary>The match it is about; counts from its mentor, its young person, a caseworker or a safeguarding lead.</summary>
        public MatchId? MatchId { get; init; }

        /// <summary>The accounts of those who work here and whom it is about, at most 10: it is hidden from them, and read by safeguarding leads only.</summary>
        /// <example>[]</example>
        [MaxLength(10, ErrorMessage = "Name at most ten people.")]
        public IReadOnlyList<AccountId>? HideFrom { get; init; }
    }

    /// <summary>It is safe with us. The words themselves are not said back.</summary>
    public sealed record Answer
    {
        /// <summary>The concern, under <c>/concerns/mine</c>.</summary>
        public required ConcernId Id { get; init; }

        /// <summary>When it was raised, UTC.</summary>
        /// <example>2026-11-23T10:15:00Z</example>
        public required DateTimeOffset RaisedAt { get; init; }

        /// <summary>By when a safeguarding lead reads it, UTC.</summary>
        /// <example>2026-11-24T10:15:00Z</example>
        public required DateTimeOffset ReadBy { get; init; }

        /// <summary>What happens next, and what to do when somebody is in danger.</summary>
        public required string Message { get; init; }
    }

    internal const string Thanks = "Thank you for telling us. A safeguarding lead reads it within one working day.";
    internal const string InDanger = "Call 999 now if somebody is in danger. A safeguarding lead reads this within an hour, but the police and an ambulance are faster.";

    /// <summary>For so long the same words from the same person are the same telling.</summary>
    private static readonly TimeSpan SentAgain = TimeSpan.FromMinutes(10);

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns", Handle)
        .WithName(nameof(RaiseConcern))
        .WithSummary("Raise a concern.")
        .WithDescription("It is saved before the answer is given. The very same from the same person within ten minutes is answered with the first. A link that is not the caller's to make is left out; the words are kept all the same.")
        .Refuses(400)
        .ForEverybodySignedIn();

    private static async Task<Created<Answer>> Handle(Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var isStaff = caller.Is(Roles.Caseworker) || caller.Is(Roles.SafeguardingLead);
        var match = await FindMatch(request, caller, isStaff, db, cancel);
        var mentee = caller.Is(Roles.Mentee) ? caller.Mentee : isStaff ? request.MenteeId ?? match?.MenteeId : match?.MenteeId;
        var mentor = isStaff || caller.Is(Roles.Coordinator) ? request.MentorId ?? match?.MentorId : match?.MentorId;
        var concern = Concern.Raise(
            new()
            {
                By = caller.Account,
                As = RaiserOf(caller),
                ByMentor = caller.Is(Roles.Mentor) ? caller.Mentor : null,
                WhatHappened = request.WhatHappened.Trim(),
                InDangerNow = request.InDangerNow,
                WhatWouldHelp = request.WhatWouldHelp.Typed(),
                About = request.About,
                AboutWhom = request.AboutWhom.Typed(),
                HowToReachMe = request.HowToReachMe.Typed(),
                MenteeId = mentee,
                MentorId = mentor,
                MatchId = match?.Id,
                HiddenFrom = [.. request.HideFrom ?? [], .. await OwnCaseworker(request, caller, db, cancel)],
            },
            clock.GetUtcNow());
        if (await Earlier(concern, db, cancel) is { } same)
        {
            concern = same;
        }
        else
        {
            db.Add(concern);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/concerns/mine/{concern.Id}", new Answer
        {
            Id = concern.Id,
            RaisedAt = concern.RaisedAt,
            ReadBy = concern.DueAt,
            Message = concern.InDangerNow ? InDanger : Thanks,
        });
    }

    // Back and send again brings the same telling under a new key. Word for word the same within minutes is that, and no second concern.
    private static async Task<Concern?> Earlier(Concern concern, SafeguardingDb db, CancellationToken cancel)
    {
        var since = concern.RaisedAt - SentAgain;
        var lately = await db.Concerns.Where(c => c.RaisedBy == concern.RaisedBy && c.RaisedAt > since && c.State != ConcernState.Closed).OrderBy(c => c.RaisedAt).ToListAsync(cancel);
        return lately.Find(concern.SaysTheSameAs);
    }

    // "My mentor" is whoever was matched with them last, also when that has ended.
    private static Task<MatchCopy?> FindMatch(Request request, Caller caller, bool isStaff, SafeguardingDb db, CancellationToken cancel)
    {
        var own = db.Matches.AsNoTracking().Where(m =>
            isStaff || (caller.Is(Roles.Mentee) && m.MenteeId == caller.Mentee) || (caller.Is(Roles.Mentor) && m.MentorId == caller.Mentor));
        if (request.MatchId is { } id) return own.SingleOrDefaultAsync(m => m.Id == id, cancel);
        return request.About == About.MyMentor && caller.Mentee is { } me
            ? own.Where(m => m.MenteeId == me).OrderByDescending(m => m.ApprovedAt).FirstOrDefaultAsync(cancel)
            : Task.FromResult<MatchCopy?>(null);
    }

    private static async Task<AccountId[]> OwnCaseworker(Request request, Caller caller, SafeguardingDb db, CancellationToken cancel)
    {
        if (request.About != About.MyCaseworker || caller.Mentee is not { } me) return [];
        var mentee = await db.Mentees.AsNoTracking().SingleOrDefaultAsync(m => m.Id == me, cancel);
        return mentee?.CaseworkerId is { } caseworker ? [new(caseworker.Value)] : [];
    }

    private static Raiser RaiserOf(Caller caller) =>
        caller.Is(Roles.Mentee) ? Raiser.Mentee
        : caller.Is(Roles.Mentor) ? Raiser.Mentor
        : caller.Is(Roles.Coordinator) ? Raiser.Coordinator
        : caller.Is(Roles.Caseworker) ? Raiser.Caseworker
        : caller.Is(Roles.SafeguardingLead) ? Raiser.SafeguardingLead
        : Raiser.Administrator;
}
