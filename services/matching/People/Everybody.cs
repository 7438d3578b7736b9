using Mentoring.Shared;

namespace Mentoring.Matching.People;

/// <summary>A young person with all that happened to them here.</summary>
/// <param name="Copy">What is remembered of them.</param>
/// <param name="Past">What happened between them and mentors.</param>
public sealed record KnownMentee(MenteeCopy Copy, MenteePast Past)
{
    /// <summary>Why nobody can be offered to them now.</summary>
    public IReadOnlyList<Obstacle> NotNow(PackedPeople people) => Eligibility.OfMentee(people.Policy, Copy, Past.HasOpenMatch, Past.LastEnded, London.DateAt(people.Mentors.Now));

    /// <summary>The two, to be explained. A place held for this very young person is no reason against its mentor.</summary>
    /// <param name="people">Everybody. The young person is among them.</param>
    /// <param name="number">The mentor's number.</param>
    public Pair PairWith(PackedPeople people, int number)
    {
        var pair = people.Pair(people.Mentee(Copy.Id)!, number);
        return Past.Offered.Contains(pair.Mentor.Id) ? pair with { History = pair.History with { PlacesTaken = pair.History.PlacesTaken - 1 } } : pair;
    }
}

/// <summary>
/// Everybody whom the service remembers, at one moment and under one policy: mentors packed for ranking, young people with their past, and
/// who covers for whom. Readers may be many at once; a writer must be alone.
/// </summary>
public sealed class Everybody
{
    private readonly Dictionary<MentorId, MentorCopy> mentors = [];
    private readonly Dictionary<MentorId, (int Taken, DateOnly? LastEnded)> matched = [];
    private readonly Dictionary<MenteeId, KnownMentee> mentees = [];
    private readonly Dictionary<CaseworkerId, Cover> covers = [];
    private readonly HashSet<MentorId> newMentors = [];
    private readonly HashSet<MenteeId> newMentees = [];
    private bool isAllNew = true;
    private PackedPeople? people;

    /// <summary>Mentors, and the young people who have told what they look for, packed.</summary>
    public PackedPeople People => people ?? throw new InvalidOperationException("Nobody has been read yet.");

    /// <summary>Whether everybody is packed under this version of the policy.</summary>
    public bool IsUnder(int policyVersion) => people?.Policy.Version == policyVersion;

    /// <summary>A young person; null when nothing is remembered of them.</summary>
    public KnownMentee? Mentee(MenteeId id) => mentees.GetValueOrDefault(id);

    /// <summary>Whether a young person waits: somebody could be offered to them now, and nobody is.</summary>
    public bool Waits(KnownMentee mentee) => mentee.Past.Offered.Count == 0 && mentee.NotNow(People).Count == 0;

    /// <summary>Everybody who waits.</summary>
    public IEnumerable<KnownMentee> Waiting => mentees.Values.Where(Waits);

    /// <summary>Who is new or has changed since this was last asked; for the one who follows everybody. Readers who ask must take turns.</summary>
    public News TakeNews()
    {
        var news = new News(isAllNew, [.. newMentors], [.. newMentees]);
        isAllNew = false;
        newMentors.Clear();
        newMentees.Clear();
        return news;
    }

    /// <summary>A young person whom the caller works with today as a caseworker, their own or a colleague's they cover for; null for anybody else.</summary>
    public KnownMentee? OfCaseload(Caller caller, MenteeId id)
    {
        if (!caller.Is(Roles.Caseworker) || !mentees.TryGetValue(id, out var mentee) || mentee.Copy.Caseworker is not { } own) return null;
        var today = London.DateAt(People.Mentors.Now);
        return own == caller.Caseworker || (covers.TryGetValue(own, out var cover) && cover.CoveredBy == caller.Caseworker && cover.First <= today && today <= cover.Last) ? mentee : null;
    }

    /// <summary>Reads everybody by a later moment, and under a new policy if there is one.</summary>
    public void MoveTo(MatchingPolicy? policy, DateTimeOffset now)
    {
        if (policy is null)
        {
            isAllNew |= London.DateAt(now) != London.DateAt(People.Mentors.Now);
            People.MoveTo(now);
            return;
        }

        isAllNew = true;

        people = new(policy, now);
        foreach (var mentor in mentors.Values) Pack(mentor);
        foreach (var mentee in mentees.Values) Pack(mentee);
    }

    /// <summary>Takes in how many places of a mentor are held or taken, and when their last active match ended.</summary>
    public void Put(MentorId mentor, int placesTaken, DateOnly? lastEnded = null)
    {
        matched[mentor] = (placesTaken, lastEnded);
        if (mentors.TryGetValue(mentor, out var copy)) Pack(copy);
    }

    /// <summary>Takes a mentor in, or what is new about one.</summary>
    public void Put(MentorCopy mentor) => Pack(mentors[mentor.Id] = mentor);

    /// <summary>Takes a young person in, or what is new about one.</summary>
    public void Put(KnownMentee mentee) => Pack(mentees[mentee.Copy.Id] = mentee);

    /// <summary>Takes in who covers for whom.</summary>
    public void Put(Cover cover) => covers[cover.Id] = cover;

    private void Pack(MentorCopy mentor)
    {
        newMentors.Add(mentor.Id);
        if (mentor.Standing == MentorStanding.Left || mentor.Profile is null) People.Mentors.Remove(mentor.Id);
        else
        {
            var (taken, lastEnded) = matched.GetValueOrDefault(mentor.Id);
            People.Mentors.Put(mentor, taken, lastEnded);
        }
    }

    private void Pack(KnownMentee mentee)
    {
        newMentees.Add(mentee.Copy.Id);
        if (mentee.Copy is not { Profile: { } profile, Standing: not MenteeStanding.Left })
        {
            People.Remove(mentee.Copy.Id);
            People.PutPairs(mentee.Copy.Id, []);
            return;
        }

        People.Put(mentee.Copy.Id, profile, mentee.Past.LastEnded);
        People.PutPairs(mentee.Copy.Id, mentee.Past.Between);
    }
}

/// <summary>Who is new or has changed.</summary>
/// <param name="IsAll">Whether that is everybody: a new day, or a new policy.</param>
/// <param name="Mentors">Mentors.</param>
/// <param name="Mentees">Young people.</param>
public sealed record News(bool IsAll, IReadOnlyList<MentorId> Mentors, IReadOnlyList<MenteeId> Mentees);
