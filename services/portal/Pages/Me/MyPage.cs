using Mentoring.Shared;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What the young person's pages share.</summary>
public abstract class MyPage : MentoringPage
{
    /// <summary>The young person's own id.</summary>
    protected MenteeId Me => Caller.Mentee ?? default;

    /// <summary>Asks for their own record.</summary>
    protected Task<Part<MyRecord>> AskForMe() => Ask.Get<MyRecord>(Service.Mentee, "/mentees/me");

    /// <summary>Who their caseworker is and how to reach them; null where that is not known just now.</summary>
    public StaffContact? Caseworker { get; private set; }

    /// <summary>Looks up the caseworker who is named in their record.</summary>
    protected async Task FindCaseworker(MyRecord? me) =>
        Caseworker = me?.CaseworkerId is { } id ? await HttpContext.RequestServices.GetRequiredService<AccountsDb>().ContactOf(id, Gone) : null;

    /// <summary>Asks for what their home shows of sessions, thoughts and goals.</summary>
    protected Task<Part<MyHome>> AskForHome() => Ask.Get<MyHome>(Service.Session, "/me/summary");

    /// <summary>Asks where people can meet.</summary>
    protected Task<Part<MeetingPlaces>> AskForPlaces() => Ask.Get<MeetingPlaces>(Service.Session, "/places");

    /// <summary>Asks for the mentors who are offered to or matched with them.</summary>
    protected Task<Part<IReadOnlyList<MentorProfile>>> AskForMentors() => Ask.Get<IReadOnlyList<MentorProfile>>(Service.Mentor, "/mentors/introductions");

    /// <summary>Saves a part of what they say about themselves; the rest stays.</summary>
    protected Task<Outcome<Nothing>> SavePart(object part) => Ask.Do<Nothing>(HttpMethod.Patch, Service.Mentee, $"/mentees/{Me}/profile", part);

    /// <summary>A mentor's first name, or "your mentor" where it cannot be had just now.</summary>
    protected static string NameOf(Part<IReadOnlyList<MentorProfile>> mentors, Guid? id) =>
        mentors.IsThere && mentors.Value.FirstOrDefault(m => m.MentorId == id) is { } mentor ? mentor.FirstName : "your mentor";
}

/// <summary>Where they stand.</summary>
/// <param name="Stage">referred, agreed, ready, paused or left.</param>
/// <param name="StillNeeded">What is missing, in kebab words.</param>
/// <param name="WhatYouCanDo">The same in words to them.</param>
public sealed record MyStanding(string Stage, IReadOnlyList<string> StillNeeded, IReadOnlyList<string> WhatYouCanDo);

/// <summary>A yes they gave.</summary>
/// <param name="GivenAt">When.</param>
/// <param name="Until">The last day on which it holds.</param>
/// <param name="WithdrawnAt">When it was taken back.</param>
/// <param name="StatementVersion">Which version of the words.</param>
/// <param name="Words">The words, as they were then.</param>
public sealed record MyConsent(DateTimeOffset GivenAt, DateOnly Until, DateTimeOffset? WithdrawnAt, string StatementVersion = "", IReadOnlyList<string>? Words = null);

/// <summary>A wish about a mentor.</summary>
/// <param name="Trait">A word of the programme.</param>
/// <param name="Strength">must, prefer or avoid.</param>
public sealed record MyWish(string Trait, string Strength);

/// <summary>A free time of a usual week.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
public sealed record MyFreeTime(DayOfWeek Day, TimeOnly From, TimeOnly Until);

/// <summary>What they say about themselves.</summary>
public sealed record MyProfile
{
    /// <summary>What they want help with, the most wanted first.</summary>
    public IReadOnlyList<string> GoalAreas { get; init; } = [];

    /// <summary>What they like.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>What they would rather not do.</summary>
    public IReadOnlyList<string> Dislikes { get; init; } = [];

    /// <summary>How they like to talk.</summary>
    public IReadOnlyList<string> TalkStyles { get; init; } = [];

    /// <summary>Languages they talk in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Wishes about a mentor.</summary>
    public IReadOnlyList<MyWish> Preferences { get; init; } = [];

    /// <summary>Where they hope to work, or study towards.</summary>
    public IReadOnlyList<string> Hopes { get; init; } = [];

    /// <summary>What they asked never to be matched on.</summary>
    public IReadOnlyList<string> NeverMatchOn { get; init; } = [];

    /// <summary>The first half of their postcode.</summary>
    public string? OutwardPostcode { get; init; }

    /// <summary>Whether they want to meet in person.</summary>
    public bool InPerson { get; init; }

    /// <summary>Whether they want to meet online.</summary>
    public bool Online { get; init; }

    /// <summary>When they are free.</summary>
    public IReadOnlyList<MyFreeTime> Weekly { get; init; } = [];

    /// <summary>Their goals in their words.</summary>
    public string? GoalsInMyWords { get; init; }

    /// <summary>About them in their words.</summary>
    public string? AboutMe { get; init; }

    /// <summary>What to keep away from, in their words.</summary>
    public string? WhatToAvoid { get; init; }

    /// <summary>How they get about.</summary>
    public string? GettingAround { get; init; }
}

/// <summary>A risk and what is done about it.</summary>
/// <param name="WhatCouldHappen">What could happen.</param>
/// <param name="WhatWeDo">What is done.</param>
/// <param name="Who">By whom.</param>
/// <param name="Likelihood">How likely, 1 to 5.</param>
/// <param name="Impact">How bad, 1 to 5.</param>
/// <param name="Until">The last day of it; null while the plan holds.</param>
/// <param name="YoungPersonsWords">What they say about it.</param>
public sealed record MyRisk(string WhatCouldHappen, string WhatWeDo, string Who, int Likelihood = 1, int Impact = 1, DateOnly? Until = null, string? YoungPersonsWords = null);

/// <summary>Their safety plan.</summary>
/// <param name="Version">The number to sign.</param>
/// <param name="Risks">What could happen.</param>
/// <param name="YoungPersonsWords">What they say about it.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="SignedByMenteeAt">When they signed it.</param>
/// <param name="SignedByCaseworkerAt">When the caseworker signed it.</param>
/// <param name="Sharings">What they let their mentor read, and did before.</param>
/// <param name="Wish">What they want changed before they sign.</param>
public sealed record MySafetyPlan(int Version, IReadOnlyList<MyRisk> Risks, string YoungPersonsWords, DateOnly ReviewOn, DateTimeOffset? SignedByMenteeAt, DateTimeOffset? SignedByCaseworkerAt,
    IReadOnlyList<Work.SharingSeen>? Sharings = null, string? Wish = null)
{
    /// <summary>Their yes that holds, to let their mentor read a part, 1 for the first; null when there is none.</summary>
    public Work.SharingSeen? SharingOf(int risk) => Sharings?.FirstOrDefault(sharing => sharing.Risk == risk && sharing.WithdrawnAt is null);
}

/// <summary>Their own record.</summary>
/// <param name="FirstName">Their first name.</param>
/// <param name="Standing">Where they stand.</param>
/// <param name="Consents">Every yes, oldest first.</param>
/// <param name="Profile">What they say about themselves.</param>
/// <param name="RiskAssessment">Their safety plan.</param>
/// <param name="CaseworkerId">Their caseworker's account; null while nobody has taken them on.</param>
/// <param name="IsAskedAnew">Whether the words of what yes means have changed since they said it.</param>
public sealed record MyRecord(string FirstName, MyStanding Standing, IReadOnlyList<MyConsent> Consents, MyProfile? Profile, MySafetyPlan? RiskAssessment, Guid? CaseworkerId = null, bool IsAskedAnew = false)
{
    /// <summary>The yes that holds on a day; null when none does.</summary>
    public MyConsent? ConsentOn(DateOnly today) => Consents.LastOrDefault(c => c.WithdrawnAt is null && c.Until >= today);

    /// <summary>Whether something is missing.</summary>
    public bool Needs(string what) => Standing.StillNeeded.Contains(what);
}

/// <summary>A mentor as they introduce themselves.</summary>
/// <param name="MentorId">The mentor.</param>
/// <param name="FirstName">Their first name.</param>
/// <param name="About">In their words.</param>
/// <param name="GoalAreas">What they can help with.</param>
/// <param name="Interests">What they like.</param>
/// <param name="Languages">What they speak.</param>
/// <param name="InPerson">Whether they meet in person.</param>
/// <param name="Online">Whether they meet online.</param>
public sealed record MentorProfile(
    Guid MentorId, string FirstName, string? About, IReadOnlyList<string> GoalAreas, IReadOnlyList<string> Interests, IReadOnlyList<string> Languages, bool InPerson, bool Online);

/// <summary>A question about a mentor.</summary>
/// <param name="AskedAt">When.</param>
/// <param name="Words">What they wanted to know.</param>
/// <param name="AnsweredAt">When the caseworker answered.</param>
/// <param name="Answer">What the caseworker wrote.</param>
public sealed record MyQuestion(DateTimeOffset AskedAt, string? Words, DateTimeOffset? AnsweredAt, string? Answer);

/// <summary>What was agreed when a match ended.</summary>
/// <param name="ContactRules">About contact from then on.</param>
/// <param name="Support">What help they were offered.</param>
/// <param name="WhatNext">What comes next for them.</param>
public sealed record MyAgreed(string ContactRules, string Support, string? WhatNext);

/// <summary>An offer or a match.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="MentorId">The mentor; null once it is over.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Says">The same in words.</param>
/// <param name="Reasons">Why this mentor.</param>
/// <param name="WaysToMeet">in-person, online or both.</param>
/// <param name="Questions">What they asked.</param>
/// <param name="ActiveAt">When the two first met.</param>
/// <param name="OverAt">When it was over.</param>
/// <param name="Agreed">What was agreed when it ended.</param>
/// <param name="CanSayGoodbye">Whether the two can still meet to say goodbye.</param>
/// <param name="ContactPaused">Whether the programme has paused contact between the two.</param>
public sealed record MyMatch(
    Guid MatchId, Guid? MentorId, string State, string Says, IReadOnlyList<string> Reasons, IReadOnlyList<string> WaysToMeet, IReadOnlyList<MyQuestion> Questions,
    DateTimeOffset? ActiveAt = null, DateTimeOffset? OverAt = null, MyAgreed? Agreed = null, bool CanSayGoodbye = false, bool ContactPaused = false)
{
    /// <summary>Whether the two met and it is over.</summary>
    public bool IsPast => (ActiveAt is not null || Agreed is not null) && OverAt is not null;

    /// <summary>Whether it is still open.</summary>
    public bool IsOpen => OverAt is null;
}

/// <summary>A session of theirs.</summary>
public sealed record MySession
{
    /// <summary>The session.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The mentor; null once the match has ended.</summary>
    public Guid? MentorId { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>in-person, video or phone.</summary>
    public required string How { get; init; }

    /// <summary>The safe place; null unless in person.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>The video room; null unless by video.</summary>
    public string? VideoLink { get; init; }

    /// <summary>Another time that one of the two asks for.</summary>
    public AskedTime? Proposal { get; init; }

    /// <summary>booked, held, missed or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Who called it off.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>Why, in their words.</summary>
    public string? CancelledWhy { get; init; }

    /// <summary>What they said themselves.</summary>
    public bool? YouSayHeld { get; init; }

    /// <summary>How long it lasts, in minutes.</summary>
    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;

    /// <summary>Whether it can still be moved or called off at a moment.</summary>
    public bool IsToCome(DateTimeOffset now) => State == "booked" && StartsAt > now;

    /// <summary>Whether it begins so soon that the mentor is asked before it moves.</summary>
    public bool IsSoon(DateTimeOffset now) => now > StartsAt.AddHours(-2);
}

/// <summary>A next step that is open.</summary>
/// <param name="ReflectionId">Where it comes from.</param>
/// <param name="Text">What it is.</param>
/// <param name="On">Its day.</param>
public sealed record MyStep(Guid ReflectionId, string Text, DateOnly? On);

/// <summary>A draft.</summary>
/// <param name="ReflectionId">The reflection.</param>
/// <param name="SessionId">What it is about.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record MyDraft(Guid ReflectionId, Guid? SessionId, DateTimeOffset ChangedAt);

/// <summary>A rating.</summary>
/// <param name="On">Its day.</param>
/// <param name="Score">0 to 10.</param>
public sealed record MyRating(DateOnly On, int Score);

/// <summary>A goal of theirs.</summary>
/// <param name="Id">The goal.</param>
/// <param name="Area">A word of the programme.</param>
/// <param name="Words">In their words.</param>
/// <param name="State">open, reached or put-away.</param>
/// <param name="Ratings">The earliest first.</param>
public sealed record MyGoal(Guid Id, string Area, string Words, string State, IReadOnlyList<MyRating> Ratings);

/// <summary>What a home shows of sessions, thoughts and goals.</summary>
public sealed record MyHome
{
    /// <summary>The match that goes on.</summary>
    public Guid? MatchId { get; init; }

    /// <summary>Its mentor.</summary>
    public Guid? MentorId { get; init; }

    /// <summary>The mentor of a match that is approved and not yet begun.</summary>
    public Guid? ApprovedMentorId { get; init; }

    /// <summary>Whether it is ending.</summary>
    public bool Ending { get; init; }

    /// <summary>Whether the two are not to meet just now.</summary>
    public bool Stopped { get; init; }

    /// <summary>The next session.</summary>
    public MySession? Next { get; init; }

    /// <summary>Sessions over of which they have not said whether they took place.</summary>
    public IReadOnlyList<MySession> ToSay { get; init; } = [];

    /// <summary>Sessions they may want to write about.</summary>
    public IReadOnlyList<MySession> ToReflect { get; init; } = [];

    /// <summary>Sessions of which they may want to say how they were.</summary>
    public IReadOnlyList<MySession> ToTell { get; init; } = [];

    /// <summary>Drafts.</summary>
    public IReadOnlyList<MyDraft> Drafts { get; init; } = [];

    /// <summary>Open next steps.</summary>
    public IReadOnlyList<MyStep> NextSteps { get; init; } = [];

    /// <summary>Open goals.</summary>
    public IReadOnlyList<MyGoal> Goals { get; init; } = [];
}
