using System.Buffers;
using System.Runtime.InteropServices;
using Mentoring.Shared;

namespace Mentoring.Matching.People;

/// <summary>
/// Everybody, packed under one policy, for as long as the service runs: mentors, young people who have told what they look for, and what is known of pairs. A
/// fact about one person changes that person in place. Readers may be many at once; a writer must be alone.
/// </summary>
public sealed class PackedPeople
{
    private readonly Dictionary<MenteeId, PackedMentee> mentees = [];
    private readonly Dictionary<MenteeId, Dictionary<MentorId, PairHistory>> pairs = [];

    /// <summary>Nobody yet.</summary>
    /// <param name="policy">The policy. Its points must fit into a byte.</param>
    /// <param name="now">The moment by which everything is read, UTC.</param>
    public PackedPeople(MatchingPolicy policy, DateTimeOffset now)
    {
        if (policy.Weights.MostOfAPair() + policy.Weights.ClashesMost >= byte.MaxValue)
            throw new ArgumentException($"The points of policy {policy.Version} do not fit into a byte: a pair has fewer than 255 of them, what is taken off counted too.", nameof(policy));
        Policy = policy;
        Mentors = new(policy, now);
    }

    /// <summary>The policy everything is packed under.</summary>
    public MatchingPolicy Policy { get; }

    /// <summary>The mentors.</summary>
    public PackedMentors Mentors { get; }

    /// <summary>The young people. Who of them waits is not known here.</summary>
    public IReadOnlyCollection<PackedMentee> Mentees => mentees.Values;

    /// <summary>A young person; null when they were not taken in.</summary>
    public PackedMentee? Mentee(MenteeId id) => mentees.GetValueOrDefault(id);

    /// <summary>Takes a young person in, or what is new about one.</summary>
    public void Put(MenteeId id, MenteeProfile profile, DateOnly? lastEnded) => mentees[id] = PackedMentee.Of(Policy, id, profile, lastEnded, Mentors.Now);

    /// <summary>Packs a young person without taking them in, for one look.</summary>
    public PackedMentee Packed(MenteeId id, MenteeProfile profile, DateOnly? lastEnded) => PackedMentee.Of(Policy, id, profile, lastEnded, Mentors.Now);

    /// <summary>How many mentors come before one in a young person's list.</summary>
    public int Before(PackedMentee mentee, int number, int score)
    {
        var room = ArrayPool<byte>.Shared.Rent(Mentors.Blocks * PackedMentors.Block);
        try
        {
            var fit = room.AsSpan(0, Mentors.Blocks * PackedMentors.Block);
            Fit(mentee, 0, Mentors.Blocks, fit);
            var (own, before) = (score - mentee.ScoreOf(0), 0);
            for (var other = 0; other < fit.Length; other++)
            {
                if (fit[other] > own) before++;
                else if (fit[other] == own && fit[other] > 0 && other != number && Comes(other, number)) before++;
            }

            return before;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }

        bool Comes(int one, int two) => (Mentors.TakenAt(one), Mentors.At(one)!.Id.Value).CompareTo((Mentors.TakenAt(two), Mentors.At(two)!.Id.Value)) < 0;
    }

    /// <summary>Takes a young person out.</summary>
    public void Remove(MenteeId id) => mentees.Remove(id);

    /// <summary>Remembers what is known of a pair beside the two profiles: a ban, or the date of a no; neither forgets it.</summary>
    public void PutPair(MenteeId mentee, MentorId mentor, DateOnly? lastNo, BanKind? ban)
    {
        if (lastNo is null && ban is null)
        {
            if (pairs.TryGetValue(mentee, out var known) && known.Remove(mentor) && known.Count == 0) pairs.Remove(mentee);
            return;
        }

        if (!pairs.TryGetValue(mentee, out var of)) pairs.Add(mentee, of = []);
        of[mentor] = new(0, lastNo) { Ban = ban };
    }

    /// <summary>Remembers all that is known of a young person's pairs, in the place of what was known before.</summary>
    public void PutPairs(MenteeId mentee, Dictionary<MentorId, PairHistory> known)
    {
        if (known.Count == 0) pairs.Remove(mentee);
        else pairs[mentee] = known;
    }

    /// <summary>Reads everything by a later moment. Cheap on the same day.</summary>
    public void MoveTo(DateTimeOffset now)
    {
        var before = London.DateAt(Mentors.Now);
        Mentors.MoveTo(now);
        if (before == London.DateAt(now)) return;
        foreach (var mentee in mentees.Values.ToList()) Put(mentee.Id, mentee.Profile, mentee.LastEnded);
    }

    /// <summary>The two, with all that is known of them, to be explained.</summary>
    public Pair Pair(PackedMentee mentee, int mentor)
    {
        var copy = Mentors.At(mentor)!;
        var known = pairs.TryGetValue(mentee.Id, out var of) ? of.GetValueOrDefault(copy.Id, PairHistory.None) : PairHistory.None;
        return new(Policy, mentee.Profile, copy, known with { PlacesTaken = Mentors.TakenAt(mentor), LastEnded = mentee.LastEnded, MentorLastEnded = Mentors.LastEndedAt(mentor) }, Mentors.Now) { MenteeWeek = mentee.Week, MentorWeek = Mentors.WeekAt(mentor) };
    }

    /// <summary>Scores a young person against some blocks of mentors; see <see cref="Kernel"/>.</summary>
    public void Fit(PackedMentee mentee, int firstBlock, int blocks, Span<byte> fit)
    {
        Kernel.Fit(mentee, Mentors, firstBlock, blocks, fit);
        if (!pairs.TryGetValue(mentee.Id, out var of)) return;
        foreach (var (mentor, _) in of)
        {
            if (Mentors.NumberOf(mentor) is not { } number || number / PackedMentors.Block < firstBlock || number / PackedMentors.Block >= firstBlock + blocks) continue;
            var pair = Pair(mentee, number);
            if (BanRule.Of(pair) is not null || EarlierNoRule.Of(pair) is not null) fit[number - (firstBlock * PackedMentors.Block)] = 0;
        }
    }

    /// <summary>The best mentors for a young person, explained: the highest score first, then who has fewest young people, then the one registered first.</summary>
    /// <param name="mentee">The young person.</param>
    /// <param name="take">How many.</param>
    public Shortlist Shortlist(PackedMentee mentee, int take)
    {
        var room = ArrayPool<byte>.Shared.Rent(Mentors.Blocks * PackedMentors.Block);
        try
        {
            var fit = room.AsSpan(0, Mentors.Blocks * PackedMentors.Block);
            Fit(mentee, 0, Mentors.Blocks, fit);
            var (best, possible) = Best(fit, take);
            return new(possible, [.. best.Select(number => new Shortlisted(Mentors.At(number)!.Id, number, Score.Of(Pair(mentee, number))))]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    // Counting how many have each score tells where the list ends; only those at or above that are sorted.
    private (List<int> Best, int Possible) Best(ReadOnlySpan<byte> fit, int take)
    {
        Span<int> having = stackalloc int[256];
        having.Clear();
        var possible = 0;
        for (var at = fit.IndexOfAnyExcept((byte)0); at >= 0 && at < fit.Length; at++)
        {
            if (fit[at] == 0)
            {
                var next = fit[at..].IndexOfAnyExcept((byte)0);
                if (next < 0) break;
                at += next;
            }

            having[fit[at]]++;
            possible++;
        }

        var (least, above) = (byte.MaxValue, 0);
        while (least > 1 && above + having[least] < take) above += having[least--];

        var found = new List<(byte Fit, int Taken, MentorId Id, int Number)>();
        for (var rest = 0; rest < fit.Length;)
        {
            var next = fit[rest..].IndexOfAnyInRange(least, byte.MaxValue);
            if (next < 0) break;
            rest += next;
            found.Add((fit[rest], Mentors.TakenAt(rest), Mentors.At(rest)!.Id, rest));
            rest++;
        }

        found.Sort((one, other) => other.Fit != one.Fit ? other.Fit - one.Fit : one.Taken != other.Taken ? one.Taken - other.Taken : one.Id.Value.CompareTo(other.Id.Value));
        return ([.. CollectionsMarshal.AsSpan(found)[..Math.Min(take, found.Count)].ToArray().Select(f => f.Number)], possible);
    }
}

/// <summary>The best mentors for a young person.</summary>
/// <param name="Possible">How many mentors are possible, also beyond the list.</param>
/// <param name="Mentors">The best of them, best first.</param>
public sealed record Shortlist(int Possible, IReadOnlyList<Shortlisted> Mentors);

/// <summary>A mentor on the list.</summary>
/// <param name="Id">The mentor.</param>
/// <param name="Number">Their number among the packed mentors.</param>
/// <param name="Suggestion">Score and reasons.</param>
public sealed record Shortlisted(MentorId Id, int Number, Suggestion Suggestion);
