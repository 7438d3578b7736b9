namespace Mentoring.Matching.Engine;

/// <summary>
/// A plan that follows changes: somebody joins, leaves, pauses or has other scores, and the best plan is there again after one or two
/// short searches for each seat that changes, as good as if everything had been solved anew. Pins, for instance open offers, are never moved.
/// Numbers of people are given in order and not used again. Not safe for several threads at once.
/// </summary>
public sealed class StandingPlan
{
    private StandingBoard _board;
    private Newcomer _newcomer;
    private Vacancy _vacancy;
    private long _low;
    private long _high;
    private int _room;

    /// <summary>Solves an instance, and follows its changes from then on.</summary>
    /// <param name="pairs">The instance; it is copied.</param>
    /// <param name="pins">Matches that are not to be moved.</param>
    /// <exception cref="ArgumentException">The pins conflict; the message says how.</exception>
    public StandingPlan(Pairs pairs, IReadOnlyList<Pin>? pins = null)
    {
        pins ??= [];
        var conflicts = WishConflicts.In(pairs, new() { Pins = pins });
        if (conflicts.Count > 0) throw new ArgumentException(conflicts[0].Sentence, nameof(pins));
        (_board, _newcomer, _vacancy) = Solved(pairs, pins);
    }

    /// <summary>How many full solves it has taken so far: one to begin with, and one more whenever the instance has outgrown the numbers.</summary>
    public int FullSolves { get; private set; }

    /// <summary>How many mentees there are, with those who have left.</summary>
    public int Mentees => _board.Mentees;

    /// <summary>How many mentors there are, with those who have left.</summary>
    public int Mentors => _board.Mentors;

    /// <summary>How many mentees are matched, without pins.</summary>
    public int Count => _board.Count;

    /// <summary>The sum of the scores of their matches.</summary>
    public long Total => _board.Total;

    /// <summary>The mentor of a mentee; -1 when there is none.</summary>
    public int MentorOf(int mentee) => _board.MenteeAt(mentee).MentorOf;

    /// <summary>The score of a mentee's match; of a mentee without one it has no meaning.</summary>
    public int ScoreOf(int mentee) => _board.MenteeAt(mentee).Score;

    /// <summary>How many mentors are possible for a mentee, whether they have a place or not.</summary>
    public int PossibleOf(int mentee) => _board.MenteeAt(mentee).Row.Count;

    /// <summary>Whether <see cref="Pin"/> can be called: the mentee is not pinned, the pair is possible, and the mentor has a place left for a pin.</summary>
    public bool CanPin(int mentee, int mentor)
        => !IsPinned(mentee) && _board.MentorAt(mentor).Places > 0 && _board.MenteeAt(mentee).Row.Exists(pair => pair.Mentor == mentor);

    /// <summary>Whether a mentee's match is pinned.</summary>
    public bool IsPinned(int mentee) => _board.MenteeAt(mentee).IsPinned;

    /// <summary>A mentee joins.</summary>
    /// <param name="mentors">The possible mentors and the scores, each mentor once.</param>
    /// <returns>The mentee's number.</returns>
    public int AddMentee(IReadOnlyList<(int Mentor, int Score)> mentors)
    {
        var mentee = _board.Mentees;
        _board.Add(new StandingBoard.Mentee());
        SetRow(mentee, mentors);
        if (!OutgrewNumbers()) _newcomer.Seat(mentee);
        return mentee;
    }

    /// <summary>A mentee leaves or pauses; with the pin, if there is one.</summary>
    public void RemoveMentee(int mentee)
    {
        Unpin(mentee);
        SetRow(mentee, []);
        Fill(_board.Part(mentee));
    }

    /// <summary>A mentee's possible mentors and scores have changed. A pin stays as it is.</summary>
    public void ChangeMentee(int mentee, IReadOnlyList<(int Mentor, int Score)> mentors)
    {
        SetRow(mentee, mentors);
        if (_board.MenteeAt(mentee).IsPinned)
        {
            OutgrewNumbers();
            return;
        }

        var left = _board.Part(mentee);
        if (OutgrewNumbers()) return;
        _newcomer.Seat(mentee);
        Fill(left);
    }

    /// <summary>A mentor joins.</summary>
    /// <param name="places">How many mentees the mentor can take.</param>
    /// <param name="mentees">The possible mentees and the scores, each mentee once.</param>
    /// <returns>The mentor's number.</returns>
    public int AddMentor(int places, IReadOnlyList<(int Mentee, int Score)> mentees)
    {
        var mentor = _board.Mentors;
        _board.Add(new StandingBoard.Mentor());
        SetColumn(mentor, mentees);
        OutgrewNumbers();
        ChangePlaces(mentor, places);
        return mentor;
    }

    /// <summary>A mentor leaves or pauses.</summary>
    /// <exception cref="InvalidOperationException">A mentee is pinned to the mentor, and a pin is never broken: unpin first.</exception>
    public void RemoveMentor(int mentor)
    {
        ChangePlaces(mentor, 0);
        SetColumn(mentor, []);
    }

    /// <summary>A mentor's possible mentees and scores have changed.</summary>
    public void ChangeMentor(int mentor, IReadOnlyList<(int Mentee, int Score)> mentees)
    {
        var here = _board.MentorAt(mentor);
        var places = here.Places + here.Pins;
        ChangePlaces(mentor, here.Pins);
        SetColumn(mentor, mentees);
        OutgrewNumbers();
        ChangePlaces(mentor, places);
    }

    /// <summary>A mentor can take more or fewer mentees.</summary>
    /// <param name="mentor">The mentor.</param>
    /// <param name="places">How many, with those who are pinned.</param>
    /// <exception cref="InvalidOperationException">More mentees than that are pinned to the mentor, and a pin is never broken: unpin first.</exception>
    public void ChangePlaces(int mentor, int places)
    {
        var here = _board.MentorAt(mentor);
        if (places < here.Pins) throw new InvalidOperationException($"Mentor {mentor} has {here.Pins} pinned mentees and cannot have {places} places.");
        var wasClosed = here.Places == 0;
        here.Places = places - here.Pins;
        while (here.Guests.Count > here.Places)
        {
            var leaves = here.Guests[^1];
            _board.Part(leaves);
            _newcomer.Seat(leaves);
        }

        // The price of a closed mentor was nobody's care.
        if (wasClosed && here.Places > 0) here.Price = _board.PriceThatKeepsAllContent(mentor);
        Fill(mentor);
    }

    /// <summary>A match is given from now on, for instance because an offer is open.</summary>
    /// <exception cref="InvalidOperationException">The mentee is pinned already, the pair is not possible, or the mentor's places are all pinned.</exception>
    public void Pin(int mentee, int mentor)
    {
        var who = _board.MenteeAt(mentee);
        var to = _board.MentorAt(mentor);
        if (who.IsPinned) throw new InvalidOperationException($"Mentee {mentee} is pinned to mentor {who.MentorOf} already.");
        var at = who.Row.FindIndex(pair => pair.Mentor == mentor);
        if (at < 0) throw new InvalidOperationException($"Mentee {mentee} cannot be matched with mentor {mentor}.");
        if (to.Places == 0) throw new InvalidOperationException($"Mentor {mentor} has no place left for another pin.");

        var left = _board.Part(mentee);
        (who.IsPinned, who.MentorOf, who.Score) = (true, mentor, who.Row[at].Score);
        to.Pins++;
        ChangePlaces(mentor, to.Places + to.Pins - 1);
        if (left != mentor) Fill(left);
    }

    /// <summary>A match is no longer given; the mentee is matched as is best. Nothing happens without a pin.</summary>
    public void Unpin(int mentee)
    {
        var who = _board.MenteeAt(mentee);
        if (!who.IsPinned) return;
        var mentor = who.MentorOf;
        var from = _board.MentorAt(mentor);
        (who.IsPinned, who.MentorOf) = (false, StandingBoard.None);
        from.Pins--;
        if (from.Places++ == 0) from.Price = _board.PriceThatKeepsAllContent(mentor);
        _newcomer.Seat(mentee);
        Fill(mentor);
    }

    /// <summary>What a mentor who is not there would bring. The plan is afterwards as good as before, and nobody's number has changed.</summary>
    /// <param name="places">How many mentees the mentor would take.</param>
    /// <param name="mentees">The mentees who would be possible and the scores, each mentee once.</param>
    public Gain Try(int places, IReadOnlyList<(int Mentee, int Score)> mentees)
    {
        var (count, total) = (_board.Count, _board.Total);
        var mentor = AddMentor(places, mentees);
        var gain = new Gain(_board.Count - count, _board.Total - total);
        RemoveMentor(mentor);
        _board.RemoveLastMentor();
        return gain;
    }

    /// <summary>The plan as it stands.</summary>
    public Plan ToPlan()
    {
        int[] mentorOf = new int[Mentees], scores = new int[Mentees];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++) (mentorOf[mentee], scores[mentee]) = (_board.MenteeAt(mentee).MentorOf, _board.MenteeAt(mentee).Score);
        return new(mentorOf, scores);
    }

    /// <summary>The instance as it stands. Where a pinned pair is no longer possible, it is in the instance all the same.</summary>
    public SparsePairs ToPairs()
    {
        var places = Enumerable.Range(0, Mentors).Select(mentor => _board.MentorAt(mentor).Places + _board.MentorAt(mentor).Pins).ToArray();
        return SparsePairs.Of(Mentees, places, Enumerable.Range(0, Mentees).SelectMany(PairsOf));

        IEnumerable<(int, int, int)> PairsOf(int mentee)
        {
            var who = _board.MenteeAt(mentee);
            foreach (var (mentor, score) in who.Row)
            {
                if (!who.IsPinned || mentor != who.MentorOf) yield return (mentee, mentor, score);
            }

            if (who.IsPinned) yield return (mentee, who.MentorOf, who.Score);
        }
    }

    /// <summary>The matches that are pinned.</summary>
    public IReadOnlyList<Pin> ToPins()
        => [.. Enumerable.Range(0, Mentees).Where(IsPinned).Select(mentee => new Pin(mentee, MentorOf(mentee)))];

    /// <summary>Why no other plan is better; to be checked with <see cref="ToPairs"/> and <see cref="ToPins"/>.</summary>
    public Certificate ToCertificate()
    {
        var mentees = Enumerable.Range(0, Mentees).Select(mentee => Apart(_board.MenteeAt(mentee).IsPinned ? 0 : _board.ValueOf(_board.MenteeAt(mentee)))).ToArray();
        var mentors = Enumerable.Range(0, Mentors).Select(_board.MentorAt).Select(mentor => mentor.Places == 0 ? (HasBonus: true, Price: Board.Closed) : Apart(mentor.Price)).ToArray();
        return new()
        {
            CompetingMentees = Array.ConvertAll(mentees, mentee => !mentee.HasBonus),
            ScarceMentors = Array.ConvertAll(mentors, mentor => mentor.HasBonus),
            MenteePrices = Array.ConvertAll(mentees, mentee => mentee.Price),
            MentorPrices = Array.ConvertAll(mentors, mentor => mentor.Price),
        };
    }

    private (bool HasBonus, long Price) Apart(long price) => price > _board.Bonus / 2 ? (true, price - _board.Bonus) : (false, price);

    private void Fill(int mentor)
    {
        if (mentor < 0) return;
        var here = _board.MentorAt(mentor);
        while (here.HasFreePlace && here.Price > 0) _vacancy.Fill(mentor);
    }

    private void SetRow(int mentee, IReadOnlyList<(int Mentor, int Score)> mentors)
    {
        var who = _board.MenteeAt(mentee);
        foreach (var (mentor, _) in who.Row) _board.MentorAt(mentor).Column.RemoveAll(pair => pair.Mentee == mentee);
        who.Row = [.. mentors];
        foreach (var (mentor, score) in mentors) _board.MentorAt(mentor).Column.Add((mentee, Seen(score)));
    }

    private void SetColumn(int mentor, IReadOnlyList<(int Mentee, int Score)> mentees)
    {
        var here = _board.MentorAt(mentor);
        foreach (var (mentee, _) in here.Column) _board.MenteeAt(mentee).Row.RemoveAll(pair => pair.Mentor == mentor);
        here.Column = [.. mentees];
        foreach (var (mentee, score) in mentees) _board.MenteeAt(mentee).Row.Add((mentor, Seen(score)));
    }

    private int Seen(int score)
    {
        _low = Math.Min(_low, score);
        _high = Math.Max(_high, score);
        return score;
    }

    /// <summary>When there are more people or a wider range of scores than the bonus was made for, everything is solved anew.</summary>
    private bool OutgrewNumbers()
    {
        if (BonusFor(Mentees) <= _board.Bonus && Mentees <= _room) return false;
        (_board, _newcomer, _vacancy) = Solved(ToPairs(), ToPins());
        return true;
    }

    private long BonusFor(int mentees) => checked(4 * (_high - _low + 1) * (mentees + 1L));

    private (StandingBoard Board, Newcomer Newcomer, Vacancy Vacancy) Solved(Pairs pairs, IReadOnlyList<Pin> pins)
    {
        FullSolves++;
        var solution = Assignment.Solve(pairs, new() { Pins = pins });
        int[] row = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        var rows = new List<(int Mentor, int Score)>[pairs.Mentees];
        for (var mentee = 0; mentee < rows.Length; mentee++)
        {
            var count = pairs.Row(mentee, row, scores);
            rows[mentee] = new(count);
            for (var at = 0; at < count; at++) rows[mentee].Add((row[at], Seen(scores[at])));
        }

        // Room to double, and for twice the range of scores, before the numbers are outgrown.
        _room = 2 * pairs.Mentees + 16;
        var board = new StandingBoard(checked(2 * BonusFor(_room)));
        for (var mentor = 0; mentor < pairs.Mentors; mentor++)
        {
            var price = solution.Certificate!.MentorPrices[mentor] + (solution.Certificate.ScarceMentors[mentor] ? board.Bonus : 0);
            board.Add(new StandingBoard.Mentor { Places = pairs.Places[mentor], Price = price });
        }

        for (var mentee = 0; mentee < rows.Length; mentee++)
        {
            board.Add(new StandingBoard.Mentee { Row = rows[mentee] });
            foreach (var (mentor, score) in rows[mentee]) board.MentorAt(mentor).Column.Add((mentee, score));
        }

        foreach (var pin in pins.Distinct())
        {
            var who = board.MenteeAt(pin.Mentee);
            (who.IsPinned, who.MentorOf, who.Score) = (true, pin.Mentor, who.Row.Find(pair => pair.Mentor == pin.Mentor).Score);
            board.MentorAt(pin.Mentor).Places--;
            board.MentorAt(pin.Mentor).Pins++;
        }

        for (var mentee = 0; mentee < rows.Length; mentee++)
        {
            var mentor = solution.Plan!.MentorOf[mentee];
            if (mentor >= 0 && !board.MenteeAt(mentee).IsPinned) board.Match(mentee, mentor, rows[mentee].Find(pair => pair.Mentor == mentor).Score);
        }

        return (board, new(board), new(board));
    }
}
