namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>What a young person does who forgot their PIN.</summary>
public sealed class ForgotPinModel : StepPage
{
    /// <summary>Says it.</summary>
    public void OnGet()
    {
        Title = "Forgot your PIN?";
        Back = "/sign-in/young";
        ViewData["Exit"] = true;
    }
}
