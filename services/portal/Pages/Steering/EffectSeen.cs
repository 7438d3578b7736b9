namespace Mentoring.Portal.Pages.Steering;

/// <summary>What a draft would change, or how far the work on it is; see the matching service.</summary>
/// <param name="Percent">How far the work is.</param>
/// <param name="At">When it was worked out.</param>
/// <param name="Effect">The effect; null until then.</param>
public sealed record EffectSeen(int Percent, DateTimeOffset? At, ChangesSeen? Effect);

/// <summary>The effect in counts.</summary>
/// <param name="Waiting">How many young people wait.</param>
/// <param name="FreePlaces">How many places are free.</param>
/// <param name="GainPlace">Who would get a mentor and does not now.</param>
/// <param name="LosePlace">Who gets a mentor now and would not.</param>
/// <param name="Same">Who has the same mentor in both.</param>
/// <param name="Better">Who has a better one.</param>
/// <param name="Worse">Who has a worse one.</param>
/// <param name="Different">Who has another one, about whom the two policies disagree.</param>
/// <param name="Present">The present plan.</param>
/// <param name="Draft">The draft's plan.</param>
/// <param name="Spreads">How many of each group get a mentor.</param>
public sealed record ChangesSeen(int Waiting, int FreePlaces, int GainPlace, int LosePlace, int Same, int Better, int Worse, int Different, PlanSeen Present, PlanSeen Draft, IReadOnlyList<SpreadSeen> Spreads)
{
    /// <summary>What happens to how many, in words, with how it is drawn.</summary>
    public IReadOnlyList<(string Words, int Count, string Class)> Parts =>
    [
        ("would get a mentor, and do not now", GainPlace, "chart__part--gain"), ("would get a better mentor for them", Better, "chart__part--better"),
        ("would get the same mentor", Same, "chart__part--same"), ("would get another mentor, not clearly better or worse", Different, "chart__part--other"),
        ("would get a mentor who fits less well", Worse, "chart__part--worse"), ("would get no mentor, and do now", LosePlace, "chart__part--lose"),
    ];
}

/// <summary>A plan in numbers.</summary>
/// <param name="Matched">How many have a mentor in it.</param>
/// <param name="ByPresent">Points by the policy in force.</param>
/// <param name="ByDraft">Points by the draft.</param>
/// <param name="MatchedWaited">How long those with a mentor have waited.</param>
/// <param name="LeftWaited">How long those without one have waited.</param>
public sealed record PlanSeen(int Matched, PointsSeen? ByPresent, PointsSeen? ByDraft, DaysSeen? MatchedWaited, DaysSeen? LeftWaited);

/// <summary>Points of some matches.</summary>
/// <param name="Worst">The fewest.</param>
/// <param name="Median">The middle.</param>
public sealed record PointsSeen(int Worst, int Median);

/// <summary>Days of waiting.</summary>
/// <param name="Median">The middle.</param>
/// <param name="Longest">The most.</param>
public sealed record DaysSeen(int Median, int Longest);

/// <summary>The groups of one kind.</summary>
/// <param name="By">Which kind.</param>
/// <param name="Groups">The groups; none when nothing can be told.</param>
public sealed record SpreadSeen(string By, IReadOnlyList<GroupSeen> Groups)
{
    /// <summary>As a heading.</summary>
    public string Heading => By switch { "age" => "By age", "languages" => "By language", "online" => "By how they can meet", _ => "By area" };
}

/// <summary>One group.</summary>
/// <param name="Group">Which.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Present">How many get a mentor now.</param>
/// <param name="Draft">How many would under the draft.</param>
public sealed record GroupSeen(string Group, int Waiting, int Present, int Draft);
