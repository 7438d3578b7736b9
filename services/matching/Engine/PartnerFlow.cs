namespace Mentoring.Matching.Engine;

/// <summary>
/// The best plan when partners have limits. A partner is one more station on the way: from mentee to mentor to partner, each with a
/// price of its own. Mentees are seated one after the other by the cheapest chain of moves, as in <see cref="PathSearch"/>; a chain may
/// also run over a partner, whose limit one mentor gives up for another. A match is worth its score and a bonus so great that no gain
/// in scores makes up for a match less, so one method finds both the count and the total.
/// <para>Exact, and simple rather than fast: tens of thousands of mentees take minutes. Without limits <see cref="Optimum"/> does the work.</para>
/// </summary>
internal sealed class PartnerFlow
{
    private const int None = -1;

    private readonly Pairs _pairs;
    private readonly int[] _limits;
    private readonly Watch _watch;
    private readonly long _bonus;
    private readonly int[] _partnerOf;
    private readonly List<int>[] _mentorsOf; // by partner
    private readonly List<(int Mentee, int Score)>[] _guests; // by mentor
    private readonly int[] _used; // by partner
    private readonly int[] _mentorOf;
    private readonly int[] _scores;

    // Stations are mentors, then partners. A mentor's price here has the partner's in it; the certificate takes the two apart.
    private readonly long[] _price;
    private readonly long[] _distance;
    private readonly int[] _fromMentee;
    private readonly int[] _fromStation;
    private readonly int[] _scoreThere;
    private readonly bool[] _isSettled;
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly int[] _row;
    private readonly int[] _rowScores;

    private long _endDistance;
    private int _endStation; // a station with room
    private int _endMentee; // or a mentee who leaves

    private PartnerFlow(Pairs pairs, int[] limits, Watch watch)
    {
        _pairs = pairs;
        _limits = limits;
        _watch = watch;
        var stations = pairs.Mentors + limits.Length;
        _partnerOf = [.. Enumerable.Range(0, pairs.Mentors).Select(mentor => pairs.PartnerOf(mentor) is var partner && partner < limits.Length ? partner : None)];
        _mentorsOf = [.. limits.Select(_ => new List<int>())];
        for (var mentor = 0; mentor < pairs.Mentors; mentor++)
        {
            if (_partnerOf[mentor] >= 0) _mentorsOf[_partnerOf[mentor]].Add(mentor);
        }

        _guests = [.. Enumerable.Range(0, pairs.Mentors).Select(_ => new List<(int, int)>())];
        _used = new int[limits.Length];
        _mentorOf = [.. Enumerable.Repeat(None, pairs.Mentees)];
        _scores = new int[pairs.Mentees];
        _price = new long[stations];
        _distance = new long[stations];
        _fromMentee = new int[stations];
        _fromStation = new int[stations];
        _scoreThere = new int[stations];
        _isSettled = new bool[stations];
        _row = new int[pairs.Mentors];
        _rowScores = new int[pairs.Mentors];
        _bonus = Bonus();
    }

    /// <summary>What the limits leave when pins have taken theirs.</summary>
    public static int[] LimitsLeft(Pairs pairs, Wishes wishes)
    {
        var left = wishes.PartnerLimits!.Select(limit => Math.Max(0, limit)).ToArray();
        foreach (var pin in wishes.Pins.Distinct())
        {
            var partner = pairs.PartnerOf(pin.Mentor);
            if (partner >= 0 && partner < left.Length) left[partner]--;
        }

        return left;
    }

    public static Found Of(Pairs pairs, int[] limits, Watch watch)
    {
        var flow = new PartnerFlow(pairs, limits, watch);
        watch.Step(SolveStep.Searching, pairs.Mentees);
        for (var mentee = 0; mentee < pairs.Mentees; mentee++) flow.Seat(mentee);
        return new(flow._mentorOf, flow._scores, flow.Certificate());
    }

    /// <summary>More than any chain of moves can gain in scores.</summary>
    private long Bonus()
    {
        long low = 0, high = 0;
        for (var mentee = 0; mentee < _pairs.Mentees; mentee++)
        {
            foreach (var score in _rowScores.AsSpan(0, _pairs.Row(mentee, _row, _rowScores)))
            {
                low = Math.Min(low, score);
                high = Math.Max(high, score);
            }
        }

        return checked(4 * (high - low + 1) * (_pairs.Mentees + 1L));
    }

    private int Station(int partner) => _pairs.Mentors + partner;

    private bool IsClosed(int mentor) => _pairs.Places[mentor] == 0 || (_partnerOf[mentor] >= 0 && _limits[_partnerOf[mentor]] == 0);

    private void Seat(int mentee)
    {
        _watch.Tick(mentee);
        _queue.Clear();
        _distance.AsSpan().Fill(long.MaxValue);
        _isSettled.AsSpan().Clear();
        _endStation = _endMentee = None;

        var value = GreatestValue(mentee);
        if (value <= 0) return; // to stay without is as good as any place
        (_endDistance, _endMentee) = (value, mentee);
        Look(mentee, value);
        var settled = new List<int>();
        while (_queue.TryDequeue(out var station, out var distance) && distance < _endDistance)
        {
            if (_isSettled[station]) continue;
            _isSettled[station] = true;
            settled.Add(station);
            if (station < _pairs.Mentors) FromMentor(station, distance);
            else FromPartner(station - _pairs.Mentors, distance);
        }

        foreach (var station in settled) _price[station] += _endDistance - _distance[station];
        MoveAlong(mentee);
    }

    private long GreatestValue(int mentee)
    {
        var best = long.MinValue;
        var count = _pairs.Row(mentee, _row, _rowScores);
        for (var at = 0; at < count; at++)
        {
            if (!IsClosed(_row[at])) best = Math.Max(best, _bonus + _rowScores[at] - _price[_row[at]]);
        }

        return best;
    }

    private void Look(int mentee, long before)
    {
        var count = _pairs.Row(mentee, _row, _rowScores);
        for (var at = 0; at < count; at++)
        {
            var mentor = _row[at];
            if (!IsClosed(mentor)) Reach(mentor, before - _bonus - _rowScores[at] + _price[mentor], mentee, None, _rowScores[at]);
        }
    }

    private void Reach(int station, long distance, int fromMentee, int fromStation, int score = 0)
    {
        if (distance >= _distance[station] || distance >= _endDistance) return;
        _distance[station] = distance;
        _fromMentee[station] = fromMentee;
        _fromStation[station] = fromStation;
        _scoreThere[station] = score;
        _queue.Enqueue(station, distance);
    }

    private void FromMentor(int mentor, long distance)
    {
        if (_guests[mentor].Count < _pairs.Places[mentor])
        {
            // A mentor with nobody yet can be cheaper than the partner; the way on costs the difference.
            if (_partnerOf[mentor] >= 0) Reach(Station(_partnerOf[mentor]), distance + _price[Station(_partnerOf[mentor])] - _price[mentor], None, mentor);
            else End(distance, mentor, None);
        }

        foreach (var (guest, score) in _guests[mentor])
        {
            var value = _bonus + score - _price[mentor];
            if (distance + value < _endDistance) End(distance + value, None, guest);
            Look(guest, distance + value);
        }
    }

    private void FromPartner(int partner, long distance)
    {
        if (_used[partner] < _limits[partner]) End(distance, Station(partner), None);
        foreach (var mentor in _mentorsOf[partner])
        {
            if (_guests[mentor].Count > 0) Reach(mentor, distance + _price[mentor] - _price[Station(partner)], None, Station(partner));
        }
    }

    private void End(long distance, int station, int mentee)
    {
        if (distance < _endDistance) (_endDistance, _endStation, _endMentee) = (distance, station, mentee);
    }

    private void MoveAlong(int start)
    {
        var station = _endStation;
        if (_endMentee >= 0)
        {
            station = _mentorOf[_endMentee];
            if (station < 0) return; // the newcomer itself stays without
            Leave(_endMentee);
        }

        while (true)
        {
            if (_fromMentee[station] is var mentee && mentee < 0)
            {
                station = _fromStation[station];
                continue;
            }

            var from = _mentorOf[mentee];
            if (from >= 0) Leave(mentee);
            _mentorOf[mentee] = station;
            _scores[mentee] = _scoreThere[station];
            _guests[station].Add((mentee, _scoreThere[station]));
            if (_partnerOf[station] >= 0) _used[_partnerOf[station]]++;
            if (mentee == start) return;
            station = from;
        }
    }

    private void Leave(int mentee)
    {
        var mentor = _mentorOf[mentee];
        _guests[mentor].RemoveAll(guest => guest.Mentee == mentee);
        if (_partnerOf[mentor] >= 0) _used[_partnerOf[mentor]]--;
        _mentorOf[mentee] = None;
    }

    /// <summary>Takes prices apart into bonuses, which are the cover, and the rest, which are prices of scores.</summary>
    private Certificate Certificate()
    {
        var mentees = new (bool IsCovered, long Price)[_pairs.Mentees];
        for (var mentee = 0; mentee < mentees.Length; mentee++)
            mentees[mentee] = Apart(_mentorOf[mentee] < 0 ? 0 : _bonus + _scores[mentee] - _price[_mentorOf[mentee]]);
        var mentors = new (bool IsCovered, long Price)[_pairs.Mentors];
        for (var mentor = 0; mentor < mentors.Length; mentor++)
        {
            var partner = _partnerOf[mentor];
            if (_pairs.Places[mentor] == 0) mentors[mentor] = (true, Board.Closed); // may cost anything
            else if (!IsClosed(mentor)) mentors[mentor] = Apart(Math.Max(0, _price[mentor] - (partner < 0 ? 0 : _price[Station(partner)])));
        }

        var partners = new (bool IsCovered, long Price)[_limits.Length];
        for (var partner = 0; partner < partners.Length; partner++)
            partners[partner] = _limits[partner] == 0 ? (true, Board.Closed) : Apart(_price[Station(partner)]);
        return new()
        {
            CompetingMentees = Array.ConvertAll(mentees, mentee => !mentee.IsCovered),
            ScarceMentors = Array.ConvertAll(mentors, mentor => mentor.IsCovered),
            ScarcePartners = Array.ConvertAll(partners, partner => partner.IsCovered),
            MenteePrices = Array.ConvertAll(mentees, mentee => mentee.Price),
            MentorPrices = Array.ConvertAll(mentors, mentor => mentor.Price),
            PartnerPrices = Array.ConvertAll(partners, partner => partner.Price),
        };
    }

    private (bool IsCovered, long Price) Apart(long price)
    {
        var isCovered = price > _bonus / 2;
        return (isCovered, isCovered ? price - _bonus : price);
    }
}
