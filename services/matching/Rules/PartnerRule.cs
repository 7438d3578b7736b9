namespace Mentoring.Matching;

/// <summary>
/// Nobody from an employer that the young person ruled out. Reason: somebody they know may work there.
/// </summary>
public static class PartnerRule
{
    /// <summary>Why the mentor's employer is ruled out; null when it is not.</summary>
    public static Obstacle? Of(MenteeProfile mentee, MentorProfile mentor) =>
        mentor.PartnerId is { } partner && mentee.AvoidPartners.Contains(partner) ? new("avoid-partner", "The young person asked not to have a mentor from this partner.") : null;
}
