namespace Mentoring.Portal;

/// <summary>Everything the portal answers.</summary>
public static class Endpoints
{
    /// <summary>The endpoints, in the order in which somebody meets them.</summary>
    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        Invite.Map(app);
        ListInvitations.Map(app);
        WithdrawInvitation.Map(app);
        AcceptInvitation.Map(app);
        EnrolSecondFactor.Map(app);

        AskForCode.Map(app);
        AskForPasskey.Map(app);
        ComeIn.Map(app);
        SignOut.Map(app);
        SignOutEverywhere.Map(app);
        ListSignIns.Map(app);
        EndSignIn.Map(app);
        WhoAmI.Map(app);

        IssueToken.Map(app);
        PublishKeys.Map(app);
        RotateSigningKeys.Map(app);

        ListAccounts.Map(app);
        DisableAccount.Map(app);
        EnableAccount.Map(app);

        AskForNewPassword.Map(app);
        ChooseNewPassword.Map(app);
        ResetSecondFactor.Map(app);
        RenewPin.Map(app);

        ServeCalendar.Map(app);
    }
}
