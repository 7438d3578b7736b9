using System.Globalization;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>What the mails say.</summary>
public static class Letters
{
    /// <summary>An invitation with its code, which stands alone on its line after <c>Your code:</c>.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="greeting">The name to greet with; null for nobody by name.</param>
    /// <param name="code">The code.</param>
    /// <param name="portal">The portal's address.</param>
    public static Letter Invitation(Invitation invitation, string? greeting, string code, string portal) => new(
        invitation.Email,
        "Your invitation to Mentoring",
        $"""
        Hello{(string.IsNullOrWhiteSpace(greeting) ? string.Empty : " " + Line(greeting))},

        {What(invitation.Role)}

        Your code: {code}

        The code works once, until {invitation.ExpiresAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.
        Enter it at {portal} and choose a password of 12 letters or more.
        Three or four words in a row make a good one.

        Did you not expect this? Then do nothing. No account is made without the code.
        Please do not pass the code on: whoever has it can make your account.

        The Mentoring team
        """);

    private static string What(string role) => role switch
    {
        Roles.Mentee => "You can now make your own account. With it you see your mentor offers,\nsay yes or no, and choose when you meet. It is up to you.",
        Roles.Mentor => "Thank you for wanting to be a mentor. Make your account to fill in your\napplication, and later to see who you meet and when.",
        Roles.Coordinator => "You were asked to look after your organisation's mentors. Make your account\nto register people and to see how far they are.",
        Roles.Caseworker => "You were asked to join as a caseworker. Make your account to get started.",
        Roles.SafeguardingLead => "You were asked to join as a safeguarding lead. Make your account to get started.",
        _ => "You were asked to look after accounts and policy. Make your account to get started.",
    };

    private static string Line(string name) => string.Concat(name.Trim().Where(c => !char.IsControl(c)));
}
