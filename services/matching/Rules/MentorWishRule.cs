namespace Mentoring.Matching;

/// <summary>
/// A mentor may say how old a young person should be. The age is the one they reach in the present calendar year, which is all that the year
/// of birth tells. Reason: a mentor's no is as good as a young person's, and an unwilling match ends early.
/// </summary>
public static class MentorWishRule
{
    /// <summary>The age somebody reaches in the year of a day; null when the year of birth is not known.</summary>
    public static int? AgeReached(int? bornIn, DateOnly today) => today.Year - bornIn;

    /// <summary>Why the young person is not of the age the mentor asked for; null when they are, or when it is not known.</summary>
    public static Obstacle? Of(Pair pair)
    {
        var (age, offer) = (AgeReached(pair.Mentee.BornIn, pair.Today), pair.Offer);
        return age < offer.WelcomesFrom || age > offer.WelcomesUpTo ? new("mentor-wish", $"This mentor would rather have a young person {Wish(offer)}.") : null;
    }

    private static string Wish(MentorProfile offer) => (offer.WelcomesFrom, offer.WelcomesUpTo) switch
    {
        ({ } from, null) => $"of {from} or older",
        (null, { } upTo) => $"of {upTo} or younger",
        (var from, var upTo) => $"of {from} to {upTo}",
    };
}
