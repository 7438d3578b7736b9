using System.Text;
using CsvHelper;

namespace Mentoring.Mentors;

/// <summary>One row of a file, with where it stands.</summary>
/// <param name="Line">The row as a spreadsheet numbers it, from 1: the header and blank rows count, line breaks inside a cell do not.</param>
/// <param name="Cells">The cells, without stray spaces.</param>
/// <param name="QuoteLeftOpen">A quotation mark in this row is never closed, so that the rest of the file ran into it.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells, bool QuoteLeftOpen);

/// <summary>
/// A CSV file as people really export it: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252;
/// comma, semicolon or tab; any line ends; line breaks inside quotes; blank rows, which are skipped.
/// </summary>
public sealed record CsvFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>The most rows below the header.</summary>
    public const int MostRows = 2_000;

    /// <summary>The most columns.</summary>
    public const int MostColumns = 100;

    /// <summary>The encoding that was found: <c>utf-8</c>, <c>utf-16</c> or <c>windows-1252</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The separator that was found: a comma, a semicolon or a tab.</summary>
    public required char Separator { get; init; }

    /// <summary>The names in the header row.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>The rows below the header that have anything in them.</summary>
    public required IReadOnlyList<CsvRow> Rows { get; init; }

    static CsvFile() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file. Answers a sentence instead when it is none that can be read.</summary>
    public static (CsvFile? File, string? Trouble) Read(byte[] bytes)
    {
        if (bytes.Length > LargestFile) return (null, "The file is larger than 2 MB. Split it and send the parts.");
        if (bytes.AsSpan().StartsWith("PK"u8)) return (null, "This is a workbook and not a CSV file. In Excel choose Save as, then CSV.");
        if (Decode(bytes) is not var (text, encoding)) return (null, "The file is not text. Export it as CSV and send that.");
        if (text.AsSpan().ContainsAny('\0', '\uFFFE')) return (null, "The file is not text. Export it as CSV and send that.");
        if (string.IsNullOrWhiteSpace(text)) return (null, "The file is empty.");

        var (separator, hinted) = FindSeparator(text);
        var rows = Split(text, separator);
        if (hinted)
        {
            // A spreadsheet takes the hint and does not show it.
            if (rows is [{ Line: 1 }, ..]) rows.RemoveAt(0);
            rows = rows.ConvertAll(row => row with { Line = row.Line - 1 });
        }

        if (rows.Count == 0) return (null, "The file is empty.");
        if (rows[0].QuoteLeftOpen) return (null, "A quotation mark in the first row is never closed.");
        if (rows[0].Cells.Count > MostColumns) return (null, $"The file has more than {MostColumns} columns.");
        if (rows.Count - 1 > MostRows) return (null, $"The file has more than {MostRows:N0} rows. Split it and send the parts.");
        return (new CsvFile { Encoding = encoding, Separator = separator, Header = rows[0].Cells, Rows = rows[1..] }, null);
    }

    /// <summary>A text without spaces around it, also those that a keyboard does not show, in composed form.</summary>
    public static string Tidy(string text) => text.Normalize().Trim().Trim('\u200B', '\uFEFF', '\u2060').Trim();

    private static (string Text, string Encoding)? Decode(byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) return (Strict8.GetString(bytes.AsSpan(3)), "utf-8");
            if (bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE })) return (Strict16.GetString(bytes.AsSpan(2)), "utf-16");
            if (bytes.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF })) return (Strict16Big.GetString(bytes.AsSpan(2)), "utf-16");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        try
        {
            return (Strict8.GetString(bytes), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            return (System.Text.Encoding.GetEncoding(1252).GetString(bytes), "windows-1252");
        }
    }

    private const string Separators = ",;\t";
    private static readonly UTF8Encoding Strict8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Strict16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Strict16Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    // Excel may put sep=; on a line of its own first. Otherwise the header tells: the separator is what stands most often outside quotes.
    private static (char Separator, bool Hinted) FindSeparator(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length).Trim(' ');
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first[4] is ',' or ';' or '\t') return (first[4], true);

        Span<int> found = stackalloc int[3];
        var (quoted, any) = (false, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (c is '\r' or '\n' && !quoted && any) break;
            any |= !char.IsWhiteSpace(c) && !Separators.Contains(c, StringComparison.Ordinal);
            if (!quoted && Separators.IndexOf(c, StringComparison.Ordinal) is var which and >= 0) found[which]++;
        }

        var most = found.IndexOf(Math.Max(found[0], Math.Max(found[1], found[2])));
        return (Separators[most], false);
    }

    private static List<CsvRow> Split(string text, char separator)
    {
        var leftOpen = 0L;
        using var lines = new StringReader(text);
        using var csv = CsvReader.Create(lines, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = malformed => leftOpen = malformed.Reason == CsvMalformedReason.UnterminatedQuote ? malformed.LineNumber : leftOpen,
        });
        var rows = new List<CsvRow>();
        var numbers = RowsOfLines(text, separator);
        while (rows.Count < MostRows + 3 && csv.Read())
        {
            var cells = csv.Current.ToArray().Select(Tidy).ToArray();
            if (cells.Any(cell => cell.Length > 0)) rows.Add(new CsvRow(numbers[(int)csv.LineNumber - 1], cells, leftOpen == csv.LineNumber));
        }

        return rows;
    }

    // The row in which each line of the file lies: a line that begins inside quotation marks belongs to the row before.
    private static List<int> RowsOfLines(string text, char separator)
    {
        var rows = new List<int> { 1 };
        var (quoted, atStart) = (false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' or '\n')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                rows.Add(quoted ? rows[^1] : rows[^1] + 1);
                atStart |= !quoted;
            }
            else if (c == '"' && quoted)
            {
                if (i + 1 < text.Length && text[i + 1] == '"') i++;
                else quoted = false;
            }
            else if (c == '"')
            {
                (quoted, atStart) = (atStart, false);
            }
            else if (c == separator)
            {
                atStart |= !quoted;
            }
            else if (!char.IsWhiteSpace(c))
            {
                atStart = false;
            }
        }

        return rows;
    }
}
