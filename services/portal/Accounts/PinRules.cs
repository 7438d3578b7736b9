using System.Globalization;

namespace Mentoring.Portal;

/// <summary>
/// What a young person's PIN must be: 6 to 12 digits that are not guessed first. It is never enough alone: a code from their mail
/// goes with it. After NIST SP 800-63B-4 section 3.1.1.2, which takes short secrets of digits as one of two factors when guesses are few.
/// </summary>
public static class PinRules
{
    /// <summary>The fewest digits.</summary>
    public const int Shortest = 6;

    /// <summary>The most digits.</summary>
    public const int Longest = 12;

    // Shapes on the keys of a phone, and what else lists of chosen PINs hold most of that no rule below finds.
    private static readonly string[] Obvious = ["147258", "159357", "159753", "147852", "258369", "369258", "741852", "852963", "789456", "456789", "142536", "520131", "007007", "314159", "246810", "135790", "112233", "332211", "445566", "778899"];

    private const string Runs = "01234567890123456789";

    /// <summary>The digits alone: people type spaces between them.</summary>
    public static string Normal(string pin) => new([.. pin.Where(c => !char.IsWhiteSpace(c) && c != '-')]);

    /// <summary>Why a PIN will not do, as a sentence; null when it will.</summary>
    /// <param name="pin">The PIN, normal.</param>
    public static string? Refusal(string pin)
    {
        if (pin.Length < Shortest || !pin.All(char.IsAsciiDigit)) return $"Use {Shortest} digits. Only numbers, like on a phone.";
        if (pin.Length > Longest) return $"Use at most {Longest} digits.";
        return IsObvious(pin) ? "That one is easy to guess. Mix the digits up more."
            : IsDate(pin) ? "That looks like a date or a year. Somebody could guess it. Choose other digits."
            : null;
    }

    private static bool IsObvious(string pin) =>
        pin.Distinct().Count() < 3
        || Runs.Contains(pin, StringComparison.Ordinal) || Runs.Contains(Reverse(pin), StringComparison.Ordinal)
        || Repeats(pin, 2) || Repeats(pin, 3)
        || Obvious.Contains(pin) || Obvious.Contains(Reverse(pin));

    private static bool Repeats(string pin, int length) => pin.Length % length == 0 && Enumerable.Range(0, pin.Length).All(i => pin[i] == pin[i % length]);

    private static string Reverse(string pin) => new([.. pin.Reverse()]);

    // A birthday is the first guess of whoever knows them: 140308, 080314, 14032008, or a year with two digits more.
    private static bool IsDate(string pin) =>
        DateTime.TryParseExact(pin, ["ddMMyy", "yyMMdd", "MMddyy", "ddMMyyyy", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (pin.Length == Shortest && (IsYear(pin[..4]) || IsYear(pin[2..])));

    private static bool IsYear(string four) => int.Parse(four, CultureInfo.InvariantCulture) is >= 1940 and <= 2039;
}
