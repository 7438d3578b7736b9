namespace Mentoring.Shared;

/// <summary>What may stand in a cell of a CSV file that somebody opens with a spreadsheet program.</summary>
public static class SpreadsheetCell
{
    /// <summary>Whether a text starts like a formula that a spreadsheet would run, in half or full width, behind any spaces or quotes.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.TrimStart([' ', '\t', '\r', '\n', '\'', '"', '\u00A0', '\u3000', '\u200B', '\uFEFF']) is [var first, ..] && first is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    /// <summary>A text that no spreadsheet runs: what looks like a formula gets an apostrophe in front. Not for numbers of our own, which may begin with a minus.</summary>
    public static string Harmless(string text) => LooksLikeFormula(text) && text[0] != '\'' ? "'" + text : text;
}
