using Mentoring.Shared.Audit;

namespace Mentoring.Mentees;

/// <summary>Everything that can be asked of this service.</summary>
internal static class Endpoints
{
    public static void MapMentees(this IEndpointRouteBuilder app)
    {
        ReferMentee.Map(app);
        ReferThemselves.Map(app);
        SeeReferrals.Map(app);
        AssignCaseworker.Map(app);

        SeeCaseload.Map(app);
        SeeWhoNeedsWhat.Map(app);
        SeeNames.Map(app);
        SeeMentee.Map(app);
        SeeTimeline.Map(app);
        SeeProgramme.Map(app);
        SeeMyself.Map(app);
        TakeMyData.Map(app);
        WhoLooked.Map(app);
        SeeIntroduction.Map(app);
        SeeIntroductions.Map(app);

        CorrectDetails.Map(app);
        DescribeMentee.Map(app);
        ChangeProfile.Map(app);
        ReadConsentStatement.Map(app);
        GiveConsent.Map(app);
        WithdrawConsent.Map(app);
        AssessRisk.Map(app);
        SignRiskAssessment.Map(app);
        ShareRisk.Map(app);
        WishForChange.Map(app);

        PauseMentee.Map(app);
        ResumeMentee.Map(app);
        LeaveProgramme.Map(app);

        ArrangeCover.Map(app);
        TakeBackCover.Map(app);
        SeeCover.Map(app);
    }
}
