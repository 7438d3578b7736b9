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
        CancelSession.Map(app);
        RecordAttendance.Map(app);
        ReadSession.Map(app);
        ListMySessions.Map(app);
        ListSessionsOfMatch.Map(app);
    }

    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }
}
