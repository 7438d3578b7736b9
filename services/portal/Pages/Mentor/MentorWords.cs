using Mentoring.Contracts;
using Mentoring.Portal.Tags;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, Guid? Next);

/// <summary>A mentor's own record, as the mentor service tells them.</summary>
public sealed record OwnRecord
{
    /// <summary>The mentor's id.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Where they stand.</summary>
    public required string Stage { get; init; }

    /// <summary>The last day of clearance.</summary>
    public DateOnly? ClearedUntil { get; init; }

    /// <summary>The day of the last letter with a decision.</summary>
    public DateOnly? LetterOn { get; init; }

    /// <summary>The version of the agreement they signed.</summary>
    public string? SignedAgreement { get; init; }

    /// <summary>The application, part by part.</summary>
    public required ApplicationParts Application { get; init; }

    /// <summary>Who can speak for them.</summary>
    public IReadOnlyList<Referee> Referees { get; init; } = [];

    /// <summary>The training they told of.</summary>
    public IReadOnlyList<TrainingDone> Trainings { get; init; } = [];

    /// <summary>Which checks are made.</summary>
    public IReadOnlyList<Partner.OwnCheck> Checks { get; init; } = [];

    /// <summary>What they say of themselves.</summary>
    public required OwnProfile Profile { get; init; }

    /// <summary>When they are free.</summary>
    public required Times Availability { get; init; }

    /// <summary>Whether the registration has ended.</summary>
    public bool HasEnded => Stage == "ended";

    /// <summary>How far a part of the application is.</summary>
    public string StateOf(string part) => Application.Parts.FirstOrDefault(p => p.Part == part)?.State ?? "not-started";
}

/// <summary>An application.</summary>
/// <param name="Parts">Its parts.</param>
/// <param name="MaySign">Whether everything is there that comes before the signature.</param>
public sealed record ApplicationParts(IReadOnlyList<PartOfIt> Parts, bool MaySign);

/// <summary>A part of an application.</summary>
/// <param name="Part">Which.</param>
/// <param name="State">How far.</param>
public sealed record PartOfIt(string Part, string State);

/// <summary>Somebody who can speak for a mentor.</summary>
/// <param name="Name">Their name.</param>
/// <param name="HowTheyKnowYou">How they know each other.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Phone number.</param>
public sealed record Referee(string Name, string HowTheyKnowYou, string? Email, string? Phone);

/// <summary>Training done.</summary>
/// <param name="Name">Which.</param>
/// <param name="DoneOn">When.</param>
public sealed record TrainingDone(string Name, DateOnly DoneOn);

/// <summary>What a mentor says of themselves; the whole of it is sent back when a part changes.</summary>
public sealed record OwnProfile
{
    /// <summary>A few words to the young person.</summary>
    public string About { get; init; } = string.Empty;

    /// <summary>Goal areas.</summary>
    public IReadOnlyList<string> GoalAreas { get; init; } = [];

    /// <summary>Interests.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Interests they would rather not do.</summary>
    public IReadOnlyList<string> Dislikes { get; init; } = [];

    /// <summary>How they like to talk.</summary>
    public IReadOnlyList<string> TalkStyles { get; init; } = [];

    /// <summary>Languages.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What they volunteered about themselves.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public bool Online { get; init; }

    /// <summary>How many young people at once.</summary>
    public int Capacity { get; init; } = 1;

    /// <summary>The kind of work they do.</summary>
    public string? Sector { get; init; }

    /// <summary>How old a young person should be at least.</summary>
    public int? WelcomesFrom { get; init; }

    /// <summary>How old a young person should be at most.</summary>
    public int? WelcomesUpTo { get; init; }

    /// <summary>Goal areas they cannot help with.</summary>
    public IReadOnlyList<string> CannotHelpWith { get; init; } = [];

    /// <summary>Whether they work for the council's care teams.</summary>
    public bool WorksInCareTeams { get; init; }

    /// <summary>The body that keeps this profile.</summary>
    /// <param name="phone">The phone number that is kept with it.</param>
    public object Body(string? phone) => new { About, GoalAreas, Interests, Dislikes, TalkStyles, Languages, Traits, Postcode, InPerson, Online, Capacity, Sector, WelcomesFrom, WelcomesUpTo, CannotHelpWith = CannotHelpWith.Except(GoalAreas), WorksInCareTeams, Phone = phone };
}

/// <summary>When a mentor is free.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Weekly">Weekly windows.</param>
/// <param name="Exceptions">Dated changes.</param>
public sealed record Times(string Zone, IReadOnlyList<WeeklyWindow> Weekly, IReadOnlyList<AvailabilityChange> Exceptions);

/// <summary>A match as a mentor reads it.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="MenteeId">The young person, while it is open.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Says">In plain words.</param>
/// <param name="WaysToMeet">How they can meet.</param>
/// <param name="AskedAt">When the mentor was asked.</param>
/// <param name="OverAt">When it was over.</param>
/// <param name="CaseworkerId">The young person's caseworker, from the approval on.</param>
/// <param name="Agreed">What was agreed when it ended.</param>
/// <param name="ContactPaused">Whether the programme has paused contact between the two.</param>
public sealed record OwnMatch(
    Guid MatchId, Guid? MenteeId, string State, string Says, IReadOnlyList<string> WaysToMeet, DateTimeOffset AskedAt, DateTimeOffset? OverAt, Guid? CaseworkerId = null, MentorAgreed? Agreed = null,
    bool ContactPaused = false)
{
    /// <summary>Whether it waits for the mentor's yes or no.</summary>
    public bool IsAsked => State == "agreed-by-mentee";

    /// <summary>Whether the two meet.</summary>
    public bool IsMeeting => State is "active" or "ending";

    /// <summary>Whether it may still be ended by the mentor.</summary>
    public bool MayEnd => State is "approved" or "active";

    /// <summary>Whether it goes on in any way.</summary>
    public bool IsOpen => OverAt is null;
}

/// <summary>
/// What a mentor's page may show of a young person at this moment. A match ends in the matching service, and the others hear of it a little later: so every page that shows a young person's things
/// asks matching as well, and its word decides. Where matching does not answer, no name and none of the young person's words are shown.
/// </summary>
public static class OwnMatches
{
    /// <summary>Where they are.</summary>
    public const string Address = "/mentors/me/matches?take=100";

    /// <summary>One of them.</summary>
    public static OwnMatch? Of(this Part<Listed<OwnMatch>> matches, Guid id) => matches.Value?.Items.FirstOrDefault(m => m.MatchId == id);

    /// <summary>Whether it is known that a match is over.</summary>
    public static bool IsOver(this Part<Listed<OwnMatch>> matches, Guid id) => matches.Of(id) is { IsOpen: false };

    /// <summary>Only the young people of matches that are open and in which contact is not paused.</summary>
    public static Part<IReadOnlyList<Introduced>> Now(this Part<IReadOnlyList<Introduced>> young, Part<Listed<OwnMatch>> matches) =>
        young.Value is { } all ? young with { Value = [.. all.Where(i => matches.Value?.Items.Any(m => m.MenteeId == i.Id) == true)] } : young;

    /// <summary>A session without what is the young person's, where the match is over or contact is paused.</summary>
    public static OwnSession Now(this OwnSession session, Part<Listed<OwnMatch>> matches) => !matches.IsThere || matches.Of(session.MatchId) is { MenteeId: not null }
        ? session
        : session with
        {
            MenteeId = null,
            PlaceId = session.State == "booked" ? null : session.PlaceId,
            VideoLink = null,
            CancelledWhy = session.CancelledBy == "mentor" ? session.CancelledWhy : null,
            Proposal = null,
        };
}

/// <summary>What was agreed when a match ended.</summary>
/// <param name="ContactRules">About contact from then on.</param>
/// <param name="Support">What support the mentor was offered.</param>
public sealed record MentorAgreed(string ContactRules, string? Support);

/// <summary>A young person as their mentor reads of them.</summary>
/// <param name="Id">The young person.</param>
/// <param name="FirstName">What they like to be called.</param>
/// <param name="GoalAreas">What they want help with.</param>
/// <param name="GoalsInMyWords">Their goals in their words.</param>
/// <param name="SafetyPlan">The parts of their safety plan that they let this mentor read; only when one is read.</param>
public sealed record Introduced(Guid Id, string FirstName, IReadOnlyList<string> GoalAreas, string? GoalsInMyWords, IReadOnlyList<SafetyPart>? SafetyPlan = null);

/// <summary>A part of a safety plan that a young person lets their mentor read.</summary>
/// <param name="WhatCouldHappen">What could happen.</param>
/// <param name="WhatWeDo">What is done about it.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Until">The last day of it; null while the plan holds.</param>
public sealed record SafetyPart(string WhatCouldHappen, string WhatWeDo, string Who, DateOnly? Until);

/// <summary>A session of a mentor's.</summary>
/// <param name="Id">The session.</param>
/// <param name="MatchId">The match.</param>
/// <param name="MenteeId">The young person.</param>
/// <param name="StartsAt">Start, UTC.</param>
/// <param name="EndsAt">End, UTC.</param>
/// <param name="How">in-person, video or phone.</param>
/// <param name="State">booked, held, missed or cancelled.</param>
/// <param name="CancelledBy">Who called it off.</param>
/// <param name="CancelledWhy">Why.</param>
/// <param name="YouSayHeld">What the mentor said about it.</param>
/// <param name="PlaceId">The safe place; null unless in person.</param>
/// <param name="VideoLink">The video room; null unless by video.</param>
/// <param name="Proposal">Another time that one of the two asks for.</param>
public sealed record OwnSession(
    Guid Id, Guid MatchId, Guid? MenteeId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string How, string State, string? CancelledBy, string? CancelledWhy, bool? YouSayHeld,
    Guid? PlaceId = null, string? VideoLink = null, AskedTime? Proposal = null)
{
    /// <summary>How long, in minutes.</summary>
    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;
}

/// <summary>Names and states in the words of a mentor's pages.</summary>
public static class MentorWords
{
    /// <summary>What a young person is called on a page: the first name, or when it may not be read, in general.</summary>
    public static string Name(Guid? mentee, Part<IReadOnlyList<Introduced>> introductions) =>
        introductions.Value?.FirstOrDefault(i => i.Id == mentee)?.FirstName ?? "your young person";

    /// <summary>A name at the beginning of a sentence or line.</summary>
    public static string Big(string text) => char.ToUpper(text[0], Say.British) + text[1..];

    /// <summary>Where a match stands, short.</summary>
    public static (string Words, string Colour) Match(string state) => state switch
    {
        "agreed-by-mentee" => ("Your turn", "yellow"),
        "agreed-by-mentor" => ("With the caseworker", "blue"),
        "approved" => ("First meeting next", "turquoise"),
        "active" => ("Meeting", "green"),
        "ending" => ("Coming to an end", "orange"),
        _ => ("Over", "grey"),
    };

    /// <summary>Where a session stands, short.</summary>
    public static (string Words, string Colour) Session(string state) => state switch
    {
        "booked" => ("Booked", "blue"),
        "held" => ("Happened", "green"),
        "missed" => ("Missed", "orange"),
        _ => ("Called off", "grey"),
    };

    /// <summary>How far a part of the application is, and the colour of its tag; plain text for what is done.</summary>
    public static (string Words, string? Colour) Part(string state) => state switch
    {
        "done" => ("Done", null),
        "in-progress" => ("Begun", "blue"),
        "not-needed-yet" => ("Not needed yet", "grey"),
        _ => ("To do", "yellow"),
    };

    /// <summary>Half hours of a day to choose from, and whatever else is chosen already.</summary>
    public static IReadOnlyList<Choice> Hours(bool ends = false) =>
        [new Choice(string.Empty, "Choose a time"), .. Enumerable.Range(ends ? 13 : 12, 34).Where(h => h < 48).Select(h => new TimeOnly(h / 2, h % 2 * 30)).Select(t => new Choice(t.ToString("HH:mm", Say.British), Say.Time(t)))];

    /// <summary>The days from Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>In what ways a pair can meet, as what a session can be.</summary>
    public static IReadOnlyList<string> Hows(IReadOnlyList<string> waysToMeet) =>
        [.. (waysToMeet.Contains("in-person") ? ["in-person"] : Array.Empty<string>()).Concat(waysToMeet.Contains("online") ? ["video", "phone"] : [])];
}
