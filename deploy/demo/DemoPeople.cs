using System.Globalization;
using System.Text;

namespace Mentoring.Demo;

/// <summary>The invented people of the demo. Nobody here exists, and every address ends in <c>.example</c>, where no mail can go (RFC 2606).</summary>
internal static class DemoPeople
{
    /// <summary>The password of all staff in the demo.</summary>
    public const string Password = "paper boats on the canal";

    /// <summary>The PIN of all young people in the demo.</summary>
    public const string Pin = "258014";

    public static IReadOnlyList<Employer> Employers { get; } =
    [
        new("Bright Forge Robotics", "brightforge", new("Priya", "Shah")),
        new("Harbour & Lane Bakeries", "harbourlane", new("Tom", "Adeyemi")),
        new("Fennel Street Law", "fennelstreet", new("Grace", "Lindqvist")),
    ];

    public static IReadOnlyList<Name> Caseworkers { get; } = [new("Sam", "Okafor"), new("Bronwen", "Hale")];

    public static Name Lead { get; } = new("Ines", "Marlow");

    /// <summary>Mentors by employer. The first four of each employer are taken through screening.</summary>
    public static IReadOnlyList<Volunteer> Volunteers { get; } =
    [
        new(0, "Amara", "Bell", "Robot engineer", "LE1 6ZG", "Work; Education; Confidence", "coding, gaming, cycling", "English; French", "Mon-Fri 17:30-19:30", 2, ["woman", "care-experienced"], ["straight-talking", "doing-things"], "engineering"),
        new(0, "Jonas", "Reed", "Apprentice lead", "LE2 7FL", "Work; Money & budgeting", "cars, football, films", "English", "Tue 18:00-20:00; Thu 18:00-20:00; Sat 10:00-13:00", 1, ["man"], ["walk-and-talk"], "engineering"),
        new(0, "Nadia", "Karim", "HR adviser", "LE4 0AB", "Housing; Money & budgeting; Staying safe", "baking, reading, nature", "English; Urdu; Punjabi", "Mon 16:00-20:00; Wed 16:00-20:00", 2, ["woman", "parent"], ["gentle", "sit-down"], "manufacturing"),
        new(0, "Callum", "Firth", "Lab technician", "LE11 5XR", "College / Uni; Getting a job", "science, music, running", "English", "Wed 12:00-13:30; Sun 14-17", 1, ["man", "under-30"], ["messages-first"], "science-and-research"),
        new(0, "Wei", "Tan", "Test analyst", "LE3 1UQ", "Confidence", "gaming, photography", "English; Chinese", "Fri 16:00-18:00", 1, [], [], "technology"),
        new(1, "Rosie", "Hart", "Head baker", "LE2 7FL", "Cooking; Confidence; Mental health", "baking, dance, animals", "English", "Mon 15:00-18:00; Thu 15:00-18:00", 3, ["woman", "lgbtq"], ["doing-things", "gentle"], "hospitality"),
        new(1, "Dev", "Rana", "Shift manager", "LE4 0AB", "Money & budgeting; Family & siblings; Identity", "cricket, cooking, films", "English; Gujarati; Hindi", "Sat 10:00-14:00; Sun 10:00-14:00", 2, ["man", "parent"], ["walk-and-talk", "straight-talking"], "retail"),
        new(1, "Elin", "Morgan", "Accounts", "LE1 6ZG", "Housing; Money & budgeting", "gardening, reading, swimming", "English; Welsh", "Tue 17:00-19:30; Wed 17:00-19:30", 1, ["woman", "over-50"], ["sit-down"], "finance"),
        new(1, "Kofi", "Mensah", "Driver", "LE3 1UQ", "Getting a job; Staying safe", "football, music, cars", "English", "Mon-Fri 16:00-18:00", 2, ["man", "care-experienced"], ["walk-and-talk"], "transport"),
        new(1, "Petra", "Novak", "Pastry chef", "LE2 7FL", "Cooking", "baking, art", "English; Polish", "Sun 14-16", 1, [], [], "hospitality"),
        new(2, "Imogen", "Vale", "Solicitor", "LE1 6ZG", "Housing; Identity; Bullying", "writing, history, films", "English; BSL", "Mon 18:00-20:00; Wed 18:00-20:00; Fri 12:00-14:00", 2, ["woman", "disabled"], ["sit-down", "straight-talking"], "law"),
        new(2, "Yusuf", "Dar", "Paralegal", "LE4 0AB", "Education; Identity; Siblings", "reading, football, travel", "English; Urdu; Arabic", "Tue 17:30-20:00; Sat 11:00-14:00", 2, ["man"], ["gentle", "messages-first"], "law"),
        new(2, "Marta", "Quill", "Office manager", "LE11 5XR", "Mental health; Confidence; Family & siblings", "nature, animals, art", "English; Portuguese", "Mon-Fri 17:00-18:30", 1, ["woman", "care-experienced"], ["gentle", "walk-and-talk"], "law"),
        new(2, "Leo", "Ashby", "Clerk", "LE3 1UQ", "Getting a job; Money & budgeting", "gaming, music-production, films", "English", "Thu 16:00-19:00", 1, ["non-binary", "under-30"], ["messages-first"], "government"),
        new(2, "Gwen", "Tate", "Barrister", "LE2 7FL", "Education", "theatre, reading", "English", "Flexible", 1, [], [], "law"),
    ];

    /// <summary>Young people, by how far they have come.</summary>
    public static IReadOnlyList<YoungPerson> YoungPeople { get; } =
    [
        new("Riley", "Dunn", "2008-03-14", 0, ["confidence", "work", "money"], ["football", "music", "films"], ["running"], ["walk-and-talk"], ["en"], ["sport-and-fitness", "engineering"], Reached.Booked),
        new("Skye", "Patel", "2006-11-02", 0, ["housing", "money", "everyday-skills"], ["baking", "reading", "nature"], ["gaming"], ["gentle", "sit-down"], ["en", "gu"], ["hospitality"], Reached.Booked),
        new("Ezra", "Cole", "2009-07-21", 1, ["education", "identity", "siblings"], ["science", "football", "reading"], [], ["messages-first"], ["en"], ["science-and-research", "law"], Reached.Booked),
        new("Maya", "Lowe", "2005-01-30", 1, ["mental-health", "confidence"], ["animals", "art", "nature"], ["football"], ["gentle", "walk-and-talk"], ["en", "pt"], ["animal-care"], Reached.Offered),
        new("Theo", "Nash", "2007-09-09", 0, ["work", "money"], ["cars", "gaming", "cycling"], [], ["doing-things"], ["en"], ["engineering", "transport"], Reached.Ready),
        new("Aisha", "Rowe", "2010-05-17", 1, ["bullying", "siblings", "identity"], ["writing", "dance"], ["cars"], ["gentle"], ["en", "ur"], ["law", "creative-arts"], Reached.Ready),
        new("Finn", "Barker", "2004-12-25", 0, ["housing"], ["gardening"], [], ["straight-talking"], ["en"], [], Reached.Agreed),
        new("Zuri", "Obi", "2008-08-08", 1, ["education"], ["swimming"], [], ["sit-down"], ["en"], [], Reached.Referred),
    ];

    public static string CaseworkerEmail(Name name) => $"{name.First}.{name.Last}@programme.example".ToLowerInvariant();

    public static string VolunteerEmail(Volunteer v) => $"{v.First}.{v.Last}@{Employers[v.Employer].Domain}.example".ToLowerInvariant();

    /// <summary>A goal in a young person's words.</summary>
    public static string GoalIn(string area) => area switch
    {
        "confidence" => "Speak up at college without my heart racing.",
        "work" => "Get an interview for an apprenticeship.",
        "housing" => "Know what I need for my own flat.",
        "money" => "Have £50 left at the end of the month.",
        "education" => "Hand in my science project on time.",
        "identity" => "Find out more about my grandad.",
        _ => "Feel better about this.",
    };

    public static string YoungEmail(YoungPerson y) => $"{y.First}.{y.Last}@young.example".ToLowerInvariant();

    /// <summary>An employer's people as the spreadsheet their coordinator keeps.</summary>
    public static string Spreadsheet(int employer)
    {
        var csv = new StringBuilder("First name;Surname;Work e-mail;Job title;Site postcode;Date of birth;Can help with;Interests;Languages;In person?;Online?;Availability;Max mentees;About me\r\n");
        foreach (var (v, i) in Volunteers.Where(v => v.Employer == employer).Select((v, i) => (v, i)))
        {
            var born = string.Create(CultureInfo.InvariantCulture, $"{7 + i:00}/0{1 + i}/{1976 + (i * 5)}");
            csv.Append(CultureInfo.InvariantCulture, $"{v.First};{v.Last};{VolunteerEmail(v)};{v.Job};{v.Postcode};{born};\"{v.Help}\";\"{v.Likes}\";\"{v.Languages}\";Yes;Yes;\"{v.Free}\";{v.Places};I would like to give something back.\r\n");
        }

        return csv.ToString();
    }

    internal sealed record Name(string First, string Last);

    internal sealed record Employer(string Title, string Domain, Name Coordinator)
    {
        public string CoordinatorEmail => $"{Coordinator.First}.{Coordinator.Last}@{Domain}.example".ToLowerInvariant();
    }

    internal sealed record Volunteer(
        int Employer, string First, string Last, string Job, string Postcode, string Help, string Likes, string Languages, string Free, int Places, string[] Traits, string[] Talks, string Sector)
    {
        /// <summary>What they say they cannot help with.</summary>
        public string[] CannotHelpWith => First == "Dev" ? ["mental-health"] : [];

        /// <summary>How old they would like a young person to be at least.</summary>
        public int? WelcomesFrom => First == "Leo" ? 16 : null;
    }

    internal sealed record YoungPerson(
        string First, string Last, string Born, int Caseworker, string[] Goals, string[] Likes, string[] Dislikes, string[] Talks, string[] Languages, string[] Hopes, Reached Reached);
}

/// <summary>How far a young person of the demo has come; each includes those before it.</summary>
internal enum Reached
{
    Referred,
    Agreed,
    Ready,
    Offered,
    Booked,
}
