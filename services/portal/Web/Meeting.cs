using Mentoring.Portal.Tags;

namespace Mentoring.Portal;

/// <summary>A safe place where people can meet.</summary>
/// <param name="Id">The place.</param>
/// <param name="Name">What it is called.</param>
/// <param name="HowToFind">How to find it.</param>
/// <param name="OutwardPostcode">The first half of its postcode.</param>
/// <param name="Closed">Whether it is not used any more.</param>
public sealed record MeetingPlace(Guid Id, string Name, string HowToFind, string OutwardPostcode, bool Closed);

/// <summary>Where people can meet.</summary>
/// <param name="Places">The places by name.</param>
/// <param name="Video">Whether there are video rooms.</param>
/// <param name="Last">Where this person last planned to meet.</param>
public sealed record MeetingPlaces(IReadOnlyList<MeetingPlace> Places, bool Video, Guid? Last)
{
    /// <summary>The places that are used.</summary>
    public IReadOnlyList<MeetingPlace> Open => [.. Places.Where(p => !p.Closed)];

    /// <summary>The same to choose from.</summary>
    public IReadOnlyList<Choice> Choices => [.. Open.Select(p => new Choice(p.Id.ToString(), $"{p.Name}, {p.OutwardPostcode}"))];

    /// <summary>The one to begin with: the last one, or the only one there is.</summary>
    public Guid? First => Last ?? (Open.Count == 1 ? Open[0].Id : null);

    /// <summary>A place by its id; null when it is not there.</summary>
    public MeetingPlace? Of(Guid? id) => Places.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether a way to meet can be had.</summary>
    public bool Has(string way) => way switch { "in-person" => Open.Count > 0, "video" => Video, _ => true };
}

/// <summary>Another time that one side of a session asks for.</summary>
/// <param name="By">mentee or mentor.</param>
/// <param name="StartsAt">When it would start.</param>
/// <param name="EndsAt">When it would end.</param>
public sealed record AskedTime(string By, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
