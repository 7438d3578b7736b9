using Mentoring.Shared.Audit;

namespace Mentoring.Sessions;

/// <summary>The table of contents.</summary>
public static class Endpoints
{
    /// <summary>Maps every use case.</summary>
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        ListSlots.Map(app);
        BookSession.Map(app);
        MoveSession.Map(app);
        ProposeTime.Map(app);
        CancelSession.Map(app);
        RecordAttendance.Map(app);
        ReadSession.Map(app);
        ListMySessions.Map(app);
        ListSessionsOfMatch.Map(app);
        ChooseForMySessions.Map(app);
        ReadCalendarFile.Map(app);
        ReadCalendar.Map(app);
        ListPlaces.Map(app);
        KeepPlaces.Map(app);
        SeeBookedAt.Map(app);

        WriteReflection.Map(app);
        ShareReflection.Map(app);
        TickNextStep.Map(app);
        DeleteReflection.Map(app);
        ReadReflection.Map(app);
        ListMyReflections.Map(app);
        ListReflectionsOfMatch.Map(app);

        SetGoal.Map(app);
        ChangeGoal.Map(app);
        RateGoal.Map(app);
        CloseGoal.Map(app);
        ReopenGoal.Map(app);
        ListMyGoals.Map(app);
        ListGoalsOfMentee.Map(app);

        SayHowItWas.Map(app);
        PauseContact.Map(app);
        RecordReview.Map(app);
        SeeHowItGoes.Map(app);

        RecordCheckIn.Map(app);
        ListCheckInsOfMatch.Map(app);
        ListDueCheckIns.Map(app);
        SummariseCaseload.Map(app);

        LookBack.Map(app);
        SeeMyHome.Map(app);
        SeeHoursOfPartner.Map(app);
        SeeProgramme.Map(app);
        SeeMyData.Map(app);
        WhoLooked.Map(app);
    }

    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }
}
