namespace Mentoring.Matching.Tests;

/// <summary>Good examples: a mentor and a young person who fit, and a match of the two in any state.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2026, 3, 2);
    public static readonly CaseworkerId Caseworker = CaseworkerId.New();

    public static MentorProfileChanged MentorProfile { get; } = new()
    {
        MentorId = MentorId.New().Value,
        PartnerId = Guid.Parse("0198c0de-0000-7000-8000-0000000000a1"),
        GoalAreas = ["money", "work"],
        Interests = ["cooking", "music"],
        Dislikes = ["running"],
        TalkStyles = ["walk-and-talk", "gentle"],
        Languages = ["en", "ur"],
        Traits = ["woman", "care-experienced"],
        OutwardPostcode = "LE2",
        InPerson = true,
        Online = true,
        Capacity = 1,
        BornIn = 1986,
        Sector = "hospitality",
        At = Noon,
    };

    public static MentorAvailabilityChanged MentorWeek { get; } = new()
    {
        MentorId = MentorProfile.MentorId,
        Zone = "Europe/London",
        Weekly = [Window(DayOfWeek.Monday, 17, 20), Window(DayOfWeek.Saturday, 10, 12)],
        Exceptions = [],
        At = Noon,
    };

    public static MenteeProfileChanged MenteeProfile { get; } = new()
    {
        MenteeId = MenteeId.New().Value,
        GoalAreas = ["money", "housing", "work"],
        Interests = ["cooking", "football"],
        Dislikes = ["music"],
        TalkStyles = ["walk-and-talk"],
        Languages = ["en"],
        Preferences = [new() { Trait = "care-experienced", Strength = "prefer" }],
        AvoidPartners = [],
        OutwardPostcode = "LE2",
        InPerson = true,
        Online = true,
        Zone = "Europe/London",
        Weekly = [Window(DayOfWeek.Monday, 18, 21), Window(DayOfWeek.Sunday, 9, 10)],
        BornIn = 2008,
        Hopes = ["hospitality", "law"],
        WaitingSince = Day.AddDays(-30),
        At = Noon,
    };

    public static WeeklyWindow Window(DayOfWeek day, int from, int until) => new() { Day = day, From = new(from, 0), Until = new(until, 0) };

    public static DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);

    public static MentorCopy Mentor(Func<MentorProfileChanged, MentorProfileChanged>? but = null, DateOnly? clearedUntil = null)
    {
        var mentor = new MentorCopy { Id = new(MentorProfile.MentorId) };
        mentor.Remember(but?.Invoke(MentorProfile) ?? MentorProfile);
        mentor.Remember(MentorWeek);
        mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = clearedUntil ?? Day.AddYears(1), At = Noon });
        return mentor;
    }

    public static MenteeCopy Mentee(Func<MenteeProfileChanged, MenteeProfileChanged>? but = null, DateOnly? readyUntil = null)
    {
        var mentee = new MenteeCopy { Id = new(MenteeProfile.MenteeId) };
        mentee.Remember(but?.Invoke(MenteeProfile) ?? MenteeProfile);
        mentee.Remember(new MenteeReady { MenteeId = mentee.Id.Value, ReadyUntil = readyUntil ?? Day.AddMonths(3), At = Noon });
        return mentee;
    }

    public static Pair Pair(MenteeCopy? mentee = null, MentorCopy? mentor = null, PairHistory? history = null) =>
        new(MatchingPolicy.First, (mentee ?? Mentee()).Profile!, mentor ?? Mentor(), history ?? PairHistory.None, Noon);

    public static Suggestion Suggestion(MenteeCopy? mentee = null, MentorCopy? mentor = null) => Score.Of(Pair(mentee, mentor));

    public static FirstMeeting Meeting { get; } = new() { HeldOn = Day, Where = "Central Library", EverybodyThere = true, RecordedBy = Caseworker.Value };

    public static Closing Closing { get; } = new()
    {
        HeldOn = Day,
        NoSessionBecause = null,
        MenteeHeard = VoiceHeard.InTheirWords,
        MenteeWords = "It helped.",
        MentorHeard = VoiceHeard.InTheirWords,
        MentorWords = "I learned a lot.",
        ContactRules = "No messages.",
        SupportForMentee = "A call every Friday.",
        SupportForMentor = null,
        BothThanked = true,
        WhatNext = null,
        RecordedBy = Caseworker.Value,
        RecordedAt = Noon,
    };

    /// <summary>A closing as a caseworker writes it down: without a session, unless a day is given, and with the young person's words, if there are any.</summary>
    public static object ClosingWritten(DateOnly? on = null, string? menteeWords = null, string? mentorWords = null) => new
    {
        closingSessionOn = on,
        noSessionBecause = on is null ? "They moved away." : null,
        menteeHeard = menteeWords is null ? "did-not-want-to" : "in-their-words",
        menteeWords,
        mentorHeard = mentorWords is null ? "could-not-be-reached" : "in-their-words",
        mentorWords,
        contactRules = "No messages.",
        supportForMentee = "A call every Friday.",
        supportForMentor = "A talk with the volunteer lead.",
        bothThanked = true,
        whatNext = "A break.",
    };

    /// <summary>A match brought to a state by the moves that lead there.</summary>
    public static Match MatchIn(MatchState state)
    {
        var match = Match.Offer(new(MenteeProfile.MenteeId), new(MentorProfile.MentorId), 1, Suggestion(), Caseworker, Noon);
        if (state == MatchState.Declined) match.DeclineAsMentee(null, Noon);
        if (state == MatchState.Rejected) match.Reject(Voice.Caseworker, "They know each other.", Noon);
        if (state is MatchState.Declined or MatchState.Rejected) return match;
        if (state >= MatchState.AgreedByMentee) match.AgreeAsMentee(Noon);
        if (state >= MatchState.AgreedByMentor) match.AgreeAsMentor(Noon);
        if (state >= MatchState.Approved) match.Approve(Mentor(), 0, Mentee(), Caseworker, Noon);
        if (state >= MatchState.Active) match.Meet(Meeting, Mentor(), Mentee(), Noon);
        if (state >= MatchState.Ending) match.AskToEnd(EndingKind.Planned, Voice.Mentor, "Done.", Noon);
        if (state >= MatchState.Ended) match.Close(Closing, Noon);
        return match;
    }
}
