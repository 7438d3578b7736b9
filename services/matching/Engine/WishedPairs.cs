namespace Mentoring.Matching.Engine;

/// <summary>
/// An instance as wishes leave it: whoever is pinned is out of it and the place is taken; banned pairs, and pairs under a floor, are
/// not possible. So the solver needs to know nothing of wishes.
/// </summary>
internal sealed class WishedPairs : Pairs
{
    private readonly Pairs _pairs;
    private readonly int[] _places;
    private readonly int _floor;
    private readonly bool[] _isPinned;
    private readonly Dictionary<int, HashSet<int>> _bannedOf;
    private readonly HashSet<Pin> _banned;

    private WishedPairs(Pairs pairs, Wishes wishes, int floor)
    {
        _pairs = pairs;
        _floor = floor;
        _places = pairs.Places.ToArray();
        _isPinned = new bool[pairs.Mentees];
        foreach (var pin in wishes.Pins.Distinct())
        {
            _isPinned[pin.Mentee] = true;
            _places[pin.Mentor]--;
        }

        _banned = wishes.Bans.ToHashSet();
        _bannedOf = wishes.Bans.GroupBy(ban => ban.Mentee).ToDictionary(bans => bans.Key, bans => bans.Select(ban => ban.Mentor).ToHashSet());
    }

    /// <summary>The instance as wishes leave it; the instance itself where they leave it as it is.</summary>
    /// <param name="pairs">The instance.</param>
    /// <param name="wishes">The wishes, without conflicts.</param>
    /// <param name="floor">The lowest score that is possible.</param>
    public static Pairs Of(Pairs pairs, Wishes wishes, int floor = int.MinValue)
        => floor == int.MinValue && wishes.Pins.Count == 0 && wishes.Bans.Count == 0 ? pairs : new WishedPairs(pairs, wishes, floor);

    public override int Mentees => _pairs.Mentees;

    public override int Mentors => _pairs.Mentors;

    public override ReadOnlySpan<int> Places => _places;

    public override bool HasColumns => _pairs.HasColumns;

    public override bool RowsAreComputed => _pairs.RowsAreComputed;

    public override int PartnerOf(int mentor) => _pairs.PartnerOf(mentor);

    public override int LowestScore => _pairs.LowestScore;

    public override int GuessFloor(int mentee, int wanted, ReadOnlySpan<int> off) => _pairs.GuessFloor(mentee, wanted, off);

    public override int Row(int mentee, Span<int> mentors, Span<int> scores)
    {
        if (_isPinned[mentee]) return 0;
        var count = _pairs.RowAtLeast(mentee, _floor, [], mentors, scores);
        if (!_bannedOf.TryGetValue(mentee, out var banned)) return count;
        var kept = 0;
        for (var at = 0; at < count; at++)
        {
            if (banned.Contains(mentors[at])) continue;
            mentors[kept] = mentors[at];
            scores[kept++] = scores[at];
        }

        return kept;
    }

    public override int RowAtLeast(int mentee, int floor, ReadOnlySpan<int> off, Span<int> mentors, Span<int> scores)
    {
        // With no floor of the wishes and nobody banned, the instance itself knows best what can be passed over.
        if (_floor > int.MinValue || _isPinned[mentee] || _bannedOf.ContainsKey(mentee)) return base.RowAtLeast(mentee, floor, off, mentors, scores);
        return _pairs.RowAtLeast(mentee, floor, off, mentors, scores);
    }

    public override int Column(int mentor, Span<int> mentees, Span<int> scores)
    {
        var count = _pairs.Column(mentor, mentees, scores);
        var kept = 0;
        for (var at = 0; at < count; at++)
        {
            if (_isPinned[mentees[at]] || scores[at] < _floor || _banned.Contains(new(mentees[at], mentor))) continue;
            mentees[kept] = mentees[at];
            scores[kept++] = scores[at];
        }

        return kept;
    }
}
