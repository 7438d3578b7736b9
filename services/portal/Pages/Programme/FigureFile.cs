using System.Globalization;
using CsvHelper;
using Mentoring.Shared;

namespace Mentoring.Portal.Pages.Programme;

/// <summary>
/// A figure as a CSV file: with a byte order mark so that Excel reads it, and with nothing in it that a spreadsheet would run. To pass on outside the
/// programme there is a second one, from which nobody can be picked out: numbers of young people under ten are not in it, others are rounded to five so
/// that two files do not tell what lies between them, and no figure rests on fewer than ten.
/// </summary>
public static class FigureFile
{
    /// <summary>Numbers of young people are passed on from here up.</summary>
    public const int Fewest = 10;

    /// <summary>What stands in the place of a smaller one.</summary>
    public const string TooFew = "fewer than 10";

    /// <summary>What stands in the place of a figure that rests on fewer.</summary>
    public const string NotShown = "not shown";

    /// <summary>Writes the file.</summary>
    public static byte[] Write(Figure figure, bool passOn)
    {
        int[] columns = [.. Enumerable.Range(0, figure.Columns.Count).Where(i => !passOn || !figure.Columns[i].IsOnePersons)];
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteField(figure.What);
            foreach (var i in columns) csv.WriteField(figure.Columns[i].Name);
            csv.EndRecord();
            foreach (var line in figure.Lines)
            {
                csv.WriteField(SpreadsheetCell.Harmless(line.Name));
                foreach (var i in columns) csv.WriteField(passOn ? ToPassOn(line.Cells[i], line.About) : Whole(line.Cells[i]));
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>A cell from which nobody can be picked out.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="about">How many young people its line rests on.</param>
    public static string ToPassOn(Cell cell, int about) => cell switch
    {
        { Value: null } => string.Empty,
        { Unit: Unit.Mentors } => Whole(cell),
        { Unit: Unit.Hours, Value: { } hours } => decimal.Round(hours, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture),
        { Unit: Unit.People, Value: < Fewest } => TooFew,
        { Unit: Unit.People, Value: { } people } => ToFive(people),
        _ when about < Fewest => NotShown,
        { Unit: Unit.Percent, Value: { } percent } => ToFive(percent),
        _ => Whole(cell),
    };

    private static string ToFive(decimal value) => (decimal.Round(value / 5, MidpointRounding.AwayFromZero) * 5).ToString("0", CultureInfo.InvariantCulture);

    private static string Whole(Cell cell) => cell.Value is not { } value ? string.Empty : decimal.Round(value, cell.Unit is Unit.Points or Unit.Hours ? 2 : 0, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
