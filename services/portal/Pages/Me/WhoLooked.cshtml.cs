using Mentoring.Shared;
using Mentoring.Shared.Audit;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Who looked at what about them, day by day.</summary>
/// <param name="db">The accounts, for the names of those who work here.</param>
public sealed class WhoLookedModel(AccountsDb db) : MyPage
{
    private static readonly string[] Services = [Service.Mentee, Service.Matching, Service.Session];

    /// <summary>A day.</summary>
    /// <param name="On">The day.</param>
    /// <param name="Lines">Who, and what they opened.</param>
    public sealed record Day(DateOnly On, IReadOnlyList<(string Who, string What)> Lines);

    /// <summary>The days, the newest first.</summary>
    public IReadOnlyList<Day> Days { get; private set; } = [];

    /// <summary>Whether a service does not answer, so that something may be missing.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        Title = "Who looked";
        Back = "/me/who-sees";
        var parts = await Task.WhenAll(Services.Select(service => Ask.Get<IReadOnlyList<Look>>(service, "/who-looked")));
        IsAway = parts.Any(part => !part.IsThere);
        Look[] looks = [.. parts.SelectMany(part => part.Value ?? [])];
        var names = await db.NamesOf(looks.Where(look => look.As != Roles.Mentor).Select(look => (AccountId?)new AccountId(look.By)), Gone);
        Days =
        [
            .. looks.GroupBy(look => look.On).OrderByDescending(day => day.Key).Select(day => new Day(
                day.Key,
                [.. day.GroupBy(look => Who(look, names)).OrderBy(who => who.Key, StringComparer.Ordinal).Select(who => (who.Key, WhatWasRead.InWords(who.Select(look => look.Part))))])),
        ];
    }

    private static string Who(Look look, StaffNames names) => look.As switch
    {
        Roles.Mentor => "Your mentor",
        Roles.SafeguardingLead => $"{names[new(look.By)]}, who keeps everybody safe",
        _ => $"{names[new(look.By)]}, caseworker",
    };

    private sealed record Look(DateOnly On, Guid By, string As, string Part);
}

/// <summary>Words for the parts of a record, as services name them where reading is kept.</summary>
public static class WhatWasRead
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [RecordParts.Record] = "what you told us about you",
        [RecordParts.Introduction] = "what you share with your mentor",
        [RecordParts.Timeline] = "what happened when",
        [RecordParts.Matches] = "your mentors and offers",
        [RecordParts.Sessions] = "your times to meet",
        [RecordParts.Goals] = "your goals",
        [RecordParts.Reflections] = "your thoughts",
        [RecordParts.CheckIns] = "notes of talks with you",
        [RecordParts.HowItGoes] = "how it goes with your mentor",
    };

    /// <summary>Whether there are words for a part.</summary>
    public static bool Knows(string part) => Words.ContainsKey(part);

    /// <summary>Parts as a list in words.</summary>
    public static string InWords(IEnumerable<string> parts)
    {
        var all = string.Join(", ", parts.Distinct(StringComparer.Ordinal).Select(part => Words.GetValueOrDefault(part, "something about you")).Distinct(StringComparer.Ordinal));
        return all.Length == 0 ? all : char.ToUpperInvariant(all[0]) + all[1..];
    }
}
