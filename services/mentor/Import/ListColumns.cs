namespace Mentoring.Mentors;

/// <summary>What a column of a partner's list may hold.</summary>
public enum ListColumn
{
    /// <summary>First name and last name in one.</summary>
    FullName,

    /// <summary>First name.</summary>
    FirstName,

    /// <summary>Last name.</summary>
    LastName,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Phone number.</summary>
    Phone,

    /// <summary>Job title.</summary>
    JobTitle,

    /// <summary>Postcode of the site.</summary>
    Postcode,

    /// <summary>Date of birth.</summary>
    DateOfBirth,

    /// <summary>Goal areas.</summary>
    GoalAreas,

    /// <summary>Interests.</summary>
    Interests,

    /// <summary>Languages.</summary>
    Languages,

    /// <summary>Whether they meet in person.</summary>
    InPerson,

    /// <summary>Whether they meet online.</summary>
    Online,

    /// <summary>When they are free.</summary>
    Availability,

    /// <summary>How many young people at once.</summary>
    Capacity,

    /// <summary>A few words.</summary>
    About,

    /// <summary>The column that our own file of wrong rows adds; never read.</summary>
    WhatToMend,
}

/// <summary>Which column of a file is which, told from its header loosely: case, spaces and marks do not matter.</summary>
public sealed record ListColumns
{
    /// <summary>The header of the column with reasons in the file of wrong rows.</summary>
    public const string WhatToMend = "What to mend";

    private static readonly Dictionary<string, ListColumn> Names = Spell(
        (ListColumn.FullName, "name, full name, mentor name, mentor, employee name"),
        (ListColumn.FirstName, "first name, forename, given name, first, known as"),
        (ListColumn.LastName, "surname, last name, family name, last"),
        (ListColumn.Email, "email, e-mail, work email, email address, work email address, mail"),
        (ListColumn.Phone, "mobile, phone, telephone, tel, mobile number, phone number, telephone number, contact number, work phone, mobile phone"),
        (ListColumn.JobTitle, "job title, job, role, position, occupation"),
        (ListColumn.Postcode, "site postcode, postcode, post code, postal code, work postcode, office postcode, site post code"),
        (ListColumn.DateOfBirth, "date of birth, dob, birth date, d.o.b., born, birthday"),
        (ListColumn.GoalAreas, "can help with, help with, goal areas, areas, goals, topics, can support with, areas of help"),
        (ListColumn.Interests, "interests, hobbies, likes, hobbies and interests, interests and hobbies"),
        (ListColumn.Languages, "languages, language, languages spoken, speaks, spoken languages"),
        (ListColumn.InPerson, "in person, face to face, meets in person, in-person meetings, can meet in person"),
        (ListColumn.Online, "online, remote, meets online, video, virtual, online meetings, can meet online"),
        (ListColumn.Availability, "availability, available, times, free, when free, usual times, when available"),
        (ListColumn.Capacity, "max mentees, capacity, mentees, number of mentees, how many mentees, maximum mentees, max. mentees, how many"),
        (ListColumn.About, "about me, about, about you, bio, biography, description, profile"),
        (ListColumn.WhatToMend, WhatToMend));

    /// <summary>Where each known column stands, from 0.</summary>
    public required IReadOnlyDictionary<ListColumn, int> At { get; init; }

    /// <summary>The columns that are not known and are left alone, by name; a nameless one by its number.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>The columns that must be there and are not, in words.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Needs("First name and Surname", At.ContainsKey(ListColumn.FullName) || (At.ContainsKey(ListColumn.FirstName) && At.ContainsKey(ListColumn.LastName))),
        .. Needs("E-mail", At.ContainsKey(ListColumn.Email)),
        .. Needs("Date of birth", At.ContainsKey(ListColumn.DateOfBirth)),
        .. Needs("In person or Online", At.ContainsKey(ListColumn.InPerson) || At.ContainsKey(ListColumn.Online)),
    ];

    /// <summary>Reads a header. Of two columns with one meaning the first counts and the second is ignored.</summary>
    public static ListColumns Read(IReadOnlyList<string> header)
    {
        var at = new Dictionary<ListColumn, int>();
        var ignored = new List<string>();
        for (var i = 0; i < header.Count; i++)
            if (!Names.TryGetValue(Letters(header[i]), out var column) || !at.TryAdd(column, i))
                ignored.Add(header[i].Length > 0 ? header[i] : $"column {i + 1}");
        return new() { At = at, Ignored = ignored };
    }

    private static IEnumerable<string> Needs(string what, bool isThere) => isThere ? [] : [what];

    private static Dictionary<string, ListColumn> Spell(params (ListColumn Column, string Names)[] columns) =>
        columns.SelectMany(c => c.Names.Split(',').Select(name => (Name: Letters(name), c.Column))).DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => n.Column);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
}
