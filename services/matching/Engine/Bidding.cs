namespace Mentoring.Matching.Engine;

/// <summary>
/// The first step of a placement, which seats nearly everybody: whoever seeks asks the host of greatest value to it and says up to
/// which price it would stay, namely until its second choice is as good. A full host keeps those who would stay longest; its price
/// becomes what the one who leaves would have stayed for. Whoever had to leave asks again, at the prices of now.
/// <para>
/// Nothing is rounded and no step is forced upon a tie: a seeker that can only draw is left for <see cref="PathSearch"/>. So the
/// laws of the <see cref="Board"/> hold throughout, except among siblings until their prices are made level.
/// </para>
/// <para>
/// Places of one mentor who seek are siblings: they share a row, and it would be idle to outbid each other. So a seeker passes over
/// what a sibling holds, and when all is done the prices of what siblings hold are raised until all are worth the same to them.
/// </para>
/// </summary>
internal static class Bidding
{
    /// <summary>How often a seeker may ask on average before the rest is left to the search, which settles long price wars sooner.</summary>
    private const int Rounds = 12;

    /// <summary>Whoever drew the first time is asked once more, at the prices that the others have made since.</summary>
    private const int Passes = 2;

    /// <summary>Seats most seekers.</summary>
    /// <returns>Those who still sit nowhere.</returns>
    public static List<int> Run(Board board, Watch watch)
    {
        var left = Enumerable.Range(0, board.RowOf.Length).ToList();
        var asks = (long)Rounds * board.RowOf.Length;
        for (var pass = 0; pass < Passes && left.Count > 0; pass++)
        {
            var asking = left;
            left = [];
            for (var at = 0; at < asking.Count; at++)
            {
                watch.Tick(at);
                board.TakeOffPricesWhenWorthwhile();
                for (var seeker = asking[at]; seeker >= 0;)
                {
                    if (asks-- <= 0 || !TrySeat(board, seeker, out var leaves))
                    {
                        left.Add(seeker);
                        break;
                    }

                    seeker = leaves;
                }
            }
        }

        if (board.HasSiblings) LevelSiblings(board);
        return left;
    }

    /// <summary>Raises the prices of what siblings hold until none of them would rather have another's.</summary>
    private static void LevelSiblings(Board board)
    {
        var least = new long[board.Rows.Count];
        least.AsSpan().Fill(long.MaxValue);
        for (var host = 0; host < board.Hosts.Length; host++)
        {
            foreach (ref var guest in board.GuestsOf(host))
            {
                ref var row = ref least[board.RowOf[guest.Seeker]];
                row = Math.Min(row, guest.Score - board.Hosts[host].Price);
            }
        }

        for (var host = 0; host < board.Hosts.Length; host++)
        {
            foreach (ref var guest in board.GuestsOf(host)) board.Hosts[host].Price = guest.Score - least[board.RowOf[guest.Seeker]];
        }
    }

    /// <summary>Seats the seeker, or raises the price until it would rather go elsewhere.</summary>
    /// <param name="board">The board.</param>
    /// <param name="seeker">Who asks.</param>
    /// <param name="leaves">Who has to ask next: the one who lost the place, or the seeker itself; -1 when nobody.</param>
    /// <returns>False when it is a draw that nothing here can settle.</returns>
    private static bool TrySeat(Board board, int seeker, out int leaves)
    {
        var bid = BestOf(board, seeker);
        leaves = -1;
        if (bid.Host < 0) return false;
        ref var host = ref board.Hosts[bid.Host];
        if (host.HasFreePlace)
        {
            board.Seat(seeker, bid.Host, bid.Score, bid.StaysUpTo);
            return true;
        }

        ref var weakest = ref Weakest(board, bid.Host, bid.StaysUpTo);
        if (bid.StaysUpTo > weakest.StaysUpTo)
        {
            host.Price = Math.Max(host.Price, weakest.StaysUpTo);
            leaves = board.SeatInsteadOf(ref weakest, seeker, bid.Host, bid.Score, bid.StaysUpTo);
            return true;
        }

        if (bid.StaysUpTo > host.Price)
        {
            host.Price = bid.StaysUpTo;
            leaves = seeker;
            return true;
        }

        // The second choice is as good as the first: take it if it has a place.
        if (bid.Second < 0 || !board.Hosts[bid.Second].HasFreePlace) return false;
        board.Seat(seeker, bid.Second, bid.SecondScore, 0);
        return true;
    }

    /// <summary>
    /// The guest who would leave first. What guests said when they sat down may have become more since, as others have become dearer; so
    /// whoever is about to leave is asked once more.
    /// </summary>
    private static ref Board.Guest Weakest(Board board, int host, long offer)
    {
        var guests = board.GuestsOf(host);
        while (true)
        {
            ref var weakest = ref guests[0];
            for (var at = 1; at < guests.Length; at++)
            {
                if (guests[at].StaysUpTo < weakest.StaysUpTo) weakest = ref guests[at];
            }

            if (offer <= weakest.StaysUpTo) return ref weakest;
            var elsewhere = BestOf(board, weakest.Seeker, host);
            var stays = elsewhere.Host < 0 ? Board.Closed : weakest.Score - elsewhere.Value;
            if (stays <= weakest.StaysUpTo) return ref weakest;
            weakest.StaysUpTo = stays;
        }
    }

    private static Bid BestOf(Board board, int seeker, int except = -1)
    {
        var row = board.RowOf[seeker];
        var hosts = board.Hosts;
        long best = -Board.Closed, second = -Board.Closed;
        int bestHost = -1, secondHost = -1, bestScore = 0, secondScore = 0;
        var choices = board.Rows.Of(row);
        for (var at = 0; at < choices.Length || board.Rows.More(row, ref choices); at++)
        {
            var score = Choice.Score(choices[at]);
            if (score <= second) break; // prices are never below 0, so nobody further on is worth more
            board.Looked++;
            var host = Choice.Other(choices[at]);
            var value = score - hosts[host].Price;
            if (value <= second || host == except || board.Seats[host].LastRow == row) continue;
            if (value > best)
            {
                (second, secondHost, secondScore) = (best, bestHost, bestScore);
                (best, bestHost, bestScore) = (value, host, score);
            }
            else
            {
                (second, secondHost, secondScore) = (value, host, score);
            }
        }

        if (bestHost < 0) return new() { Host = -1, Second = -1 };
        var stays = secondHost < 0 ? Board.Closed : hosts[bestHost].Price + (best - second);
        return new() { Host = bestHost, Value = best, Score = bestScore, StaysUpTo = stays, Second = secondHost, SecondScore = secondScore };
    }

    private struct Bid
    {
        public int Host;
        public long Value;
        public int Score;
        public long StaysUpTo;
        public int Second;
        public int SecondScore;
    }
}
