namespace Mentoring.Sessions;

/// <summary>What people typed.</summary>
internal static class Text
{
    /// <summary>The text without the space around it; null when nothing is left.</summary>
    public static string? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
