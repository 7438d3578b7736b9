namespace Mentoring.Mentors;

/// <summary>What the named constraints of the database mean in words.</summary>
public static class Sentences
{
    /// <summary>By name of the constraint.</summary>
    public static IReadOnlyDictionary<string, string> OfConstraints { get; } = new Dictionary<string, string>
    {
        ["ux_partners_name"] = "There is a partner with this name already.",
        ["ux_mentors_email"] = "Somebody with this email is registered already.",
        ["pk_checks"] = "Somebody else recorded a check a moment ago. Read the record again and repeat yours if it still fits.",
        ["ck_mentors_capacity"] = "A mentor has 1 to 3 young people at once.",
    };
}
