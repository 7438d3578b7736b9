using Microsoft.AspNetCore.Authorization;

namespace Mentoring.Shared;

/// <summary>Who may call an endpoint. Every endpoint must say it: by <see cref="AccessRules.For"/> or <see cref="AccessRules.ForAnybody"/>.</summary>
/// <param name="Roles">The roles that may call; empty for anybody, signed in or not.</param>
public sealed record Access(IReadOnlyList<string> Roles);

/// <summary>Says who may call an endpoint.</summary>
public static class AccessRules
{
    /// <summary>Only these roles may call. Which records they see is the handler's business: another's record answers <c>404</c>.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, params string[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizeAttribute { Roles = string.Join(',', roles) }).WithMetadata(new Access(roles));

    /// <summary>Everybody signed in may call.</summary>
    public static TBuilder ForEverybodySignedIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.For([.. Roles.All]);

    /// <summary>Anybody may call, also without a token.</summary>
    public static TBuilder ForAnybody<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new Access([]));
}
