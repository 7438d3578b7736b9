using Mentoring.Shared;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>A concern as the safeguarding service shows it to a lead.</summary>
public sealed record Whole
{
    /// <summary>The concern.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was raised.</summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>Whose account raised it.</summary>
    public AccountId? RaisedBy { get; init; }

    /// <summary>As what.</summary>
    public string RaisedAs { get; init; } = string.Empty;

    /// <summary>The mentor who raised it.</summary>
    public Guid? RaisedByMentor { get; init; }

    /// <summary>Their words.</summary>
    public string WhatHappened { get; init; } = string.Empty;

    /// <summary>Whether somebody is in danger.</summary>
    public bool InDangerNow { get; init; }

    /// <summary>Their words.</summary>
    public string? WhatWouldHelp { get; init; }

    /// <summary>Whom it is about.</summary>
    public string? About { get; init; }

    /// <summary>Their words.</summary>
    public string? AboutWhom { get; init; }

    /// <summary>Their words.</summary>
    public string? HowToReachMe { get; init; }

    /// <summary>The young person it is linked to.</summary>
    public Guid? MenteeId { get; init; }

    /// <summary>The mentor it is linked to.</summary>
    public Guid? MentorId { get; init; }

    /// <summary>The match it is linked to.</summary>
    public Guid? MatchId { get; init; }

    /// <summary>Whether it is about somebody who works here.</summary>
    public bool IsAboutStaff { get; init; }

    /// <summary>From whom it is hidden.</summary>
    public IReadOnlyList<AccountId> HiddenFrom { get; init; } = [];

    /// <summary>new, seen, in-hand or closed.</summary>
    public string State { get; init; } = string.Empty;

    /// <summary>How bad it is.</summary>
    public string? Severity { get; init; }

    /// <summary>Who looks after it.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>Whether there are words that nobody has read.</summary>
    public bool HasNewWords { get; init; }

    /// <summary>From when it is overdue.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether it is.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it came out.</summary>
    public string? Outcome { get; init; }

    /// <summary>What was learned.</summary>
    public string? Learning { get; init; }

    /// <summary>What whoever raised it was told.</summary>
    public string? AnswerToRaiser { get; init; }

    /// <summary>All that was done.</summary>
    public IReadOnlyList<Entry> Log { get; init; } = [];

    /// <summary>Who of the staff read it.</summary>
    public IReadOnlyList<Reader> ReadBy { get; init; } = [];

    /// <summary>What to look at first, as tags.</summary>
    public IEnumerable<(string Words, string Colour)> Tags => ConcernWords.Tags(IsOverdue, State, InDangerNow, HasNewWords, Severity, IsAboutStaff);

    /// <summary>Everybody whose name the page says.</summary>
    public IEnumerable<AccountId?> Accounts => [RaisedBy, Owner, .. HiddenFrom.Select(a => (AccountId?)a), .. Log.Select(e => (AccountId?)e.By), .. ReadBy.Select(r => (AccountId?)r.By)];

    /// <summary>Something that was done.</summary>
    /// <param name="Number">Its place.</param>
    /// <param name="At">When.</param>
    /// <param name="By">Whose account.</param>
    /// <param name="Step">What.</param>
    /// <param name="Text">In words.</param>
    public sealed record Entry(int Number, DateTimeOffset At, AccountId By, string Step, string? Text);

    /// <summary>Somebody who read it.</summary>
    /// <param name="By">Whose account.</param>
    /// <param name="Times">How often.</param>
    /// <param name="LastAt">When last.</param>
    public sealed record Reader(AccountId By, int Times, DateTimeOffset LastAt);
}
