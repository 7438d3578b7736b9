using Mentoring.Portal.Pages.SigningIn;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>A page on which somebody looks after their own account.</summary>
public abstract class AccountPage : StepPage
{
    /// <summary>The sign-in of this browser.</summary>
    protected SignInId Here => User.SignIn();
}
