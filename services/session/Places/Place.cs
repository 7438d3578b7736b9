using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>
/// A safe place where the programme lets people meet in person: open to the public, with others about. Staff keep the list; the two
/// pick from it and write no place of their own, so that nobody is asked to a home.
/// </summary>
public sealed class Place : Aggregate
{
    private Place()
    {
    }

    /// <summary>The place.</summary>
    public PlaceId Id { get; private init; }

    /// <summary>What it is called, at most 80 characters.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>How to find it and where to wait, at most 300 characters.</summary>
    public string HowToFind { get; private set; } = string.Empty;

    /// <summary>The outward half of its postcode, such as <c>LE1</c>.</summary>
    public string OutwardPostcode { get; private set; } = string.Empty;

    /// <summary>Since when it is not used any more, UTC; null while it is. What is booked there stays.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>A new place on the list.</summary>
    public static Place Agree(string name, string howToFind, string outwardPostcode) => new()
    {
        Id = PlaceId.New(),
        Name = name,
        HowToFind = howToFind,
        OutwardPostcode = outwardPostcode,
    };

    /// <summary>Puts it in other words.</summary>
    public Decision Describe(string name, string howToFind, string outwardPostcode)
    {
        if ((name, howToFind, outwardPostcode) == (Name, HowToFind, OutwardPostcode)) return Decision.AlreadySo;
        (Name, HowToFind, OutwardPostcode) = (name, howToFind, outwardPostcode);
        return Decision.Done;
    }

    /// <summary>It is not used any more.</summary>
    public Decision Close(DateTimeOffset now)
    {
        if (ClosedAt is not null) return Decision.AlreadySo;
        ClosedAt = now;
        return Decision.Done;
    }

    /// <summary>It is used again.</summary>
    public Decision Reopen()
    {
        if (ClosedAt is null) return Decision.AlreadySo;
        ClosedAt = null;
        return Decision.Done;
    }
}
