using CsvHelper;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>
/// The wrong rows of an import as a CSV file to mend and send again: first a column that says what to mend, then the columns
/// as they came. Starts with a byte order mark so that Excel reads it, and nothing in it can run as a formula.
/// </summary>
public static class WrongRowsFile
{
    /// <summary>Writes the file.</summary>
    public static byte[] Write(MentorImport import)
    {
        var old = ListColumns.Read(import.Header).At.TryGetValue(ListColumn.WhatToMend, out var at) ? at : -1;
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = import.Separator, WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true))
        {
            WriteRow(csv, ListColumns.WhatToMend, import.Header);
            foreach (var row in import.Rows.Where(r => r.Status == RowStatus.Wrong)) WriteRow(csv, $"Row {row.Read.Line}: {string.Join(' ', row.Reasons)}", row.Read.Cells);
        }

        return file.ToArray();

        void WriteRow(CsvWriter csv, string reasons, IReadOnlyList<string> cells)
        {
            csv.WriteField(reasons);
            // A row that stopped early is filled up, so that the missing cells are there to be filled in.
            for (var i = 0; i < Math.Max(cells.Count, import.Header.Count); i++)
                if (i != old) csv.WriteField(i < cells.Count ? SpreadsheetCell.Harmless(cells[i]) : string.Empty);
            csv.EndRecord();
        }
    }
}
