namespace Mentoring.Matching.Engine;

/// <summary>
/// Finds somebody for one free place: the search of <see cref="Newcomer"/> the other way round. A mentee comes, whose place another takes,
/// whose place another takes, until somebody comes who had none, or a place is best left free. Coming costs a mentee what it loses in
/// value; leaving a place free costs its price, which then is 0.
/// </summary>
internal sealed class Vacancy(StandingBoard board)
{
    private readonly RadixHeap _queue = new(); // mentors whose place becomes free
    private readonly List<int> _reached = [];
    private int _search;
    private long _endDistance;
    private int _endMentee; // comes and had none
    private int _endMentor; // or the mentor whose place stays free

    /// <summary>Fills the free place of a mentor whose price is above 0, or lowers the price to 0.</summary>
    public void Fill(int mentor)
    {
        _search = board.NextSearch();
        _queue.Clear();
        _reached.Clear();
        _endMentee = StandingBoard.None;
        (_endMentor, _endDistance) = (mentor, board.MentorAt(mentor).Price);
        board.MentorAt(mentor).Mark = new() { Search = _search, Distance = 0, From = StandingBoard.None };
        _queue.Push(0, mentor);
        while (_queue.TryPop(out var distance, out var next) && distance < _endDistance)
        {
            var here = board.MentorAt(next);
            if (here.Mark.Distance < distance) continue;
            _reached.Add(next);
            if (distance + here.Price < _endDistance) (_endMentee, _endMentor, _endDistance) = (StandingBoard.None, next, distance + here.Price);
            LookForWhoComes(next, distance + here.Price - board.Bonus);
        }

        foreach (var reached in _reached)
        {
            var here = board.MentorAt(reached);
            here.Price -= Math.Max(0, _endDistance - here.Mark.Distance);
        }

        MoveAlong(mentor);
    }

    private void LookForWhoComes(int mentor, long before)
    {
        foreach (var (mentee, score) in board.MentorAt(mentor).Column)
        {
            if (before - score >= _endDistance) continue; // no value is below 0, so this mentee need not be asked
            var who = board.MenteeAt(mentee);
            if (who.IsPinned || who.MentorOf == mentor) continue;
            var distance = before - score + board.ValueOf(who);
            if (distance >= _endDistance || (who.Mark.Search == _search && who.Mark.Distance <= distance)) continue;
            who.Mark = new() { Search = _search, Distance = distance, From = mentor, Score = score };
            if (who.MentorOf < 0)
            {
                (_endMentee, _endMentor, _endDistance) = (mentee, StandingBoard.None, distance);
                continue;
            }

            var leaves = board.MentorAt(who.MentorOf);
            if (leaves.Mark.Search == _search && leaves.Mark.Distance <= distance) continue;
            leaves.Mark = new() { Search = _search, Distance = distance, From = mentee };
            _queue.Push(distance, who.MentorOf);
        }
    }

    private void MoveAlong(int start)
    {
        var mentee = _endMentee >= 0 ? _endMentee : board.MentorAt(_endMentor).Mark.From;
        while (mentee >= 0)
        {
            var mark = board.MenteeAt(mentee).Mark;
            board.Part(mentee);
            board.Match(mentee, mark.From, mark.Score);
            if (mark.From == start) return;
            mentee = board.MentorAt(mark.From).Mark.From;
        }
    }
}
