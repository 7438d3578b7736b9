using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>One offer or match, as far as later ones depend on it.</summary>
/// <param name="MenteeId">The young person.</param>
/// <param name="MentorId">The mentor.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="ActiveAt">When the two first met; null when they never did.</param>
/// <param name="OverAt">When it was over; null while it is open.</param>
/// <param name="OverBy">Who ended it.</param>
public sealed record PastMatch(MenteeId MenteeId, MentorId MentorId, MatchState State, DateTimeOffset? ActiveAt, DateTimeOffset? OverAt, Voice? OverBy)
{
    /// <summary>Whether it ended with a no. Whoever stopped an approved match before the first meeting said no as well.</summary>
    public bool IsNo => State == MatchState.Declined || (State == MatchState.Ended && ActiveAt is null && OverBy is Voice.Mentee or Voice.Mentor);
}

/// <summary>What happened between a young person and all mentors, and what caseworkers decided about them.</summary>
public sealed record MenteePast
{
    /// <summary>Whether they said yes to a mentor already.</summary>
    public required bool HasOpenMatch { get; init; }

    /// <summary>The local date on which their last active match ended; null when there was none.</summary>
    public required DateOnly? LastEnded { get; init; }

    /// <summary>Mentors who are offered to them now.</summary>
    public required IReadOnlySet<MentorId> Offered { get; init; }

    /// <summary>Pins and bans.</summary>
    public required IReadOnlyDictionary<MentorId, PairMark> Marks { get; init; }

    /// <summary>Mentors with a no or a ban; places are not counted here.</summary>
    public required Dictionary<MentorId, PairHistory> Between { get; init; }

    /// <summary>Reads it from all matches and marks of one young person.</summary>
    public static MenteePast Of(IEnumerable<PastMatch> matches, IEnumerable<PairMark> marks)
    {
        var all = matches.ToList();
        var marked = marks.ToDictionary(mark => mark.MentorId);
        var noes = all.Where(match => match.IsNo).GroupBy(match => match.MentorId).ToDictionary(of => of.Key, of => of.Max(match => match.OverAt));
        var lastEnded = all.Where(match => match is { State: MatchState.Ended, ActiveAt: not null }).Max(match => match.OverAt) is { } over ? London.DateAt(over) : (DateOnly?)null;
        return new()
        {
            HasOpenMatch = all.Exists(match => match.State != MatchState.Offered && !PairQueries.Over.Contains(match.State)),
            LastEnded = lastEnded,
            Offered = all.Where(match => match.State == MatchState.Offered).Select(match => match.MentorId).ToHashSet(),
            Marks = marked,
            Between = noes.Keys.Union(marked.Keys).ToDictionary(id => id, id => new PairHistory(0, noes.GetValueOrDefault(id) is { } no ? London.DateAt(no) : null)
            {
                Ban = marked.GetValueOrDefault(id)?.BanKind,
                LastEnded = lastEnded,
            }),
        };
    }
}
