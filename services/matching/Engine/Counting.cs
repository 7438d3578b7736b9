namespace Mentoring.Matching.Engine;

/// <summary>
/// How many mentees can be matched at all, whatever the scores, and where it is that places are short.
/// <para>
/// Everybody takes a free place where there is one. Then a forest grows from all who have none, breadth first: from a
/// mentee to the mentors possible for it, from a full mentor to the mentees there, who might move. A tree that comes to a free place
/// takes it, its chain of mentees each moving one on, and stops growing. This is repeated until a forest finds nothing more.
/// </para>
/// <para>
/// What that last forest covers is the scarce part (Dulmage and Mendelsohn, 1958): its mentors are all full and its mentees know no other
/// mentors, so they have to compete for these places. In every plan that matches as many as can be, the scarce mentors are full with
/// mentees of the scarce part, and everybody outside it is matched with a mentor outside it.
/// </para>
/// </summary>
internal sealed class Counting
{
    private readonly Pairs _pairs;
    private readonly int[] _mentorOf;
    private readonly int[] _free;
    private readonly int[] _firstMentee;
    private readonly int[] _nextMentee;
    private readonly int[] _forest; // by mentor: the forest that last covered it
    private readonly int[] _over; // by mentor: the mentee over whom it was reached
    private readonly int[] _root; // by mentee: the root of its tree
    private readonly List<int> _queue = [];
    private readonly bool[] _isDone; // by root
    private readonly int[] _row;
    private readonly int[] _rowScores;
    private int _count;

    private Counting(Pairs pairs)
    {
        _pairs = pairs;
        _mentorOf = new int[pairs.Mentees];
        _mentorOf.AsSpan().Fill(-1);
        _free = pairs.Places.ToArray();
        _firstMentee = new int[pairs.Mentors];
        _firstMentee.AsSpan().Fill(-1);
        _nextMentee = new int[pairs.Mentees];
        _forest = new int[pairs.Mentors];
        _over = new int[pairs.Mentors];
        _root = new int[pairs.Mentees];
        _isDone = new bool[pairs.Mentees];
        _row = new int[pairs.Mentors];
        _rowScores = new int[pairs.Mentors];
    }

    /// <summary>Counts, and tells the scarce part from the rest.</summary>
    public static Scarcity Run(Pairs pairs, Rows rows, Watch watch)
    {
        watch.Step(SolveStep.Counting, pairs.Mentees);
        var counting = new Counting(pairs);
        counting.TakeFirstChoices(rows, watch);
        var forest = 1;
        while (counting.Grow(forest, watch)) forest++;
        return counting.WhatIsScarce(forest);
    }

    private void TakeFirstChoices(Rows rows, Watch watch)
    {
        for (var mentee = 0; mentee < _mentorOf.Length; mentee++)
        {
            watch.Tick(mentee);
            // Long rows are read once and sorted, because they are wanted again soon. Short ones are not worth it yet.
            var mentor = _pairs.GuessFloor(mentee, Rows.First, []) > int.MinValue ? FirstFree(rows, mentee) : AnyFree(mentee);
            if (mentor < 0) continue;
            Join(mentee, mentor);
            _free[mentor]--;
            _count++;
        }
    }

    private int FirstFree(Rows rows, int mentee)
    {
        var choices = rows.Of(mentee);
        rows.More(mentee, ref choices);
        foreach (var choice in choices)
        {
            if (_free[Choice.Other(choice)] > 0) return Choice.Other(choice);
        }

        return -1;
    }

    private int AnyFree(int mentee)
    {
        var count = _pairs.Row(mentee, _row, _rowScores);
        for (var at = 0; at < count; at++)
        {
            // Not everybody starts with the first, so that the first are not gone at once.
            var mentor = _row[(at + mentee) % count];
            if (_free[mentor] > 0) return mentor;
        }

        return -1;
    }

    /// <summary>Grows a forest.</summary>
    /// <returns>Whether it found a place for anybody.</returns>
    private bool Grow(int forest, Watch watch)
    {
        var before = _count;
        _queue.Clear();
        for (var mentee = 0; mentee < _mentorOf.Length; mentee++)
        {
            if (_mentorOf[mentee] >= 0) continue;
            _root[mentee] = mentee;
            _isDone[mentee] = false;
            _queue.Add(mentee);
        }

        if (_queue.Count == 0) return false;
        for (var at = 0; at < _queue.Count; at++)
        {
            watch.Tick(at);
            var mentee = _queue[at];
            var root = _root[mentee];
            if (_isDone[root]) continue;
            var count = _pairs.Row(mentee, _row, _rowScores);
            foreach (var mentor in _row.AsSpan(0, count))
            {
                if (_forest[mentor] == forest) continue;
                _over[mentor] = mentee;
                if (_free[mentor] > 0)
                {
                    _free[mentor]--;
                    _count++;
                    MoveAlong(root, mentor);
                    _isDone[root] = true;
                    break;
                }

                _forest[mentor] = forest;
                for (var guest = _firstMentee[mentor]; guest >= 0; guest = _nextMentee[guest])
                {
                    _root[guest] = root;
                    _queue.Add(guest);
                }
            }
        }

        return _count > before;
    }

    private void MoveAlong(int root, int to)
    {
        while (true)
        {
            var mentee = _over[to];
            var from = _mentorOf[mentee];
            if (from >= 0) Leave(mentee, from);
            Join(mentee, to);
            if (mentee == root) return;
            to = from;
        }
    }

    private void Join(int mentee, int mentor)
    {
        _mentorOf[mentee] = mentor;
        _nextMentee[mentee] = _firstMentee[mentor];
        _firstMentee[mentor] = mentee;
    }

    private void Leave(int mentee, int mentor)
    {
        ref var link = ref _firstMentee[mentor];
        while (link != mentee) link = ref _nextMentee[link];
        link = _nextMentee[mentee];
    }

    private Scarcity WhatIsScarce(int forest)
    {
        var mentors = Array.ConvertAll(_forest, last => last == forest);
        var mentees = Array.ConvertAll(_mentorOf, mentor => mentor < 0 || mentors[mentor]);
        return new(_count, mentees, mentors);
    }
}

/// <summary>How many can be matched, and where places are short.</summary>
/// <param name="Count">As many as can be matched.</param>
/// <param name="Mentees">Those who compete for the scarce places, by mentee.</param>
/// <param name="Mentors">Those whose places are all needed by them, by mentor.</param>
internal sealed record Scarcity(int Count, bool[] Mentees, bool[] Mentors)
{
    /// <summary>The partners whose limits are used up; empty without limits.</summary>
    public bool[] Partners { get; init; } = [];
}
