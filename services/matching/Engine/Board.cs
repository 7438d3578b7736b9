namespace Mentoring.Matching.Engine;

/// <summary>
/// The state of one placement: seekers who each need one place, hosts who have places, and each host's price.
/// <para>
/// A seeker wants the host with the greatest value: score minus price. Two things hold at every moment between steps:
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

    /// <summary>The row of each seeker, ascending; several seekers may share one.</summary>
    public readonly int[] RowOf;

    /// <summary>Where each seeker sits; -1 when nowhere yet.</summary>
    public readonly int[] HostOf;

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
        _guests = new Guest[places.Length * 2];
        for (var host = 0; host < places.Length; host++)
        {
            Hosts[host].Places = places[host];
            Hosts[host].Price = places[host] == 0 ? Closed : 0;
            Hosts[host].LastRow = -1;
            Hosts[host].Start = _used;
            Hosts[host].Room = Math.Min(places[host], 2);
            _used += Hosts[host].Room;
        }
    }

    /// <summary>Whether any seekers share a row.</summary>
    public bool HasSiblings { get; }

    /// <summary>Whoever sits with a host.</summary>
    public Span<Guest> GuestsOf(in Host host) => _guests.AsSpan(host.Start, host.Taken);

    /// <summary>Seats a seeker at a free place.</summary>
    public void Seat(int seeker, int host, int score, long staysUpTo)
    {
        ref var at = ref Hosts[host];
        if (at.Taken == at.Room) MakeRoom(ref at);
        _guests[at.Start + at.Taken++] = new() { Seeker = seeker, Score = score, StaysUpTo = staysUpTo };
        at.LastRow = RowOf[seeker];
        HostOf[seeker] = host;
    }

    /// <summary>Seats a seeker in the place of another, who then sits nowhere.</summary>
    public int SeatInsteadOf(ref Guest guest, int seeker, int host, int score, long staysUpTo)
    {
        var leaves = guest.Seeker;
        guest = new() { Seeker = seeker, Score = score, StaysUpTo = staysUpTo };
        Hosts[host].LastRow = RowOf[seeker];
        HostOf[seeker] = host;
        HostOf[leaves] = -1;
        return leaves;
    }

    private void MakeRoom(ref Host host)
    {
        var room = Math.Min(host.Places, host.Room * 2);
        if (_guests.Length - _used < room) Array.Resize(ref _guests, Math.Max(_guests.Length * 2, _used + room));
        _guests.AsSpan(host.Start, host.Taken).CopyTo(_guests.AsSpan(_used));
        host.Start = _used;
        host.Room = room;
        _used += room;
    }

    /// <summary>A host, with all that a search asks of it in one place in memory.</summary>
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

        public int Places;
        public int Taken;

        /// <summary>The row of the guest who sat down last; -1 before anybody did.</summary>
        public int LastRow;

        /// <summary>Where its guests start, and how many fit there.</summary>
        public int Start;
        public int Room;

        public readonly bool HasFreePlace => Taken < Places;
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
