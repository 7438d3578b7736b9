using System.Text.Json.Serialization;
using Mentoring.Contracts;

namespace Mentoring.Mentors;

/// <summary>A person as one good row of a partner's list describes them. What the row leaves blank is null or empty.</summary>
public sealed record ListedPerson
{
    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address in small letters.</summary>
    public required string Email { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>A few words to the young person.</summary>
    public string? About { get; init; }

    /// <summary>Goal areas that were understood.</summary>
    public IReadOnlyList<string> GoalAreas { get; init; } = [];

    /// <summary>Interests that were understood.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Languages that were understood.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The site's postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public required bool Online { get; init; }

    /// <summary>How many young people at once.</summary>
    public int? Capacity { get; init; }

    /// <summary>Weekly windows in London time.</summary>
    public IReadOnlyList<WeeklyWindow> Weekly { get; init; } = [];

    /// <summary>The person, for somebody who is new.</summary>
    [JsonIgnore]
    public Person Person => new() { FirstName = FirstName, LastName = LastName, Email = Email, Phone = Phone, JobTitle = JobTitle, DateOfBirth = DateOfBirth };

    /// <summary>The profile, for somebody who is new. English is assumed where no language is named.</summary>
    [JsonIgnore]
    public Profile Profile => ProfileOver(new Profile
    {
        About = string.Empty,
        GoalAreas = [],
        Interests = [],
        Dislikes = [],
        TalkStyles = [],
        Languages = ["en"],
        Traits = [],
        Postcode = null,
        InPerson = false,
        Online = false,
        Capacity = Profile.SmallestCapacity,
    });

    /// <summary>The times, for somebody who is new; null when none were given.</summary>
    [JsonIgnore]
    public Availability? Availability => Weekly.Count == 0 ? null : AvailabilityOver(Mentors.Availability.Unknown);

    /// <summary>The person with this row's cells laid over. Name and date of birth are only taken before the application: they are what is screened.</summary>
    public Person PersonOver(Mentor known)
    {
        var person = known.Person with { Phone = Phone ?? known.Phone, JobTitle = JobTitle ?? known.JobTitle };
        return known.Stage == Stage.Invited ? person with { FirstName = FirstName, LastName = LastName, DateOfBirth = DateOfBirth } : person;
    }

    /// <summary>A profile with this row's cells laid over.</summary>
    public Profile ProfileOver(Profile known) => known with
    {
        About = About ?? known.About,
        GoalAreas = GoalAreas.Count > 0 ? GoalAreas : known.GoalAreas,
        Interests = Interests.Count > 0 ? Interests : known.Interests,
        Languages = Languages.Count > 0 ? Languages : known.Languages,
        Postcode = Postcode ?? known.Postcode,
        InPerson = InPerson,
        Online = Online,
        Capacity = Capacity ?? known.Capacity,
    };

    /// <summary>Times with this row's windows laid over.</summary>
    public Availability AvailabilityOver(Availability known) => Weekly.Count > 0 ? (known with { Zone = Mentors.Availability.London, Weekly = Weekly }).InOrder() : known;
}
