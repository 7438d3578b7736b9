using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>
/// Saves a part of what a young person wants and likes, such as one card or one page, and leaves the rest as it is. Everything
/// can be skipped. What matters to them is theirs to order: the goal area named first matters most.
/// </summary>
public static class ChangeProfile
{
    /// <summary>
    /// Any part of the profile. What is left out stays as it was; a list replaces the whole list, an empty one empties it, and
    /// an empty text takes the text away.
    /// </summary>
    public sealed record Request
    {
        /// <inheritdoc cref="Profile.GoalAreas"/>
        /// <example>["confidence", "money"]</example>
        [WordsFrom(WordList.GoalAreas)]
        public IReadOnlyList<string>? GoalAreas { get; init; }

        /// <inheritdoc cref="Profile.Interests"/>
        /// <example>["football", "music"]</example>
        [WordsFrom(WordList.Interests)]
        public IReadOnlyList<string>? Interests { get; init; }

        /// <inheritdoc cref="Profile.Dislikes"/>
        /// <example>["running"]</example>
        [WordsFrom(WordList.Interests)]
        public IReadOnlyList<string>? Dislikes { get; init; }

        /// <inheritdoc cref="Profile.TalkStyles"/>
        /// <example>["walk-and-talk"]</example>
        [WordsFrom(WordList.TalkStyles)]
        public IReadOnlyList<string>? TalkStyles { get; init; }

        /// <inheritdoc cref="Profile.Languages"/>
        /// <example>["en"]</example>
        [WordsFrom(WordList.Languages)]
        public IReadOnlyList<string>? Languages { get; init; }

        /// <inheritdoc cref="Profile.Preferences"/>
        [MaxLength(20, ErrorMessage = "That is too many wishes. Keep the 20 that matter most.")]
        [NoEmptyPlaces]
        public IReadOnlyList<Wish>? Preferences { get; init; }

        /// <inheritdoc cref="Profile.Hopes"/>
        /// <example>["animal-care"]</example>
        [WordsFrom(WordList.Sectors)]
        public IReadOnlyList<string>? Hopes { get; init; }

        /// <inheritdoc cref="Profile.NeverMatchOn"/>
        /// <example>["near"]</example>
        [WordsFrom(WordList.Factors)]
        public IReadOnlyList<string>? NeverMatchOn { get; init; }

        /// <inheritdoc cref="Profile.AvoidPartners"/>
        /// <example>[]</example>
        [MaxLength(50, ErrorMessage = "That is too many. Keep it to 50.")]
        public IReadOnlyList<PartnerId>? AvoidPartners { get; init; }

        /// <inheritdoc cref="Profile.OutwardPostcode"/>
        /// <example>LE2</example>
        [StringLength(10, ErrorMessage = "This does not look like a postcode. The first half looks like LE2.")]
        public string? OutwardPostcode { get; init; }

        /// <inheritdoc cref="Profile.InPerson"/>
        /// <example>true</example>
        public bool? InPerson { get; init; }

        /// <inheritdoc cref="Profile.Online"/>
        /// <example>true</example>
        public bool? Online { get; init; }

        /// <inheritdoc cref="Profile.Zone"/>
        /// <example>Europe/London</example>
        [StringLength(50, ErrorMessage = "This is not a time zone we know. Most people need Europe/London.")]
        public string? Zone { get; init; }

        /// <inheritdoc cref="Profile.Weekly"/>
        [MaxLength(50, ErrorMessage = "That is too many times. Keep it to 50.")]
        [NoEmptyPlaces]
        public IReadOnlyList<FreeTime>? Weekly { get; init; }

        /// <inheritdoc cref="Profile.GoalsInMyWords"/>
        /// <example>I want to feel OK talking to new people.</example>
        [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
        public string? GoalsInMyWords { get; init; }

        /// <inheritdoc cref="Profile.AboutMe"/>
        /// <example>I live with my nan. I like Leicester City.</example>
        [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
        public string? AboutMe { get; init; }

        /// <inheritdoc cref="Profile.WhatToAvoid"/>
        /// <example>Please do not ask about my dad. Not near the bus station.</example>
        [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
        public string? WhatToAvoid { get; init; }

        /// <inheritdoc cref="Profile.GettingAround"/>
        /// <example>I take the bus. Half an hour is fine.</example>
        [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
        public string? GettingAround { get; init; }

        /// <summary>The whole profile after the change.</summary>
        public Profile On(Profile before) => new()
        {
            GoalAreas = GoalAreas ?? before.GoalAreas,
            Interests = Interests ?? before.Interests,
            Dislikes = Dislikes ?? before.Dislikes,
            TalkStyles = TalkStyles ?? before.TalkStyles,
            Languages = Languages ?? before.Languages,
            Preferences = Preferences ?? before.Preferences,
            Hopes = Hopes ?? before.Hopes,
            NeverMatchOn = NeverMatchOn ?? before.NeverMatchOn,
            AvoidPartners = AvoidPartners ?? before.AvoidPartners,
            OutwardPostcode = OutwardPostcode ?? before.OutwardPostcode,
            InPerson = InPerson ?? before.InPerson,
            Online = Online ?? before.Online,
            Zone = Zone ?? before.Zone,
            Weekly = Weekly ?? before.Weekly,
            GoalsInMyWords = GoalsInMyWords ?? before.GoalsInMyWords,
            AboutMe = AboutMe ?? before.AboutMe,
            WhatToAvoid = WhatToAvoid ?? before.WhatToAvoid,
            GettingAround = GettingAround ?? before.GettingAround,
        };
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPatch("/mentees/{id}/profile", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Save a part of what you want and like")
        .WithDescription("For the young person themselves and their caseworker. What is left out stays as it was; an empty list or text takes it away. The order of goalAreas is kept: the first matters most. Tells MenteeProfileChanged when something changed.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ValidationProblem, ProblemHttpResult>> Handle(
        MenteeId id, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var profile = request.On(mentee.Profile ?? Profile.Empty);
        var wrong = profile.Validate(new(profile)).ToList();
        if (wrong.Count > 0) return Wrong(wrong);
        var decision = mentee.Describe(profile, Who.Is(caller, id), today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }

    // The parts were looked at one by one before; whether they fit to what was saved earlier shows only now.
    private static ValidationProblem Wrong(IEnumerable<ValidationResult> wrong) => TypedResults.ValidationProblem(
        wrong.GroupBy(w => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(w.MemberNames.First())).ToDictionary(g => g.Key, g => g.Select(w => w.ErrorMessage!).ToArray()),
        "Some of what was sent needs mending; see errors.",
        title: Problems.Title(StatusCodes.Status400BadRequest));
}
