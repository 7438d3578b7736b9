using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Portal;

/// <summary>
/// What a password must be: 12 to 128 characters, anything a person can type, and not one that is guessed first. No rules on
/// kinds of characters and no expiry, after NIST SP 800-63B-4 section 3.1.1.2.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>The shortest password, in characters.</summary>
    public const int Shortest = 12;

    /// <summary>The longest password, in characters; NIST asks for at least 64.</summary>
    public const int Longest = 128;

    /// <summary>
    /// Rounds of PBKDF2-HMAC-SHA512: the figure of the OWASP Password Storage Cheat Sheet, section PBKDF2
    /// (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2). Hashes made with fewer are renewed at the next sign-in.
    /// </summary>
    public const int Rounds = 220_000;

    // What lists of leaked passwords hold most of, from 4 letters up, so that longer passwords made of little else are seen as well.
    private static readonly string[] Obvious =
    [
        "password", "passw0rd", "passwort", "letmein", "welcome", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "1q2w3e4r5t6y", "1q2w3e4r5t", "1q2w3e4r", "1qaz2wsx3edc", "1qaz2wsx",
        "qazwsxedc", "qazwsx", "abc123", "admin", "administrator", "iloveyou", "monkey", "dragon", "football", "baseball", "liverpool", "arsenal", "chelsea", "sunshine", "princess", "charlie", "superman",
        "batman", "pokemon", "master", "shadow", "michael", "jordan", "trustno1", "changeme", "default", "secret", "login", "mentoring", "mentor", "mentee", "summer", "winter", "spring", "autumn",
    ];

    /// <summary>Makes the same text of the same password typed on another keyboard (Unicode NFKC), as NIST asks.</summary>
    // U+FFFE is no character; Normalize throws at it.
    public static string Normal(string password) => password.Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC);

    /// <summary>Why a password will not do, as a sentence; null when it will.</summary>
    /// <param name="password">The password, normal.</param>
    /// <param name="email">The account's e-mail address.</param>
    public static string? Refusal(string password, string email)
    {
        if (password.Length < Shortest) return $"Use at least {Shortest} characters. Three or four words in a row are good.";
        if (password.Length > Longest) return $"Use at most {Longest} characters.";
        var folded = password.ToUpperInvariant();
        if (email.ToUpperInvariant().Split('@').Any(part => part.Length >= 4 && folded.Contains(part, StringComparison.Ordinal)))
            return "Your e-mail address is in this password. Choose one that nobody can read off you.";
        return IsObvious(folded) ? "This password is one of those that are tried first. Choose words that do not belong together." : null;
    }

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refusal(password ?? string.Empty, user.Email ?? string.Empty) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = "password", Description = refusal })
            : IdentityResult.Success);

    // Take away the words everybody uses, digits, marks and whatever follows on from its neighbour: too little left is too easy.
    private static bool IsObvious(string folded)
    {
        foreach (var word in Obvious.OrderByDescending(w => w.Length)) folded = folded.Replace(word.ToUpperInvariant(), " ", StringComparison.Ordinal);
        var worth = 0;
        var seen = new HashSet<char>();
        for (var i = 0; i < folded.Length; i++)
        {
            var follows = i > 0 && Math.Abs(folded[i] - folded[i - 1]) <= 1;
            if (!char.IsWhiteSpace(folded[i]) && !follows) worth++;
            seen.Add(folded[i]);
        }

        return worth < 6 || seen.Count < 5;
    }
}
