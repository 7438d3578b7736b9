using Mentoring.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Portal;

/// <summary>What the portal's OpenAPI document says beside the usual.</summary>
public static class PortalOpenApi
{
    /// <summary>Adds the handle of a sign-in as a second way to show who one is.</summary>
    public static void Configure(OpenApiOptions options)
    {
        OpenApiDefaults.Configure(options);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components!.SecuritySchemes!["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "Authorization",
                Description = "The handle from POST /api/sign-in, as Authorization: Session …",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // Answers that hold a secret are not kept for a repeat.
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OwnTransaction>().Any())
                operation.Parameters = [.. operation.Parameters?.Where(p => p.Name != "Idempotency-Key") ?? []];
            if (operation.Security is not { Count: > 0 }) return Task.CompletedTask;
            var session = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] };
            var onlySession = context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.AuthorizeAttribute>().Any(a => a.AuthenticationSchemes == Authentication.Session);
            operation.Security = onlySession ? [session] : [session, .. operation.Security];
            return Task.CompletedTask;
        });
    }
}
