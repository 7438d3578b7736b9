namespace Mentoring.Matching;

/// <summary>
/// The two have a way to meet: online, or in person within one postcode area. Reason: a meeting that costs an hour each way does not last
/// for months. How far is a matter of postcodes only; see the decision record on travel.
/// </summary>
public static class MeetingRule
{
    /// <summary>Null when they have a way to meet.</summary>
    public static Obstacle? Of(Pair pair) => pair.WaysToMeet.Count > 0 ? null : new("meeting", (pair.Mentee.InPerson && pair.Offer.InPerson) switch
    {
        true when Meeting.Area(pair.Mentee.OutwardPostcode) is null || Meeting.Area(pair.Offer.OutwardPostcode) is null => "Both would meet in person, but the postcode of one is not known.",
        true => "Both would meet in person, but they live in different postcode areas.",
        false => "One meets only in person and the other only online.",
    });
}
