namespace Mentoring.Matching.Engine;

/// <summary>
/// The state of one placement: seekers who each need one place, hosts who have places, and each host's price.
/// <para>
/// A seeker wants the host with the greatest value: score minus price. Two things hold between steps (among siblings, from the end of the bidding on):
/// every seated seeker sits with a host of greatest value to it, and a host with a place free has the price 0.
/// When everybody sits, these two make the total the greatest there is.
/// </para>
/// </summary>
internal sealed class Board
{
    /// <summary>The price of a host that may not be used: so high that no value beats another because of it, far from overflow.</summary>
    public const long Closed = long.MaxValue / 4;

    public readonly Rows Rows;
    public readonly Host[] Hosts;

    /// <summary>Who sits with each host.</summary>
    public readonly Places[] Seats;

    /// <summary>The row of each seeker, ascending; several seekers may share one.</summary>
    public readonly int[] RowOf;

    /// <summary>Where each seeker sits; -1 when nowhere yet.</summary>
    public readonly int[] HostOf;

    /// <summary>How many choices have been looked at since prices were last taken off.</summary>
    public long Looked;

    private Guest[] _guests;
    private int _used;

    /// <param name="rows">Whom seekers can sit with.</param>
    /// <param name="places">How many places each host has; a host with none is closed.</param>
    /// <param name="rowOf">The row of each seeker.</param>
    public Board(Rows rows, ReadOnlySpan<int> places, int[] rowOf)
    {
        Rows = rows;
        RowOf = rowOf;
        HostOf = new int[rowOf.Length];
        HostOf.AsSpan().Fill(-1);
        for (var seeker = 1; seeker < rowOf.Length; seeker++) HasSiblings |= rowOf[seeker] == rowOf[seeker - 1];
        Hosts = new Host[places.Length];
        Seats = new Places[places.Length];
        _guests = new Guest[places.Length * 2];
        for (var host = 0; host < places.Length; host++)
        {
            Hosts[host] = new() { Free = places[host], Price = places[host] == 0 ? Closed : 0 };
            Seats[host] = new() { LastRow = -1, Start = _used, Room = Math.Min(places[host], 2) };
            _used += Seats[host].Room;
        }
    }

    /// <summary>Whether any seekers share a row.</summary>
    public bool HasSiblings { get; }

    /// <summary>Whoever sits with a host.</summary>
    public Span<Guest> GuestsOf(int host) => _guests.AsSpan(Seats[host].Start, Seats[host].Taken);

    /// <summary>Seats a seeker at a free place.</summary>
    public void Seat(int seeker, int host, int score, long staysUpTo)
    {
        ref var at = ref Seats[host];
        if (at.Taken == at.Room) MakeRoom(ref at, Hosts[host].Free);
        _guests[at.Start + at.Taken++] = new() { Seeker = seeker, Score = score, StaysUpTo = staysUpTo };
        at.LastRow = RowOf[seeker];
        Hosts[host].Free--;
        HostOf[seeker] = host;
    }

    /// <summary>Seats a seeker in the place of another, who then sits nowhere.</summary>
    public int SeatInsteadOf(ref Guest guest, int seeker, int host, int score, long staysUpTo)
    {
        var leaves = guest.Seeker;
        guest = new() { Seeker = seeker, Score = score, StaysUpTo = staysUpTo };
        Seats[host].LastRow = RowOf[seeker];
        HostOf[seeker] = host;
        HostOf[leaves] = -1;
        return leaves;
    }

    /// <summary>
    /// Takes the prices of now off all scores and goes on with prices of 0, when more has been looked at since the last time than it costs to
    /// sort rows anew. Nothing changes in what anybody wants; but rows are then sorted by what is left after those prices, so that nobody has to
    /// read past hosts that have become too dear.
    /// </summary>
    public void TakeOffPricesWhenWorthwhile()
    {
        if (Looked <= Rows.Cost) return;
        Looked = 0;
        var all = 0L;
        for (var host = 0; host < Hosts.Length; host++)
        {
            if (Hosts[host].Price is <= 0 or >= Closed) continue;
            var taken = Rows.TakeOff(host, Hosts[host].Price);
            Shift(host, -taken);
            all += taken;
        }

        if (all > 0) Rows.Forget();
    }

    /// <summary>Puts back on what was taken off.</summary>
    public void PutPricesBack()
    {
        for (var host = 0; host < Hosts.Length; host++) Shift(host, Rows.OffOf(host));
    }

    private void Shift(int host, int by)
    {
        if (by == 0) return;
        Hosts[host].Price += by;
        foreach (ref var guest in GuestsOf(host))
        {
            guest.Score += by;
            guest.StaysUpTo += by;
        }
    }

    private void MakeRoom(ref Places seats, int free)
    {
        var room = Math.Min(seats.Taken + free, seats.Room * 2);
        if (_guests.Length - _used < room) Array.Resize(ref _guests, Math.Max(_guests.Length * 2, _used + room));
        _guests.AsSpan(seats.Start, seats.Taken).CopyTo(_guests.AsSpan(_used));
        seats.Start = _used;
        seats.Room = room;
        _used += room;
    }

    /// <summary>A host, with all that a search asks of it in thirty-two bytes of memory: to fetch these is most of what a search costs.</summary>
    internal struct Host
    {
        /// <summary>What a place costs; 0 while one is free.</summary>
        public long Price;

        /// <summary>In the present search: how much is lost at least by making room here.</summary>
        public long Distance;

        /// <summary>The search that <see cref="Distance"/> belongs to.</summary>
        public int Search;

        /// <summary>The seeker over whom the present search came here.</summary>
        public int From;

        /// <summary>That seeker's score here.</summary>
        public int FromScore;

        /// <summary>How many places are free.</summary>
        public int Free;

        public readonly bool HasFreePlace => Free > 0;
    }

    /// <summary>Where a host's guests are.</summary>
    internal struct Places
    {
        public int Taken;

        /// <summary>The row of the guest who sat down last; -1 before anybody did.</summary>
        public int LastRow;

        /// <summary>Where its guests start, and how many fit there.</summary>
        public int Start;
        public int Room;
    }

    /// <summary>A seeker who sits with a host.</summary>
    internal struct Guest
    {
        public int Seeker;
        public int Score;

        /// <summary>The price up to which this host was the best for the seeker when it sat down; it can only have become more.</summary>
        public long StaysUpTo;
    }
}
