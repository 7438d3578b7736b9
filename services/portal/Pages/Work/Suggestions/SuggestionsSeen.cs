namespace Mentoring.Portal.Pages.Work;

/// <summary>Mentors for a young person.</summary>
public sealed record SuggestionsSeen(
    int PolicyVersion, IReadOnlyList<ObstacleSeen> NotNow, IReadOnlyList<SuggestedSeen> Suggestions, int Possible, int Impossible);

/// <summary>Why not somebody else, and what would help.</summary>
public sealed record WhoElseSeen(IReadOnlyList<ObstacleSeen> NotNow, IReadOnlyList<ImpossibleSeen> NotPossible, int Impossible, IReadOnlyList<HelpSeen> WouldHelp);

/// <summary>One thing that would make mentors possible.</summary>
public sealed record HelpSeen(string Sentence);

/// <summary>A possible mentor.</summary>
public sealed record SuggestedSeen(Guid MentorId, int Rank, int Behind, int FreePlaces, bool Offered, SuggestionSeen Suggestion);

/// <summary>A mentor who is not possible.</summary>
public sealed record ImpossibleSeen(Guid MentorId, IReadOnlyList<ObstacleSeen> Because);

/// <summary>Why not.</summary>
public sealed record ObstacleSeen(string Rule, string Sentence);

/// <summary>One mentor: how they rank, or why not.</summary>
public sealed record WhyNotSeen(Guid MentorId, IReadOnlyList<ObstacleSeen> NotNow, IReadOnlyList<ObstacleSeen> Because, SuggestedSeen? Possible, IReadOnlyList<string> Behind, MarkSeen? Mark, int Of);

/// <summary>A pin or a ban.</summary>
public sealed record MarkSeen(string Kind, string Reason, DateTimeOffset At);
