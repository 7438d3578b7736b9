using Mentoring.Matching.People;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>
/// Everybody a plan is about: young people who are ready and have neither an offer nor a mentor, and mentors who are cleared and have a
/// free place. Who has an open offer is left in peace, and the place it holds is not free: a plan never breaks an offer.
/// </summary>
public sealed record WhoWaits
{
    /// <summary>The policy they are looked at under.</summary>
    public required MatchingPolicy Policy { get; init; }

    /// <summary>The moment, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The young people, who came first first.</summary>
    public required IReadOnlyList<MenteeCopy> Mentees { get; init; }

    /// <summary>The mentors, who came first first.</summary>
    public required IReadOnlyList<MentorCopy> Mentors { get; init; }

    /// <summary>How many places of a mentor are held or taken.</summary>
    public required IReadOnlyDictionary<MentorId, int> Taken { get; init; }

    /// <summary>When a young person's last active match ended, a local date.</summary>
    public required IReadOnlyDictionary<MenteeId, DateOnly> LastEnded { get; init; }

    /// <summary>Pins of young people who wait.</summary>
    public required IReadOnlyList<(MenteeId Mentee, MentorId Mentor)> Pins { get; init; }

    /// <summary>Bans, and when one of two last said no, a local date.</summary>
    public required IReadOnlyList<(MenteeId Mentee, MentorId Mentor, DateOnly? LastNo, BanKind? Ban)> Between { get; init; }

    /// <summary>Reads them as they are now, under the policy in force.</summary>
    public static async Task<WhoWaits> Read(MatchingDb db, DateTimeOffset now, CancellationToken cancel) => await Read(db, await db.NewestPolicy(cancel), now, cancel);

    /// <summary>Reads them as they are now, under a policy.</summary>
    public static async Task<WhoWaits> Read(MatchingDb db, MatchingPolicy policy, DateTimeOffset now, CancellationToken cancel)
    {
        var today = London.DateAt(now);
        var open = await db.Matches.StillOpen().Select(m => new { m.MenteeId, m.MentorId }).ToListAsync(cancel);
        var busy = open.Select(m => m.MenteeId).ToHashSet();
        var taken = open.CountBy(m => m.MentorId).ToDictionary();
        var ended = (await db.Matches.Where(m => m.State == MatchState.Ended && m.ActiveAt != null).GroupBy(m => m.MenteeId).Select(g => new { g.Key, Last = g.Max(m => m.OverAt) }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => London.DateAt(g.Last!.Value));
        var mentorsEnded = await db.Matches.LastEndedOfMentors(cancel);

        var mentees = (await db.Mentees.AsNoTracking().Where(m => m.Standing == MenteeStanding.Ready && m.ReadyUntil >= today && m.Profile != null).OrderBy(m => m.Id).ToListAsync(cancel))
            .Where(m => !busy.Contains(m.Id) && !(ended.TryGetValue(m.Id, out var last) && today < last.AddDays(policy.Rules.BufferDays))).ToList();
        var mentors = (await db.Mentors.AsNoTracking().Where(m => m.Standing == MentorStanding.Cleared && m.ClearedUntil >= today && m.Profile != null && m.Availability != null).OrderBy(m => m.Id).ToListAsync(cancel))
            .Where(m => m.Profile!.Capacity > taken.GetValueOrDefault(m.Id) && MentorBufferRule.IsOver(policy, mentorsEnded.TryGetValue(m.Id, out var last) ? last : null, today)).ToList();

        var since = London.StartOf(today.AddDays(-policy.Rules.EarlierNoHoldsDays));
        var noes = await db.Matches.Where(m => m.OverAt > since && (m.State == MatchState.Declined || (m.State == MatchState.Ended && m.ActiveAt == null && (m.OverBy == Voice.Mentee || m.OverBy == Voice.Mentor))))
            .Select(m => new { m.MenteeId, m.MentorId, m.OverAt }).ToListAsync(cancel);
        var marks = await db.PairMarks.AsNoTracking().OrderBy(m => m.At).ThenBy(m => m.MenteeId).ToListAsync(cancel);
        return new()
        {
            Policy = policy,
            Now = now,
            Mentees = mentees,
            Mentors = mentors,
            Taken = taken,
            LastEnded = ended,
            Pins = [.. marks.Where(m => m.Kind == MarkKind.Pin && !busy.Contains(m.MenteeId)).Select(m => (m.MenteeId, m.MentorId))],
            Between =
            [
                .. noes.Select(n => (n.MenteeId, n.MentorId, No: (DateOnly?)London.DateAt(n.OverAt!.Value), Ban: (BanKind?)null))
                    .Concat(marks.Where(m => m.Kind == MarkKind.Ban).Select(m => (m.MenteeId, m.MentorId, No: (DateOnly?)null, Ban: m.BanKind)))
                    .GroupBy(p => (p.MenteeId, p.MentorId)).Select(g => (g.Key.MenteeId, g.Key.MentorId, g.Max(p => p.No), g.Max(p => p.Ban))),
            ],
        };
    }

    /// <summary>The same, packed for the engine.</summary>
    public PackedPeople Pack()
    {
        var people = new PackedPeople(Policy, Now);
        foreach (var mentor in Mentors) people.Mentors.Put(mentor, Taken.GetValueOrDefault(mentor.Id));
        foreach (var mentee in Mentees) people.Put(mentee.Id, mentee.Profile!, LastEnded.TryGetValue(mentee.Id, out var ended) ? ended : null);
        foreach (var (mentee, mentor, lastNo, ban) in Between) people.PutPair(mentee, mentor, lastNo, ban);
        return people;
    }
}
