using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A new partner.</summary>
public sealed record AddPartnerRequest
{
    /// <summary>The name, 2 to 120 characters; unique whatever the case.</summary>
    /// <example>Riverside Brewery</example>
    [SomeName(Partner.LongestName)]
    public required string Name { get; init; }
}

/// <summary>A partner.</summary>
public sealed record PartnerAnswer
{
    /// <summary>The partner's id.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>When it joined, UTC.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    internal static PartnerAnswer Of(Partner partner) => new() { PartnerId = partner.Id, Name = partner.Name, JoinedAt = partner.JoinedAt };
}

/// <summary>An administrator takes a partner into the programme.</summary>
public static class AddPartner
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/partners", Handle).For(Roles.Administrator).MayAnswer(400, 409)
        .WithSummary("Add a partner").WithDescription("Refused when there is a partner with this name already.");

    private static async Task<Created<PartnerAnswer>> Handle(AddPartnerRequest request, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var partner = Partner.Join(request.Name.Trim(), clock.GetUtcNow());
        db.Add(partner);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/partners/{partner.Id}", PartnerAnswer.Of(partner));
    }
}
