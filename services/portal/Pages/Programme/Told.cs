namespace Mentoring.Portal.Pages.Programme;

/// <summary>How long some waited, in days.</summary>
/// <param name="Count">How many.</param>
/// <param name="Quarter">A quarter of them waited so long or less.</param>
/// <param name="Half">Half of them.</param>
/// <param name="ThreeQuarters">Three quarters of them.</param>
/// <param name="Longest">The longest wait.</param>
public sealed record WaitsTold(int Count, int? Quarter, int? Half, int? ThreeQuarters, int? Longest);

/// <summary>What the mentee service tells.</summary>
/// <param name="Referred">How many were referred.</param>
/// <param name="ReferredThemselves">How many of them asked themselves.</param>
/// <param name="ToReady">From the referral until everything is there.</param>
/// <param name="NotReadyYet">Those who are not there yet.</param>
public sealed record ReferralsTold(int Referred, int ReferredThemselves, WaitsTold ToReady, WaitsTold NotReadyYet);

/// <summary>What the matching service tells.</summary>
/// <param name="ToOffer">From the referral to the first offer.</param>
/// <param name="ToApproval">From the offer to the approval.</param>
/// <param name="ToMeeting">From the approval to the first meeting.</param>
/// <param name="InAll">From the referral to the first meeting.</param>
/// <param name="StillWaiting">Those who are ready and wait.</param>
/// <param name="Matches">Open matches by stage and age.</param>
/// <param name="Endings">Endings.</param>
public sealed record MatchesTold(
    WaitsTold ToOffer, WaitsTold ToApproval, WaitsTold ToMeeting, WaitsTold InAll, WaitsTold StillWaiting, IReadOnlyList<StandingTold> Matches, IReadOnlyList<EndingTold> Endings);

/// <summary>Some open matches.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Age">How long they have run.</param>
/// <param name="Count">How many.</param>
public sealed record StandingTold(string State, string Age, int Count);

/// <summary>Some matches that ended.</summary>
/// <param name="Kind">How.</param>
/// <param name="Cause">Why, where it was not planned.</param>
/// <param name="Moment">When.</param>
/// <param name="Count">How many.</param>
public sealed record EndingTold(string Kind, string? Cause, string Moment, int Count);

/// <summary>What the session service tells.</summary>
/// <param name="Months">Contact by month.</param>
/// <param name="Goals">What became of goals.</param>
/// <param name="Hours">Hours given by partner.</param>
public sealed record SessionsTold(IReadOnlyList<MonthTold> Months, GoalsTold Goals, IReadOnlyList<GivenTold> Hours);

/// <summary>A month of contact.</summary>
/// <param name="From">Its first day.</param>
/// <param name="GoingOn">Matches that were going on.</param>
/// <param name="InTouch">Of them, those that were never quiet.</param>
/// <param name="Sessions">Sessions held.</param>
/// <param name="CheckIns">Check-ins held.</param>
public sealed record MonthTold(DateOnly From, int GoingOn, int InTouch, int Sessions, int CheckIns);

/// <summary>What became of goals.</summary>
/// <param name="YoungPeople">Of how many young people.</param>
/// <param name="Goals">How many goals.</param>
/// <param name="First">The mean of the first ratings.</param>
/// <param name="Last">The mean of the last.</param>
/// <param name="Change">The mean change.</param>
/// <param name="Nearer">How many are nearer.</param>
/// <param name="Same">How many are where they were.</param>
/// <param name="Further">How many are further away.</param>
public sealed record GoalsTold(int YoungPeople, int Goals, double? First, double? Last, ChangeTold? Change, int Nearer, int Same, int Further);

/// <summary>A mean change with its uncertainty.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record ChangeTold(double Mean, double? Low, double? High);

/// <summary>What mentors of a partner gave.</summary>
/// <param name="PartnerId">The partner; null for independent volunteers.</param>
/// <param name="Hours">Hours.</param>
/// <param name="Mentors">Mentors.</param>
/// <param name="YoungPeople">Young people they met.</param>
public sealed record GivenTold(Guid? PartnerId, decimal Hours, int Mentors, int YoungPeople);
