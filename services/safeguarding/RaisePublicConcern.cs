using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>Somebody who is not signed in raises a concern. They need not say who they are.</summary>
public static class RaisePublicConcern
{
    /// <summary>What they tell. Only the first two are needed.</summary>
    public sealed record Request
    {
        /// <inheritdoc cref="RaiseConcern.Request.WhatHappened"/>
        /// <example>I saw a young person being shouted at outside the library.</example>
        [Required(ErrorMessage = "Tell us what happened. A few words are enough.")]
        [StringLength(5000, ErrorMessage = "That is a lot to write. Please keep it under 5,000 characters.")]
        public required string WhatHappened { get; init; }

        /// <inheritdoc cref="RaiseConcern.Request.InDangerNow"/>
        /// <example>false</example>
        public required bool InDangerNow { get; init; }

        /// <inheritdoc cref="RaiseConcern.Request.WhatWouldHelp"/>
        /// <example>Please find out whether they are all right.</example>
        [StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
        public string? WhatWouldHelp { get; init; }

        /// <inheritdoc cref="RaiseConcern.Request.AboutWhom"/>
        /// <example>A girl of about sixteen</example>
        [StringLength(200, ErrorMessage = "Please keep this under 200 characters.")]
        public string? AboutWhom { get; init; }

        /// <summary>Whether it is about somebody who works here; then only safeguarding leads read it.</summary>
        /// <example>false</example>
        public bool AboutStaff { get; init; }

        /// <summary>How to reach them, if they want to be reached, at most 200 characters.</summary>
        /// <example>07700 900123, in the evening</example>
        [StringLength(200, ErrorMessage = "Please keep this under 200 characters.")]
        public string? HowToReachMe { get; init; }
    }

    /// <summary>It is safe with us.</summary>
    public sealed record Answer
    {
        /// <summary>What happens next, and what to do when somebody is in danger.</summary>
        public required string Message { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/public-concerns", Handle)
        .WithName(nameof(RaisePublicConcern))
        .WithSummary("Raise a concern without signing in.")
        .WithDescription("It is saved before the answer is given. Nobody has to say who they are.")
        .Refuses(400, 429)
        .RequireRateLimiting(PublicLimit.Policy)
        .ForAnybody();

    private static async Task<Accepted<Answer>> Handle(Request request, SafeguardingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var concern = Concern.Raise(
            new()
            {
                WhatHappened = request.WhatHappened.Trim(),
                InDangerNow = request.InDangerNow,
                WhatWouldHelp = request.WhatWouldHelp.Typed(),
                About = request.AboutStaff ? About.SomebodyWhoWorksHere : null,
                AboutWhom = request.AboutWhom.Typed(),
                HowToReachMe = request.HowToReachMe.Typed(),
            },
            clock.GetUtcNow());
        db.Add(concern);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Accepted((string?)null, new Answer { Message = concern.InDangerNow ? RaiseConcern.InDanger : RaiseConcern.Thanks });
    }
}
