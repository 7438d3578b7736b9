namespace Mentoring.Matching;

/// <summary>
/// A mentor is born some calendar years before the young person; that they are an adult is checked by the mentor service. Reason: a critical
/// friend has been where the young person is going; somebody of the same age is a peer. How many years is the steering group's to say: no study
/// gives a number. Years of birth are compared, never days, so that the day of birth stays where it is known. Not asked where a year is not
/// known, and then said so in what was not used.
/// </summary>
public static class YearsRule
{
    /// <summary>Why the two are too close in age; null when they are not, or when a year is not known.</summary>
    public static Obstacle? Of(Pair pair) => pair.Mentee.BornIn - pair.Offer.BornIn < pair.Policy.Rules.YearsOlder
        ? new("years", $"A mentor is at least {pair.Policy.Rules.YearsOlder} years older than the young person; these two are nearer in age.") : null;
}
