namespace Mentoring.Matching;

/// <summary>Everything this service can be asked.</summary>
internal static class Endpoints
{
    public static void MapMatching(this IEndpointRouteBuilder app)
    {
    }
}
