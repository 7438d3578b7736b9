using System.Diagnostics;
using Mentoring.Matching.Engine;
using Mentoring.Matching.People;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>What the engine proposes for everybody who waits.</summary>
public sealed class Proposal
{
    private readonly PeoplePairs pairs;
    private readonly int[] mentorOf;
    private readonly int[] points;
    private readonly int[] possible;
    private readonly HashSet<int> pinned;

    private Proposal(PeoplePairs pairs, int[] mentorOf, int[] points, int[] possible, HashSet<int> pinned, PlanFigures figures) =>
        (this.pairs, this.mentorOf, this.points, this.possible, this.pinned, Figures) = (pairs, mentorOf, points, possible, pinned, figures);

    /// <summary>What it comes to.</summary>
    public PlanFigures Figures { get; }

    /// <summary>Finds the best plan. A pin that cannot be kept is told and left out, so that one mistake does not keep everybody waiting.</summary>
    public static Proposal Make(WhoWaits who, PlanOptions options, IProgress<SolveProgress> progress, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var people = who.Pack();
        var instance = new PeoplePairs(people);
        var menteeAt = Enumerable.Range(0, instance.Mentees).ToDictionary(instance.MenteeAt);
        var notKept = who.Pins.Where(p => menteeAt.ContainsKey(p.Mentee) && people.Mentors.NumberOf(p.Mentor) is null)
            .Select(p => new PinNotKept { MenteeId = p.Mentee, MentorId = p.Mentor, Because = "This mentor has no free place, or may not be matched just now." }).ToList();
        var wishes = new Wishes
        {
            Pins = [.. from pin in who.Pins where menteeAt.ContainsKey(pin.Mentee) let mentor = people.Mentors.NumberOf(pin.Mentor) where mentor is not null select new Pin(menteeAt[pin.Mentee], mentor.Value)],
            RaiseTheWorst = options.RaiseTheWorst,
            PartnerLimits = options.MostForAPartner is { } most ? [.. Enumerable.Repeat(most, Enumerable.Range(0, instance.Mentors).Select(instance.PartnerOf).Append(-1).Max() + 1)] : null,
        };

        var solution = Assignment.Solve(instance, wishes, progress, stop);
        while (!solution.IsSolved)
        {
            // A pin that is not possible at all takes up no place: only when no such pin is left is a place really missing.
            var never = solution.Conflicts.Where(c => c.Why is not (WishConflictKind.NoPlace or WishConflictKind.PartnerLimit)).ToList();
            var conflicts = never.Count > 0 ? never : solution.Conflicts;
            foreach (var conflict in conflicts)
                notKept.Add(new() { MenteeId = instance.MenteeAt(conflict.Pin.Mentee), MentorId = instance.MentorAt(conflict.Pin.Mentor)!.Value, Because = Because(conflict.Why) });
            wishes = wishes with { Pins = [.. wishes.Pins.Except(conflicts.Select(c => c.Pin))] };
            solution = Assignment.Solve(instance, wishes, progress, stop);
        }

        var took = Stopwatch.GetElapsedTime(started);
        var (plannedOf, scored, fitting) = Read(instance, solution.Plan);
        var sorted = scored.Where((_, mentee) => plannedOf[mentee] >= 0).Order().ToArray();
        return new(instance, plannedOf, scored, fitting, [.. wishes.Pins.Select(p => p.Mentee)], new()
        {
            PolicyVersion = who.Policy.Version,
            Waiting = who.Mentees.Count,
            Mentors = who.Mentors.Count,
            Places = instance.Places.ToArray().Sum(),
            Matched = solution.Plan.Count,
            Points = solution.Plan.Total,
            Worst = sorted.Length == 0 ? null : sorted[0],
            Median = sorted.Length == 0 ? null : sorted[sorted.Length / 2],
            NobodyPossible = fitting.Count(p => p == 0),
            Missing = MissingMentors.Of(who, solution.Plan, solution.Certificate, id => menteeAt[id]),
            PinsNotKept = notKept,
            Milliseconds = (int)took.TotalMilliseconds,
        });
    }

    /// <summary>What it says of each young person.</summary>
    public IEnumerable<PlannedPerson> PeopleOf(PlanId plan) => mentorOf.Select((mentor, mentee) => new PlannedPerson
    {
        PlanId = plan,
        MenteeId = pairs.MenteeAt(mentee),
        MentorId = mentor < 0 ? null : pairs.MentorAt(mentor),
        Points = mentor < 0 ? null : points[mentee],
        IsPinned = pinned.Contains(mentee),
        Possible = possible[mentee],
    });

    /// <summary>Who is matched with whom.</summary>
    public IReadOnlyDictionary<MenteeId, MentorId> Matches() =>
        Enumerable.Range(0, mentorOf.Length).Where(mentee => mentorOf[mentee] >= 0).ToDictionary(pairs.MenteeAt, mentee => pairs.MentorAt(mentorOf[mentee])!.Value);

    // How many mentors each could have, and the points of the one they get.
    private static (int[] MentorOf, int[] Points, int[] Possible) Read(PeoplePairs instance, Plan plan)
    {
        int[] row = new int[instance.Mentors], scores = new int[instance.Mentors], scored = new int[instance.Mentees], fitting = new int[instance.Mentees];
        for (var mentee = 0; mentee < instance.Mentees; mentee++)
        {
            fitting[mentee] = instance.Row(mentee, row, scores);
            if (plan.MentorOf[mentee] is var mentor and >= 0) scored[mentee] = scores[row.AsSpan(0, fitting[mentee]).BinarySearch(mentor)];
        }

        return (plan.MentorOf.ToArray(), scored, fitting);
    }

    private static string Because(WishConflictKind why) => why switch
    {
        WishConflictKind.TwoMentors => "Two mentors are pinned to this young person.",
        WishConflictKind.NoPlace => "More young people are pinned to this mentor than have a place.",
        WishConflictKind.Banned => "These two are pinned, and one of them said no not long ago or they are ruled out.",
        WishConflictKind.PartnerLimit => "The limit for this mentor's partner is used up by other pins.",
        _ => "A rule stands between the two. Look at why-not on the page of suggestions.",
    };
}
