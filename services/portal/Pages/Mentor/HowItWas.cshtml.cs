namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A mentor says how a session was, or skips it.</summary>
public sealed class HowItWasModel : HowItWasPage
{
    /// <inheritdoc/>
    public override string Sessions => "/mentor/sessions";
}
