using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The matching policy in words.</summary>
public sealed class PolicyModel : AdminPage
{
    /// <summary>Every version, the newest first.</summary>
    public Part<IReadOnlyList<Seen>> Policies { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Matching policy";
        Policies = await Ask.Get<IReadOnlyList<Seen>>(Service.Matching, "/policies");
        return Page();
    }

    /// <summary>What counts, the most first.</summary>
    public static IEnumerable<(string What, int Most)> Weights(Seen policy)
    {
        var w = policy.Weights;
        return new (string What, int Most)[]
        {
            ($"The mentor can help with what the young person wants most ({string.Join(", ", w.Goals)} points, in the order they chose)", w.Goals.Sum()),
            ($"What the young person asked for in a mentor ({w.Preference} each)", w.PreferencesMost),
            ($"Things both like ({w.Interest} each)", w.InterestsMost),
            ($"Near enough to meet (same district {w.SameDistrict}, same area {w.SameArea})", Math.Max(w.SameDistrict, w.SameArea)),
            ($"Ways of talking both like ({w.TalkStyle} each)", w.TalkStylesMost),
            ($"Hours in the week when both are free ({w.CommonHour} each)", w.CommonHoursMost),
            ($"Languages beyond the one both speak ({w.Language} each)", w.LanguagesMost),
            ($"Taken off: what one likes and the other would rather not do ({w.Dislike} each)", -w.DislikesMost),
        }.OrderByDescending(f => f.Most);
    }

    /// <summary>What must hold.</summary>
    public static IEnumerable<string> Rules(Seen policy) =>
    [
        "The mentor is cleared, not on a break, and has a place free. The young person is ready.",
        "They share a language and a way to meet, and nothing that either ruled out.",
        $"They are both free for {policy.Rules.CommonMinutes} minutes at a stretch in the week.",
        $"A young person has at most {Say.Count(policy.Rules.MostOffers, "offer")} at once.",
        $"After a no, the same two are not suggested again for {policy.Rules.EarlierNoHoldsDays} days.",
        $"After a match has ended, nothing new is offered for {policy.Rules.BufferDays} days.",
    ];

    /// <summary>A version.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="AdoptedOn">When it was adopted.</param>
    /// <param name="Note">What is new in it.</param>
    /// <param name="Weights">What counts.</param>
    /// <param name="Rules">What must hold.</param>
    /// <param name="NotUsed">What is never used.</param>
    public sealed record Seen(int Version, DateOnly AdoptedOn, string Note, Points Weights, Limits Rules, IReadOnlyList<string> NotUsed);

    /// <summary>What counts; see the matching service.</summary>
    public sealed record Points(IReadOnlyList<int> Goals, int Preference, int PreferencesMost, int Interest, int InterestsMost, int TalkStyle, int TalkStylesMost, int SameDistrict, int SameArea,
        int CommonHour, int CommonHoursMost, int Language, int LanguagesMost, int Dislike, int DislikesMost);

    /// <summary>What must hold; see the matching service.</summary>
    public sealed record Limits(int CommonMinutes, int MostOffers, int EarlierNoHoldsDays, int BufferDays);
}
