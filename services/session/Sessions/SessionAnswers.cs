using System.Linq.Expressions;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Another time that one side asks the other for.</summary>
public sealed record AskedTime
{
    /// <summary>Who asks: the other one answers.</summary>
    public required Voice By { get; init; }

    /// <summary>When it would start, UTC.</summary>
    /// <example>2026-11-26T18:00:00Z</example>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it would end, UTC.</summary>
    /// <example>2026-11-26T19:00:00Z</example>
    public required DateTimeOffset EndsAt { get; init; }

    internal static AskedTime? Of(Session session) =>
        session.Proposal is { } asked ? new() { By = asked.By, StartsAt = asked.Time.From, EndsAt = asked.Time.Until } : null;
}

/// <summary>A session as the young person sees it. Once the match has ended, and while contact is paused, nothing of the mentor is left in it.</summary>
public sealed record MenteesSession
{
    /// <summary>The session.</summary>
    public required SessionId Id { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor; null once the match has ended, and while contact is paused.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>When it starts, UTC.</summary>
    /// <example>2026-11-25T18:00:00Z</example>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, UTC.</summary>
    /// <example>2026-11-25T19:00:00Z</example>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How the two meet.</summary>
    public required MeetingWay How { get; init; }

    /// <summary>The safe place where they meet, one of <c>GET /places</c>; null unless in person, and where the other is expected and must not be met.</summary>
    public required PlaceId? PlaceId { get; init; }

    /// <summary>The address of the session's video room; null unless by video, once the match has ended, and while contact is paused. Keep it to the two.</summary>
    /// <example>https://video.example/mentoring-0f3c</example>
    public required string? VideoLink { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required SessionState State { get; init; }

    /// <summary>Another time that one of you asks for; null when nobody does.</summary>
    public required AskedTime? Proposal { get; init; }

    /// <summary>Who called it off; null unless cancelled.</summary>
    public required Voice? CancelledBy { get; init; }

    /// <summary>Why it was called off, in their words; null when they did not say. Once the match has ended, the young person reads only their own words.</summary>
    /// <example>I have a cold.</example>
    public required string? CancelledWhy { get; init; }

    /// <summary>What you said yourself about whether it took place; null while you have not.</summary>
    public required bool? YouSayHeld { get; init; }

    internal static MenteesSession Of(Session session, bool isApart) => new()
    {
        Id = session.Id,
        MatchId = session.MatchId,
        MenteeId = session.MenteeId,
        MentorId = isApart ? null : session.MentorId,
        StartsAt = session.StartsAt,
        EndsAt = session.EndsAt,
        How = session.How,
        PlaceId = isApart && session.State == SessionState.Booked ? null : session.PlaceId,
        VideoLink = isApart ? null : session.VideoLink,
        State = session.State,
        Proposal = AskedTime.Of(session),
        CancelledBy = session.CancelledBy,
        CancelledWhy = isApart && session.CancelledBy != Voice.Mentee ? null : session.CancelledWhy,
        YouSayHeld = session.MenteeSaysHeld,
    };
}

/// <summary>A session as the mentor sees it. Once the match has ended, and while contact is paused, nothing of the young person is left in it.</summary>
public sealed record MentorsSession
{
    /// <summary>The session.</summary>
    public required SessionId Id { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person; null once the match has ended, and while contact is paused.</summary>
    public required MenteeId? MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>When it starts, UTC.</summary>
    /// <example>2026-11-25T18:00:00Z</example>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, UTC.</summary>
    /// <example>2026-11-25T19:00:00Z</example>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How the two meet.</summary>
    public required MeetingWay How { get; init; }

    /// <summary>The safe place where they meet, one of <c>GET /places</c>; null unless in person, and where the other is expected and must not be met.</summary>
    public required PlaceId? PlaceId { get; init; }

    /// <summary>The address of the session's video room; null unless by video, once the match has ended, and while contact is paused. Keep it to the two.</summary>
    /// <example>https://video.example/mentoring-0f3c</example>
    public required string? VideoLink { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required SessionState State { get; init; }

    /// <summary>Another time that one of you asks for; null when nobody does.</summary>
    public required AskedTime? Proposal { get; init; }

    /// <summary>Who called it off; null unless cancelled.</summary>
    public required Voice? CancelledBy { get; init; }

    /// <summary>Why it was called off, in their words; null when they did not say, and once the match has ended.</summary>
    /// <example>I have a cold.</example>
    public required string? CancelledWhy { get; init; }

    /// <summary>What you said yourself about whether it took place; null while you have not.</summary>
    public required bool? YouSayHeld { get; init; }

    internal static MentorsSession Of(Session session, bool isApart) => new()
    {
        Id = session.Id,
        MatchId = session.MatchId,
        MenteeId = isApart ? null : session.MenteeId,
        MentorId = session.MentorId,
        StartsAt = session.StartsAt,
        EndsAt = session.EndsAt,
        How = session.How,
        PlaceId = isApart && session.State == SessionState.Booked ? null : session.PlaceId,
        VideoLink = isApart ? null : session.VideoLink,
        State = session.State,
        Proposal = AskedTime.Of(session),
        CancelledBy = session.CancelledBy,
        CancelledWhy = isApart ? null : session.CancelledWhy,
        YouSayHeld = session.MentorSaysHeld,
    };
}

/// <summary>A session as a caseworker sees it: also who did what and when.</summary>
public sealed record CaseworkersSession
{
    /// <summary>The session.</summary>
    public required SessionId Id { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>When it starts, UTC.</summary>
    /// <example>2026-11-25T18:00:00Z</example>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, UTC.</summary>
    /// <example>2026-11-25T19:00:00Z</example>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How the two meet.</summary>
    public required MeetingWay How { get; init; }

    /// <summary>The safe place where they meet, one of <c>GET /places</c>; null unless in person.</summary>
    public required PlaceId? PlaceId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required SessionState State { get; init; }

    /// <summary>Who booked it.</summary>
    public required Voice BookedBy { get; init; }

    /// <summary>When it was booked, UTC.</summary>
    /// <example>2026-11-20T09:30:00Z</example>
    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>When it was written down as held or missed or was called off, UTC; null while booked.</summary>
    /// <example>2026-11-24T08:10:00Z</example>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who called it off; null unless cancelled.</summary>
    public required Voice? CancelledBy { get; init; }

    /// <summary>Why it was called off, in their words; null when they did not say.</summary>
    /// <example>I have a cold.</example>
    public required string? CancelledWhy { get; init; }

    /// <summary>Whether it took place, as the mentor says; null while they have not said.</summary>
    public required bool? MentorSaysHeld { get; init; }

    /// <summary>Whether it took place, as the young person says; null while they have not said.</summary>
    public required bool? MenteeSaysHeld { get; init; }

    internal static Expression<Func<Session, CaseworkersSession>> Reading { get; } = session => new()
    {
        Id = session.Id,
        MatchId = session.MatchId,
        MenteeId = session.MenteeId,
        MentorId = session.MentorId,
        StartsAt = session.StartsAt,
        EndsAt = session.EndsAt,
        How = session.How,
        PlaceId = session.PlaceId,
        State = session.State,
        BookedBy = session.BookedBy,
        BookedAt = session.BookedAt,
        ClosedAt = session.ClosedAt,
        CancelledBy = session.CancelledBy,
        CancelledWhy = session.CancelledWhy,
        MentorSaysHeld = session.MentorSaysHeld,
        MenteeSaysHeld = session.MenteeSaysHeld,
    };

    internal static Func<Session, CaseworkersSession> Of { get; } = Reading.Compile();
}
