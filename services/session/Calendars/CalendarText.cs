using System.Text;

namespace Mentoring.Sessions;

/// <summary>Writes iCalendar text as RFC 5545 wants it: lines that end in CRLF and are folded at 75 octets, never within a letter.</summary>
public sealed class CalendarText
{
    private const int Octets = 75;
    private readonly StringBuilder text = new();

    /// <summary>Adds a line; what comes from people is to be <see cref="Escaped"/> before.</summary>
    public CalendarText Line(string line)
    {
        var used = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (used + letter.Utf8SequenceLength > Octets)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(letter.ToString());
            used += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    /// <summary>Adds a property whose value is text.</summary>
    public CalendarText Text(string name, string value) => Line($"{name}:{Escaped(value)}");

    /// <summary>Text so that nothing in it can end its line or be taken for a list.</summary>
    public static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            if (letter == '\n') escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter)) escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
