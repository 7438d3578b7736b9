namespace Mentoring.Mentors;

/// <summary>Every endpoint of the service.</summary>
public static class Endpoints
{
    /// <summary>Maps them all.</summary>
    public static void MapMentors(this IEndpointRouteBuilder app)
    {
        AskToJoin.Map(app);
        ListPartnerRequests.Map(app);
        DecideOnPartnerRequest.Map(app);
        SayInterest.Map(app);
        ListInterests.Map(app);
        HandleInterest.Map(app);

        AddPartner.Map(app);
        ListPartners.Map(app);
        ReadPartner.Map(app);
        ReadSummary.Map(app);
        RegisterOwnPerson.Map(app);
        ListOwnPeople.Map(app);
        ReadOwnPerson.Map(app);

        PreviewImport.Map(app);
        ReadImport.Map(app);
        CommitImport.Map(app);
        ReadWrongRows.Map(app);

        RegisterVolunteer.Map(app);
        ListMentors.Map(app);
        ReadMentorsSummary.Map(app);
        ReadNames.Map(app);
        ReadMentor.Map(app);
        ReadTimeline.Map(app);
        ReadOwnRecord.Map(app);
        ReadOwnData.Map(app);
        ReadIntroduction.Map(app);
        ListIntroductions.Map(app);
        ChangeProfile.Map(app);
        CorrectDetails.Map(app);
        ChangeAvailability.Map(app);
        ReadAvailability.Map(app);
        PauseMentor.Map(app);
        ResumeMentor.Map(app);
        LeaveProgramme.Map(app);

        ReadAgreement.Map(app);
        ChangeReferees.Map(app);
        ChangeTraining.Map(app);
        ApplyAsMentor.Map(app);
        ReadScreeningRules.Map(app);
        ChangeRole.Map(app);
        RecordCheck.Map(app);
        ClearMentor.Map(app);
        RefuseClearance.Map(app);
        DeclineMentor.Map(app);
        ReadDecisionLetter.Map(app);
    }
}
