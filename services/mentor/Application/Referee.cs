namespace Mentoring.Mentors;

/// <summary>Somebody outside the family who knows the mentor and will say so to a caseworker.</summary>
public sealed record Referee
{
    /// <summary>How many an application needs.</summary>
    public const int Needed = 2;

    /// <summary>The longest answer to how they know each other.</summary>
    public const int LongestHow = 200;

    /// <summary>Their name.</summary>
    public required string Name { get; init; }

    /// <summary>How they know the mentor, in the mentor's words.</summary>
    public required string HowTheyKnowYou { get; init; }

    /// <summary>Their e-mail address in small letters; null when there is a phone number.</summary>
    public required string? Email { get; init; }

    /// <summary>Their phone number; null when there is an e-mail address.</summary>
    public required string? Phone { get; init; }
}

/// <summary>Training that a mentor says they have done. It counts once a caseworker has recorded the check.</summary>
public sealed record TrainingDone
{
    /// <summary>The most that can be told.</summary>
    public const int Most = 10;

    /// <summary>The longest name of a training.</summary>
    public const int LongestName = 120;

    /// <summary>Which.</summary>
    public required string Name { get; init; }

    /// <summary>The local date it was done.</summary>
    public required DateOnly DoneOn { get; init; }
}
