namespace Mentoring.Portal.Pages.Me;

/// <summary>A young person says how a session was, or skips it.</summary>
public sealed class HowItWasModel : HowItWasPage
{
    /// <inheritdoc/>
    public override string Sessions => "/me/sessions";
}
