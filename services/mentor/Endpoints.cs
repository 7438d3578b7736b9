namespace Mentoring.Mentors;

/// <summary>Every endpoint of the service.</summary>
public static class Endpoints
{
    /// <summary>Maps them all.</summary>
    public static void MapMentors(this IEndpointRouteBuilder app)
    {
        AddPartner.Map(app);
        ListPartners.Map(app);
        ReadPartner.Map(app);
        RegisterOwnPerson.Map(app);
        ListOwnPeople.Map(app);
        ReadOwnPerson.Map(app);

        PreviewImport.Map(app);
        ReadImport.Map(app);
        CommitImport.Map(app);
        ReadWrongRows.Map(app);

        RegisterVolunteer.Map(app);
        ListMentors.Map(app);
        ReadMentor.Map(app);
        ReadOwnRecord.Map(app);
        ReadIntroduction.Map(app);
        ChangeProfile.Map(app);
        CorrectDetails.Map(app);
        ChangeAvailability.Map(app);
        ReadAvailability.Map(app);
        PauseMentor.Map(app);
        ResumeMentor.Map(app);
        LeaveProgramme.Map(app);

        ReadAgreement.Map(app);
        ApplyAsMentor.Map(app);
        RecordCheck.Map(app);
        ClearMentor.Map(app);
        DeclineMentor.Map(app);
    }
}
