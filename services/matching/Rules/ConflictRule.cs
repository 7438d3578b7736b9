namespace Mentoring.Matching;

/// <summary>
/// Who works for the council's care teams is nobody's mentor here, by their own declaration. Reason: a mentor has no power over a young person
/// and no report to write about them. Source: the same independence is asked of an independent visitor, Children Act 1989, section 23ZB,
/// with the Care Planning, Placement and Case Review (England) Regulations 2010. Relatives and former workers are ruled out pair by pair; see <see cref="BanRule"/>.
/// </summary>
public static class ConflictRule
{
    /// <summary>Why the mentor has a conflict of interest; null when they declared none.</summary>
    public static Obstacle? Of(MentorProfile mentor) => mentor.WorksInCareTeams ? new("conflict", "This mentor works for the council's care teams, which is a conflict of interest.") : null;
}
