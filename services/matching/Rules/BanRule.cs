namespace Mentoring.Matching;

/// <summary>
/// Two whom a caseworker has ruled out stay apart until the ban is taken away: relatives, a former worker of the young person, another conflict
/// of interest. Reason and source as for <see cref="ConflictRule"/>; only a person who knows both can know this.
/// </summary>
public static class BanRule
{
    /// <summary>Why the two are ruled out; null when they are not.</summary>
    public static Obstacle? Of(Pair pair) => pair.History.Ban switch
    {
        null => null,
        BanKind.Relative => new("ban", "The two are relatives."),
        BanKind.FormerWorker => new("ban", "This mentor has worked with the young person before."),
        BanKind.ConflictOfInterest => new("ban", "A caseworker found a conflict of interest between the two."),
        BanKind.YoungPersonAsked => new("ban", "The young person asked not to have this mentor."),
        _ => new("ban", "A caseworker ruled this pair out."),
    };
}
