namespace Mentoring.Sessions;

/// <summary>What the database's constraints mean in words.</summary>
public static class Sentences
{
    /// <summary>Constraint name to sentence.</summary>
    public static IReadOnlyDictionary<string, string> OfConstraints { get; } = new Dictionary<string, string>
    {
        ["ex_sessions_mentor_free"] = "That time is taken. Pick another one.",
        ["ex_sessions_mentee_free"] = "That time is taken. Pick another one.",
    };
}
