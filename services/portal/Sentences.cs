namespace Mentoring.Portal;

/// <summary>What the portal's constraints mean in words.</summary>
public static class Sentences
{
    /// <summary>Constraint name to sentence.</summary>
    public static IReadOnlyDictionary<string, string> OfConstraints { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ux_accounts_email"] = "There is an account with this e-mail address already.",
        ["ux_accounts_mentor"] = "This mentor has an account already.",
        ["ux_accounts_mentee"] = "This young person has an account already.",
        ["ux_invitations_open"] = "Somebody else invited the same person at the same moment. One invitation was sent.",
    };
}
