namespace Mentoring.Matching;

/// <summary>
/// How near the two are when they can meet in person: the same postcode district, or the same area. Reason: a short way is kept up for longer,
/// and costs a young person less. Only the first half of a postcode is known here.
/// </summary>
public static class NearFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "near";

    /// <summary>Points for the same district or the same area.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights;
        var inPerson = Meeting.InPerson(pair.Mentee, pair.Offer);
        var sameDistrict = inPerson && Meeting.District(pair.Mentee.OutwardPostcode) == Meeting.District(pair.Offer.OutwardPostcode);
        return new()
        {
            Name = Name,
            Points = sameDistrict ? weights.SameDistrict : inPerson ? weights.SameArea : 0,
            Most = weights.SameDistrict,
            Words = [],
            Reason = sameDistrict ? "Both can meet in person in the same postcode district." : inPerson ? "Both can meet in person in the same postcode area." : "They would meet online.",
            ToMentee = inPerson ? "You can meet in person." : null,
            ToMentor = inPerson ? "You can meet in person." : null,
        };
    }
}
