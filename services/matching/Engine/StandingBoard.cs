namespace Mentoring.Matching.Engine;

/// <summary>
/// The state of a <see cref="StandingPlan"/>: pairs that can change, who is with whom, and the mentors' prices.
/// <para>
/// A match is worth its score and a bonus so great that no gain in scores makes up for a match less; so a mentee can be without a mentor
/// at the value 0, and one kind of price tells both count and total. What holds between changes: nobody without a mentor would gain by one,
/// everybody matched is with the mentor of greatest value to it, and a mentor with a free place has the price 0.
/// </para>
/// </summary>
internal sealed class StandingBoard
{
    public const int None = -1;

    private readonly List<Mentee> _mentees = [];
    private readonly List<Mentor> _mentors = [];
    private int _searches;

    public StandingBoard(long bonus) => Bonus = bonus;

    public long Bonus { get; }

    public int Mentees => _mentees.Count;

    public int Mentors => _mentors.Count;

    /// <summary>How many are matched, without pins.</summary>
    public int Count { get; private set; }

    /// <summary>The total of their scores.</summary>
    public long Total { get; private set; }

    /// <summary>A number for a new search, by which it knows its own marks.</summary>
    public int NextSearch() => ++_searches;

    public Mentee MenteeAt(int mentee) => _mentees[mentee];

    public Mentor MentorAt(int mentor) => _mentors[mentor];

    public void Add(Mentee mentee) => _mentees.Add(mentee);

    public void Add(Mentor mentor) => _mentors.Add(mentor);

    public void RemoveLastMentor() => _mentors.RemoveAt(_mentors.Count - 1);

    /// <summary>What a matched mentee's match is worth to it over and above the price; 0 for a mentee without.</summary>
    public long ValueOf(Mentee mentee) => mentee.MentorOf < 0 ? 0 : Bonus + mentee.Score - _mentors[mentee.MentorOf].Price;

    public void Match(int mentee, int mentor, int score)
    {
        _mentees[mentee].MentorOf = mentor;
        _mentees[mentee].Score = score;
        _mentors[mentor].Guests.Add(mentee);
        Count++;
        Total += score;
    }

    /// <summary>Takes a mentee from its mentor.</summary>
    /// <returns>The mentor, who now has a free place; none when there was none.</returns>
    public int Part(int mentee)
    {
        var mentor = _mentees[mentee].MentorOf;
        if (mentor < 0) return None;
        _mentors[mentor].Guests.Remove(mentee);
        _mentees[mentee].MentorOf = None;
        Count--;
        Total -= _mentees[mentee].Score;
        return mentor;
    }

    /// <summary>The lowest price at which nobody would rather be with this mentor.</summary>
    public long PriceThatKeepsAllContent(int mentor)
    {
        var price = 0L;
        foreach (var (mentee, score) in _mentors[mentor].Column)
        {
            if (!_mentees[mentee].IsPinned) price = Math.Max(price, Bonus + score - ValueOf(_mentees[mentee]));
        }

        return price;
    }

    internal sealed class Mentee
    {
        /// <summary>The possible mentors and the scores.</summary>
        public List<(int Mentor, int Score)> Row { get; set; } = [];

        public int MentorOf { get; set; } = None;

        /// <summary>The score of the match.</summary>
        public int Score { get; set; }

        /// <summary>Whether the match is given from outside and not to be moved. The place it takes is not among the mentor's.</summary>
        public bool IsPinned { get; set; }

        /// <summary>The state of the present search of a vacancy.</summary>
        public Mark Mark;
    }

    internal sealed class Mentor
    {
        /// <summary>The possible mentees and the scores.</summary>
        public List<(int Mentee, int Score)> Column { get; set; } = [];

        /// <summary>How many places there are for those who are not pinned.</summary>
        public int Places { get; set; }

        public int Pins { get; set; }

        public long Price { get; set; }

        public List<int> Guests { get; } = [];

        public bool HasFreePlace => Guests.Count < Places;

        /// <summary>The state of the present search.</summary>
        public Mark Mark;
    }

    /// <summary>How a search came somewhere.</summary>
    internal struct Mark
    {
        public int Search;
        public long Distance;

        /// <summary>The mentee or mentor that the search came from.</summary>
        public int From;

        /// <summary>The score of the pair over which it came.</summary>
        public int Score;
    }
}
