namespace Mentoring.Matching.Engine;

/// <summary>
/// The last step of a placement: for each seeker still without a place, the cheapest chain of moves that makes one. The seeker takes
/// a place with a host, a guest there goes to another host, a guest there to another, until a host with a free place ends the chain.
/// <para>
/// A move costs what its mover loses in value, so no cost is negative and the cheapest chain is a shortest path, found by always
/// going on from the nearest host (Dijkstra). Afterwards the prices of all hosts nearer than the chain's end rise by the difference,
/// which keeps every guest content where it now sits.
/// </para>
/// <para>
/// A row is looked through only as far as it has been sorted. Where that ends, the row waits in the queue at the distance that its next
/// choice has at the least, and is sorted further when the search comes to that distance, which is seldom.
/// </para>
/// </summary>
internal sealed class PathSearch
{
    private readonly Board _board;
    private readonly RadixHeap _queue = new(); // hosts, and rows that wait as ~seeker
    private readonly List<int> _reached = [];
    private readonly Looking[] _looking; // by seeker
    private int _search;
    private long _endDistance;
    private int _end;

    public PathSearch(Board board)
    {
        _board = board;
        _looking = new Looking[board.RowOf.Length];
    }

    /// <summary>Seats one seeker; others may change their place.</summary>
    /// <exception cref="InvalidOperationException">There is no place, though there must be one.</exception>
    public void Seat(int seeker)
    {
        _board.TakeOffPricesWhenWorthwhile();
        _search++;
        _queue.Clear();
        _reached.Clear();
        _end = -1;
        _endDistance = Board.Closed / 2;
        Look(seeker, GreatestValue(seeker));
        while (_queue.TryPop(out var distance, out var item) && distance < _endDistance)
        {
            if (item < 0) LookOn(~item);
            else GoOnFrom(item, distance);
        }

        if (_end < 0) throw new InvalidOperationException("A seeker finds no place although everybody can be placed.");
        foreach (var host in _reached) _board.Hosts[host].Price += _endDistance - _board.Hosts[host].Distance;
        MoveAlong(seeker);
    }

    private long GreatestValue(int seeker)
    {
        var row = _board.RowOf[seeker];
        var best = -Board.Closed;
        var choices = _board.Rows.Of(row);
        for (var at = 0; at < choices.Length || _board.Rows.More(row, ref choices); at++)
        {
            var score = Choice.Score(choices[at]);
            if (score <= best) break;
            best = Math.Max(best, score - _board.Hosts[Choice.Other(choices[at])].Price);
        }

        return best;
    }

    private void GoOnFrom(int host, long distance)
    {
        ref var here = ref _board.Hosts[host];
        if (here.Distance < distance) return; // was reached on a shorter way since
        _reached.Add(host);
        foreach (ref var guest in _board.GuestsOf(host)) Look(guest.Seeker, distance + guest.Score - here.Price);
    }

    /// <summary>Looks where a seeker could go: at a host it would come to the distance <paramref name="before"/> minus its value there.</summary>
    private void Look(int seeker, long before)
    {
        var choices = _board.Rows.Of(_board.RowOf[seeker]);
        _looking[seeker] = new() { Before = before, Seen = choices.Length };
        LookThrough(choices, seeker, before);
    }

    private void LookOn(int seeker)
    {
        ref var looking = ref _looking[seeker];
        var choices = _board.Rows.Of(_board.RowOf[seeker]);
        if (choices.Length == looking.Seen && !_board.Rows.More(_board.RowOf[seeker], ref choices)) return;
        var seen = looking.Seen;
        looking.Seen = choices.Length;
        LookThrough(choices[seen..], seeker, looking.Before);
    }

    private void LookThrough(ReadOnlySpan<ulong> choices, int seeker, long before)
    {
        var hosts = _board.Hosts;
        var least = 0L;
        foreach (var choice in choices)
        {
            _board.Looked++;
            var score = Choice.Score(choice);
            least = before - score;
            if (least >= _endDistance) return; // prices are never below 0, so all further on are no nearer
            ref var host = ref hosts[Choice.Other(choice)];
            var distance = least + host.Price;
            if (distance >= _endDistance || (host.Search == _search && host.Distance <= distance)) continue;
            host.Search = _search;
            host.Distance = distance;
            host.From = seeker;
            host.FromScore = score;
            if (host.HasFreePlace)
            {
                _end = Choice.Other(choice);
                _endDistance = distance;
            }
            else
            {
                _queue.Push(distance, Choice.Other(choice));
            }
        }

        _queue.Push(Math.Max(least, _queue.Last), ~seeker);
    }

    /// <summary>Makes the moves of the chain, from its end back to the seeker that started it.</summary>
    private void MoveAlong(int start)
    {
        var to = _end;
        var isFree = true;
        var leaves = -1;
        while (true)
        {
            ref var host = ref _board.Hosts[to];
            var seeker = host.From;
            var from = _board.HostOf[seeker];
            if (isFree) _board.Seat(seeker, to, host.FromScore, host.Price);
            else Replace(leaves, seeker, to, host.FromScore);
            if (seeker == start) return;
            leaves = seeker;
            to = from;
            isFree = false;
        }
    }

    private void Replace(int leaves, int seeker, int host, int score)
    {
        foreach (ref var guest in _board.GuestsOf(host))
        {
            if (guest.Seeker != leaves) continue;
            guest = new() { Seeker = seeker, Score = score, StaysUpTo = _board.Hosts[host].Price };
            _board.HostOf[seeker] = host;
            return;
        }
    }

    /// <summary>How far a seeker has looked through its row in the present search.</summary>
    private struct Looking
    {
        public long Before;
        public int Seen;
    }
}
