namespace Mentoring.Matching.Engine;

/// <summary>
/// Finds a place for one mentee who has none, by the cheapest chain of moves, as <see cref="PathSearch"/> does. The chain ends at a free
/// place, or with the mentee who can best be without.
/// </summary>
internal sealed class Newcomer(StandingBoard board)
{
    private readonly RadixHeap _queue = new();
    private readonly List<int> _reached = [];
    private int _search;
    private long _endDistance;
    private int _endMentor;
    private int _endMentee;

    public void Seat(int mentee)
    {
        var value = GreatestValue(mentee);
        if (value <= 0) return; // nobody would move for it
        _search = board.NextSearch();
        _queue.Clear();
        _reached.Clear();
        _endMentor = StandingBoard.None;
        (_endMentee, _endDistance) = (mentee, value);
        Look(mentee, value);
        while (_queue.TryPop(out var distance, out var mentor) && distance < _endDistance)
        {
            var here = board.MentorAt(mentor);
            if (here.Mark.Distance < distance) continue;
            _reached.Add(mentor);
            foreach (var guest in here.Guests)
            {
                var stays = board.ValueOf(board.MenteeAt(guest));
                if (distance + stays < _endDistance) (_endMentor, _endMentee, _endDistance) = (StandingBoard.None, guest, distance + stays);
                Look(guest, distance + stays);
            }
        }

        foreach (var mentor in _reached)
        {
            var here = board.MentorAt(mentor);
            here.Price += Math.Max(0, _endDistance - here.Mark.Distance);
        }

        MoveAlong(mentee);
    }

    private long GreatestValue(int mentee)
    {
        var best = 0L;
        foreach (var (mentor, score) in board.MenteeAt(mentee).Row)
        {
            var there = board.MentorAt(mentor);
            if (there.Places > 0) best = Math.Max(best, board.Bonus + score - there.Price);
        }

        return best;
    }

    private void Look(int mentee, long before)
    {
        foreach (var (mentor, score) in board.MenteeAt(mentee).Row)
        {
            var there = board.MentorAt(mentor);
            var distance = before - board.Bonus - score + there.Price;
            if (distance >= _endDistance || there.Places == 0 || (there.Mark.Search == _search && there.Mark.Distance <= distance)) continue;
            there.Mark = new() { Search = _search, Distance = distance, From = mentee, Score = score };
            if (there.HasFreePlace) (_endMentor, _endMentee, _endDistance) = (mentor, StandingBoard.None, distance);
            else _queue.Push(distance, mentor);
        }
    }

    private void MoveAlong(int start)
    {
        if (_endMentee == start) return;
        var to = _endMentor >= 0 ? _endMentor : board.Part(_endMentee);
        while (true)
        {
            var mark = board.MentorAt(to).Mark;
            var from = board.Part(mark.From);
            board.Match(mark.From, to, mark.Score);
            if (mark.From == start) return;
            to = from;
        }
    }
}
