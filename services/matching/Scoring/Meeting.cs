namespace Mentoring.Matching;

/// <summary>How two people can meet, from what each wants and where each is.</summary>
public static class Meeting
{
    /// <summary><c>in-person</c>, <c>online</c> or both; empty when they cannot meet. In person needs the same postcode area.</summary>
    public static IReadOnlyList<string> Ways(MenteeProfile mentee, MentorProfile mentor) => (InPerson(mentee, mentor), mentee.Online && mentor.Online) switch
    {
        (true, true) => ["in-person", "online"],
        (true, false) => ["in-person"],
        (false, true) => ["online"],
        _ => [],
    };

    /// <summary>Whether both meet in person and are in the same postcode area.</summary>
    public static bool InPerson(MenteeProfile mentee, MentorProfile mentor) =>
        mentee.InPerson && mentor.InPerson && Area(mentee.OutwardPostcode) is { } area && area == Area(mentor.OutwardPostcode);

    /// <summary>The postcode area: the letters an outward postcode begins with, such as <c>LE</c> of <c>LE2</c>; null when there are none.</summary>
    public static string? Area(string? outward)
    {
        var district = District(outward);
        var letters = 0;
        while (letters < district.Length && char.IsAsciiLetter(district[letters])) letters++;
        return letters == 0 ? null : district[..letters];
    }

    /// <summary>The postcode district as it is compared: <c>LE2</c> of <c>le2 </c>; empty when there is none.</summary>
    public static string District(string? outward) => (outward ?? string.Empty).Trim().ToUpperInvariant();
}
