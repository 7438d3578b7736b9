namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>A concern in the queue, as the safeguarding service lists it.</summary>
public sealed record Queued
{
    /// <summary>The concern.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was raised.</summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>As what somebody raised it.</summary>
    public string RaisedAs { get; init; } = string.Empty;

    /// <summary>Whom it is about.</summary>
    public string? About { get; init; }

    /// <summary>The young person it is linked to.</summary>
    public Guid? MenteeId { get; init; }

    /// <summary>Whether somebody is in danger.</summary>
    public bool InDangerNow { get; init; }

    /// <summary>Whether it is about somebody who works here.</summary>
    public bool IsAboutStaff { get; init; }

    /// <summary>new, seen, in-hand or closed.</summary>
    public string State { get; init; } = string.Empty;

    /// <summary>How bad it is.</summary>
    public string? Severity { get; init; }

    /// <summary>The lead who looks after it.</summary>
    public Mentoring.Shared.AccountId? Owner { get; init; }

    /// <summary>Whether there are words that nobody has read.</summary>
    public bool HasNewWords { get; init; }

    /// <summary>From when it is overdue.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether it is.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What to look at first, as tags.</summary>
    public IEnumerable<(string Words, string Colour)> Tags => ConcernWords.Tags(IsOverdue, State, InDangerNow, HasNewWords, Severity, IsAboutStaff);
}

/// <summary>How pages speak of concerns to safeguarding leads.</summary>
public static class ConcernWords
{
    /// <summary>What to look at first, as tags: word and colour.</summary>
    public static IEnumerable<(string Words, string Colour)> Tags(bool isOverdue, string state, bool inDanger, bool hasNewWords, string? severity, bool isAboutStaff)
    {
        if (isOverdue) yield return ("Overdue", "red");
        if (inDanger && state != "closed") yield return ("In danger now", "red");
        yield return state switch
        {
            "new" => ("New", "yellow"),
            "seen" => ("Read, not taken on", "blue"),
            "in-hand" => ("In hand", "turquoise"),
            _ => ("Closed", "grey"),
        };
        if (hasNewWords) yield return ("New words", "purple");
        if (severity is not null) yield return (Severity(severity), severity is "immediate" or "high" ? "orange" : "grey");
        if (isAboutStaff) yield return ("About staff", "pink");
    }

    /// <summary>How bad it is.</summary>
    public static string Severity(string severity) => severity switch
    {
        "immediate" => "Immediate",
        "high" => "High",
        "standard" => "Standard",
        _ => "Low",
    };

    /// <summary>As what somebody raised it, for the middle of a sentence.</summary>
    public static string Raiser(string raiser) => raiser switch
    {
        "mentee" => "a young person",
        "mentor" => "a mentor",
        "coordinator" => "a coordinator",
        "caseworker" => "a caseworker",
        "safeguarding-lead" => "a safeguarding lead",
        "administrator" => "an administrator",
        _ => "somebody not signed in",
    };

    /// <summary>Whom it is about.</summary>
    public static string About(string about) => about switch
    {
        "myself" => "Themselves",
        "my-mentor" => "Their mentor",
        "my-caseworker" => "Their caseworker",
        "somebody-who-works-here" => "Somebody who works here",
        _ => "Somebody else",
    };

    /// <summary>What was done, as the title of an entry of the log.</summary>
    public static string Step(string step, string? text) => step switch
    {
        "seen" => "Read",
        "taken" => "Taken on",
        "severity-set" => $"Severity set to {text}",
        "action" => "Action",
        "more-words" => "More words from whoever raised it",
        "hidden" => "Marked as about somebody who works here",
        "closed" => "Closed",
        "owner-left" => "Left to others, because the account was shut",
        _ => "Opened again",
    };
}
