using System.Globalization;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>A row of a partner's list after reading: a person, or the reasons why it is none yet.</summary>
public sealed record ListedRow
{
    /// <summary>The row as a spreadsheet numbers it, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The cells as sent, without stray spaces.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>The person; null when something has to be mended first.</summary>
    public required ListedPerson? Person { get; init; }

    /// <summary>What has to be mended, in sentences.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What was understood differently or left out, in sentences. The row is good all the same.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The name as far as it could be read, so that a person finds the row.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address as far as it could be read.</summary>
    public required string Email { get; init; }

    private static readonly string[] Dates =
        ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d/M/yyyy HH:mm:ss", "yyyy-M-d HH:mm:ss"];

    /// <summary>Reads the rows of a file.</summary>
    public static IReadOnlyList<ListedRow> ReadAll(CsvFile file, ListColumns columns, DateOnly today)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<ListedRow>();
        foreach (var row in file.Rows)
        {
            var read = Read(row, columns, file.Header.Count, today);
            if (read.Email.Length > 0 && !lines.TryAdd(read.Email, row.Line))
                read = read with { Person = null, Reasons = [.. read.Reasons, $"This is the same email as row {lines[read.Email]}. Keep one of the two rows."] };
            rows.Add(read);
        }

        return rows;
    }

    /// <summary>Reads one row by itself.</summary>
    public static ListedRow Read(CsvRow row, ListColumns columns, int width, DateOnly today)
    {
        var reasons = new List<string>();
        var notes = new List<string>();
        string Cell(ListColumn column) => columns.At.TryGetValue(column, out var at) && at < row.Cells.Count ? Unguarded(row.Cells[at]) : string.Empty;

        if (row.QuoteLeftOpen) reasons.Add("A quotation mark in this row is never closed, so the rest of the file ran into it.");
        else if (row.Cells.Count < width) reasons.Add($"This row stops early: it has {row.Cells.Count} cells and the header has {width}.");
        else if (row.Cells.Skip(width).Any(c => c.Length > 0)) reasons.Add("This row has more cells than the header. Put text that has a separator in it inside quotation marks.");
        if (row.Cells.Any(c => !JsonRules.IsClean(c))) reasons.Add("There are control characters in this row. Type the cell again.");

        var (first, last) = Names(Cell(ListColumn.FirstName), Cell(ListColumn.LastName), Cell(ListColumn.FullName));
        if (PlainText.WhatIsWrongWithName(first) is { } wrongFirst) reasons.Add($"The first name {wrongFirst}.");
        if (PlainText.WhatIsWrongWithName(last) is { } wrongLast) reasons.Add($"The surname {wrongLast}.");

        var email = Cell(ListColumn.Email).ToLowerInvariant();
        if (email.Length == 0) reasons.Add("The email is missing.");
        else if (!PlainText.IsEmail(email)) reasons.Add("The email is not an email address that mail can be sent to. One looks like name@example.org, without accents.");

        var phone = Cell(ListColumn.Phone);
        if (phone.Length > 0 && !PlainText.IsPhone(phone)) reasons.Add("The phone number is not a phone number. It may be left blank.");
        var job = Cell(ListColumn.JobTitle);
        if (job.Length > PlainText.LongestJobTitle) reasons.Add($"The job title is longer than {PlainText.LongestJobTitle} characters.");
        else if (SpreadsheetCell.LooksLikeFormula(job)) reasons.Add("The job title looks like a formula.");
        var about = Cell(ListColumn.About);
        if (about.Length > PlainText.LongestAbout) reasons.Add($"The words about them are longer than {PlainText.LongestAbout:N0} characters.");

        var born = Born(Cell(ListColumn.DateOfBirth), today, reasons);
        var postcode = Postcode.Read(Cell(ListColumn.Postcode));
        if (postcode is null && Cell(ListColumn.Postcode).Length > 0) reasons.Add("The postcode is not a UK postcode, such as LE1 6ZG.");

        var inPerson = YesOrNo(Cell(ListColumn.InPerson), "in person", reasons);
        var online = YesOrNo(Cell(ListColumn.Online), "online", reasons);
        if (inPerson is false && online is false) reasons.Add("They meet neither in person nor online. One of the two must be yes.");
        if (inPerson is true && Cell(ListColumn.Postcode).Length == 0) notes.Add("Without a site postcode they cannot be matched to meet in person.");

        var capacity = Capacity(Cell(ListColumn.Capacity), reasons);
        var areas = Words(SpokenWords.GoalAreas(Cell(ListColumn.GoalAreas)), "areas of help", notes);
        var interests = Words(SpokenWords.Interests(Cell(ListColumn.Interests)), "interests", notes);
        var languages = Words(SpokenWords.Languages(Cell(ListColumn.Languages)), "languages", notes);
        if (languages.Count == 0) notes.Add("No language was understood, so English is assumed.");
        var (weekly, unclear) = SpokenTimes.Read(Cell(ListColumn.Availability));
        if (unclear.Count > 0) notes.Add($"These times were not understood: {Quote(unclear)}. They will be asked for their times.");
        else if (weekly.Count == 0) notes.Add("No times are given. They will be asked for their times.");

        return new()
        {
            Line = row.Line,
            Cells = row.Cells,
            Reasons = reasons,
            Notes = notes,
            Name = $"{first} {last}".Trim(),
            Email = email,
            Person = reasons.Count > 0 ? null : new ListedPerson
            {
                FirstName = first,
                LastName = last,
                Email = email,
                Phone = NullIfBlank(phone),
                JobTitle = NullIfBlank(job),
                DateOfBirth = born!.Value,
                About = NullIfBlank(about),
                GoalAreas = areas,
                Interests = interests,
                Languages = languages,
                Postcode = postcode,
                InPerson = inPerson!.Value,
                Online = online!.Value,
                Capacity = capacity,
                Weekly = weekly,
            },
        };
    }

    // Our own file of wrong rows puts an apostrophe before what a spreadsheet would run; it comes off here.
    private static string Unguarded(string cell) => cell is ['\'', ..] && SpreadsheetCell.LooksLikeFormula(cell) ? CsvFile.Tidy(cell[1..]) : cell;

    private static (string First, string Last) Names(string first, string last, string full)
    {
        if (first.Length > 0 || last.Length > 0 || full.Length == 0) return (first, last);
        var space = full.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (full, string.Empty) : (full[..space], full[(space + 1)..].Trim());
    }

    private static DateOnly? Born(string cell, DateOnly today, List<string> reasons)
    {
        if (cell.Length == 0)
        {
            reasons.Add("The date of birth is missing.");
            return null;
        }

        if (!DateOnly.TryParseExact(cell, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            && !(DateTime.TryParseExact(cell, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && (born = DateOnly.FromDateTime(moment)) != default))
        {
            reasons.Add("The date of birth is not a real date. Write it as day/month/year, such as 28/10/1972.");
            return null;
        }

        if (Mentors.Person.WhatIsWrongWith(born, today) is { } wrong) reasons.Add(wrong);
        return born;
    }

    private static bool? YesOrNo(string cell, string what, List<string> reasons)
    {
        var answer = SpokenWords.YesOrNo(cell);
        if (answer is null) reasons.Add($"Say Yes or No to meeting {what}.");
        return answer;
    }

    private static int? Capacity(string cell, List<string> reasons)
    {
        if (cell.Length == 0) return null;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) && capacity is >= Mentors.Profile.SmallestCapacity and <= Mentors.Profile.LargestCapacity)
            return capacity;
        reasons.Add("The number of mentees is 1, 2 or 3. Blank means 1.");
        return null;
    }

    private static IReadOnlyList<string> Words((IReadOnlyList<string> Known, IReadOnlyList<string> Unknown) found, string what, List<string> notes)
    {
        if (found.Unknown.Count > 0) notes.Add($"These {what} are not ones we know and were left out: {Quote(found.Unknown)}.");
        return found.Known;
    }

    private static string Quote(IReadOnlyList<string> parts) =>
        string.Join(", ", parts.Take(5).Select(p => $"'{(p.Length > 40 ? p[..40] + "…" : p)}'")) + (parts.Count > 5 ? " and more" : string.Empty);

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}
