namespace Mentoring.Safeguarding;

/// <summary>The table of contents.</summary>
public static class Endpoints
{
    /// <summary>Maps every use case.</summary>
    public static void MapConcerns(this IEndpointRouteBuilder app)
    {
        // For whoever is worried.
        RaiseConcern.Map(app);
        RaisePublicConcern.Map(app);
        ListMyConcerns.Map(app);
        ReadMyConcern.Map(app);
        SayMore.Map(app);

        // For those who look after it.
        SummariseConcerns.Map(app);
        ListConcerns.Map(app);
        ListConcernsOfCaseload.Map(app);
        ReadConcern.Map(app);
        SeeConcern.Map(app);
        TakeConcern.Map(app);
        JudgeSeverity.Map(app);
        WriteAction.Map(app);
        HideFromStaff.Map(app);
        CloseConcern.Map(app);
        ReopenConcern.Map(app);
    }

    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }

    /// <summary>What somebody typed, without space around it; null when they typed nothing.</summary>
    internal static string? Typed(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
