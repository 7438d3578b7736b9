namespace Mentoring.Matching;

/// <summary>
/// A mentor takes as many young people at once as they said, one to three; an open offer holds a place, so that a yes is never disappointed.
/// Reason: time for each of them is the promise a mentor makes.
/// </summary>
public static class PlaceRule
{
    /// <summary>Why there is no place; null when there is one.</summary>
    public static Obstacle? Of(Pair pair) => pair.History.PlacesTaken < pair.Offer.Capacity ? null : new(
        "place", pair.Offer.Capacity == 1 ? "This mentor's one place is taken or held by an offer." : $"All {pair.Offer.Capacity} places of this mentor are taken or held by offers.");
}
