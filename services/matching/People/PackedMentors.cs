using System.Collections.Frozen;
using Mentoring.Shared;

namespace Mentoring.Matching.People;

/// <summary>
/// All mentors, packed for the kernel: a structure of arrays of bits. What they are and say lies in planes (see <see cref="Plane"/>); free time lies in
/// planes of its own, one for each quarter-hour of the week, with a bit for every mentor who can begin a stretch there. A mentor has a number from 0 that
/// stays theirs; changing one mentor changes their bit in each plane and nothing else. Readers may be many at once; a writer must be alone.
/// </summary>
public sealed class PackedMentors
{
    /// <summary>How many mentors are looked at in one step.</summary>
    public const int Block = 256;
    private const int WordsABlock = Block / 64;

    private readonly Dictionary<MentorId, int> numbers = [];
    private readonly Stack<int> free = [];
    private readonly Dictionary<string, ushort> areas = [];
    private readonly Dictionary<string, ushort> districts = [];
    private readonly Dictionary<Guid, ushort> partners = [];
    private readonly MatchingPolicy policy;
    private MentorCopy?[] copies = [];
    private FreeWeek?[] weeks = [];
    private int[] taken = [];
    private DateOnly?[] ended = [];
    private int[] places = [];
    private ulong[] planes = [];
    private ulong[] starts = [];

    /// <summary>Nobody yet.</summary>
    /// <param name="policy">The policy: how long a stretch of common time it asks for, and how long a mentor rests after a match.</param>
    /// <param name="now">The moment by which clearances and clocks are read, UTC.</param>
    public PackedMentors(MatchingPolicy policy, DateTimeOffset now) => (this.policy, Now) = (policy, now);

    /// <summary>The moment by which clearances and clocks are read, UTC.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>How many numbers are given out, those of mentors who were removed among them.</summary>
    public int Count { get; private set; }

    /// <summary>How many mentors are here.</summary>
    public int Here => numbers.Count;

    /// <summary>How many blocks of <see cref="Block"/> mentors there are.</summary>
    public int Blocks => (Count + Block - 1) / Block;

    /// <summary>The free places of every mentor, by number; none while they cannot be matched.</summary>
    public ReadOnlySpan<int> FreePlaces => places.AsSpan(0, Count);

    /// <summary>All planes, one after the other.</summary>
    internal ulong[] Planes => planes;

    /// <summary>All planes of free time, one after the other.</summary>
    internal ulong[] Starts => starts;

    /// <summary>How far one plane lies from the next, in words of 64 bits.</summary>
    internal int Stride { get; private set; }

    /// <summary>The number of a mentor; null when they are not here.</summary>
    public int? NumberOf(MentorId id) => numbers.TryGetValue(id, out var number) ? number : null;

    /// <summary>The mentor with a number; null when they were removed.</summary>
    public MentorCopy? At(int number) => copies[number];

    /// <summary>When the mentor with a number is free.</summary>
    public FreeWeek? WeekAt(int number) => weeks[number];

    /// <summary>How many places of the mentor with a number are held or taken.</summary>
    public int TakenAt(int number) => taken[number];

    /// <summary>The local date on which the last active match of the mentor with a number ended; null when there was none.</summary>
    public DateOnly? LastEndedAt(int number) => ended[number];

    /// <summary>The number of the partner a mentor comes from, from 0; -1 for an independent volunteer.</summary>
    public int PartnerAt(int number) => Number(number, Plane.Partner, Plane.NumberDigits) - 1;

    /// <summary>Takes a mentor in, or what is new about one.</summary>
    /// <param name="mentor">The mentor. Kept: whoever changes it puts it again.</param>
    /// <param name="placesTaken">How many of their places are held or taken.</param>
    /// <param name="lastEnded">The local date on which their last active match ended; null when there was none.</param>
    /// <returns>Their number.</returns>
    public int Put(MentorCopy mentor, int placesTaken, DateOnly? lastEnded = null)
    {
        if (!numbers.TryGetValue(mentor.Id, out var number))
        {
            number = free.TryPop(out var again) ? again : Count++;
            if (number >= copies.Length) Grow();
            numbers.Add(mentor.Id, number);
        }

        (copies[number], taken[number], ended[number]) = (mentor, placesTaken, lastEnded);
        Pack(number);
        return number;
    }

    /// <summary>Takes a mentor out. Their number is given to the next who comes.</summary>
    public void Remove(MentorId id)
    {
        if (!numbers.Remove(id, out var number)) return;
        copies[number] = null;
        places[number] = 0;
        Clear(number);
        free.Push(number);
    }

    /// <summary>Reads clearances and clocks by a later moment. Cheap on the same day.</summary>
    public void MoveTo(DateTimeOffset now)
    {
        var before = London.DateAt(Now);
        Now = now;
        if (before == London.DateAt(now)) return;
        for (var number = 0; number < Count; number++)
            if (copies[number] is not null) Pack(number);
    }

    /// <summary>How many binary digits the numbers of areas, districts and partners have as yet.</summary>
    internal int DigitsInUse => 32 - int.LeadingZeroCount(Math.Max(areas.Count, Math.Max(districts.Count, partners.Count)));

    /// <summary>The number of a postcode area, district or partner; 0 when no mentor has it.</summary>
    internal ushort Area(string? area) => area is null ? (ushort)0 : areas.GetValueOrDefault(area);

    /// <inheritdoc cref="Area"/>
    internal ushort District(string district) => districts.GetValueOrDefault(district);

    /// <inheritdoc cref="Area"/>
    internal ushort Partner(Guid partner) => partners.GetValueOrDefault(partner);

    private void Pack(int number)
    {
        Clear(number);
        var mentor = copies[number]!;
        weeks[number] = mentor.Availability is { } week ? FreeWeek.Of(week, policy.Rules.CommonMinutes, Now) : null;
        var today = London.DateAt(Now);
        var canBeMatched = mentor.WhyNotCleared(today) is null && mentor.Profile is not null && MentorBufferRule.IsOver(policy, ended[number], today);
        places[number] = canBeMatched ? Math.Max(0, mentor.Profile!.Capacity - taken[number]) : 0;
        if (mentor.Profile is not { } profile) return;

        Set(number, Plane.Open, canBeMatched && places[number] > 0 && !profile.WorksInCareTeams);
        Set(number, Plane.InPerson, profile.InPerson);
        Set(number, Plane.Online, profile.Online);
        SetNumber(number, Plane.Area, Plane.NumberDigits, Numbered(areas, Meeting.Area(profile.OutwardPostcode)));
        SetNumber(number, Plane.District, Plane.NumberDigits, Numbered(districts, Meeting.District(profile.OutwardPostcode)));
        SetNumber(number, Plane.Partner, Plane.NumberDigits, profile.PartnerId is { } partner ? Numbered(partners, partner) : 0);
        SetNumber(number, Plane.Born, Plane.YearDigits, profile.BornIn is { } year ? Math.Clamp(year, Plane.FirstYear + 1, Plane.LastYear) - Plane.FirstYear : 0);
        SetNumber(number, Plane.WelcomesFrom, Plane.AgeDigits, Math.Clamp(profile.WelcomesFrom ?? 0, 0, Plane.OldestAge));
        SetNumber(number, Plane.WelcomesUpTo, Plane.AgeDigits, Math.Clamp(profile.WelcomesUpTo ?? Plane.OldestAge, 0, Plane.OldestAge));
        SetWords(number, Plane.Helps, profile.GoalAreas);
        SetWords(number, Plane.Cannot, profile.CannotHelpWith);
        SetWords(number, Plane.Likes, profile.Interests);
        SetWords(number, Plane.Dislikes, profile.Dislikes);
        SetWords(number, Plane.Talks, profile.TalkStyles);
        SetWords(number, Plane.Speaks, profile.Languages);
        SetWords(number, Plane.Is, profile.Sector is { } sector ? [.. profile.Traits, sector] : profile.Traits);
        for (var quarter = 0; quarter < FreeWeek.QuartersAWeek; quarter++)
            if (weeks[number]?.CanBeginAt(quarter) == true) starts[(quarter * Stride) + (number / 64)] |= 1UL << (number % 64);
    }

    private void Clear(int number)
    {
        var (word, others) = (number / 64, ~(1UL << (number % 64)));
        for (var plane = 0; plane < Plane.Count; plane++) planes[(plane * Stride) + word] &= others;
        for (var quarter = 0; quarter < FreeWeek.QuartersAWeek; quarter++) starts[(quarter * Stride) + word] &= others;
    }

    // Twice as many at a time. One cache line between planes keeps the same mentor's bits out of the same corner of the cache.
    private void Grow()
    {
        var blocks = Math.Max(1, 2 * copies.Length / Block);
        var stride = (blocks * WordsABlock) + 8;
        planes = Widen(planes, Plane.Count, Stride, stride);
        starts = Widen(starts, FreeWeek.QuartersAWeek, Stride, stride);
        Stride = stride;
        Array.Resize(ref copies, blocks * Block);
        Array.Resize(ref weeks, blocks * Block);
        Array.Resize(ref taken, blocks * Block);
        Array.Resize(ref ended, blocks * Block);
        Array.Resize(ref places, blocks * Block);
    }

    private static ulong[] Widen(ulong[] planes, int count, int before, int after)
    {
        var wider = new ulong[count * after];
        if (before > 0)
            for (var plane = 0; plane < count; plane++) planes.AsSpan(plane * before, before).CopyTo(wider.AsSpan(plane * after));
        return wider;
    }

    private static ushort Numbered<TKey>(Dictionary<TKey, ushort> known, TKey? key)
        where TKey : notnull
    {
        if (key is null or "") return 0;
        if (!known.TryGetValue(key, out var number)) known.Add(key, number = checked((ushort)(known.Count + 1)));
        return number;
    }

    private void Set(int number, int plane, bool value)
    {
        if (value) planes[(plane * Stride) + (number / 64)] |= 1UL << (number % 64);
    }

    private void SetNumber(int number, int first, int digits, int value)
    {
        for (var digit = 0; digit < digits; digit++) Set(number, first + digit, (value >> digit & 1) != 0);
    }

    /// <summary>Whether a mentor has the bit of a plane.</summary>
    internal bool Has(int number, int plane) => (planes[(plane * Stride) + (number / 64)] >> (number % 64) & 1) != 0;

    /// <summary>A mentor's number from the planes of its digits.</summary>
    internal int Number(int number, int first, int digits) => Enumerable.Range(0, digits).Sum(digit => Has(number, first + digit) ? 1 << digit : 0);

    private void SetWords(int number, FrozenDictionary<string, int> planes, IEnumerable<string> words)
    {
        foreach (var word in words)
            if (planes.TryGetValue(word, out var plane)) Set(number, plane, true);
    }
}
