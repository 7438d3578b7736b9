using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentoring.Shared;

/// <summary>What every service's OpenAPI document says the same way.</summary>
public static class OpenApiDefaults
{
    /// <summary>Adds the bearer token, the problem answers and the <c>Idempotency-Key</c> to a document.</summary>
    public static void Configure(OpenApiOptions options)
    {
        // Many use cases have a Request and an Answer: a nested type's schema is named after both.
        options.CreateSchemaReferenceId = json => OpenApiOptions.CreateDefaultSchemaReferenceId(json) is { } id
            ? json.Type is { IsNested: true, DeclaringType: { IsGenericType: false } useCase } ? useCase.Name + id : id
            : null;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "An access token for this service from the portal: ES256, five minutes.",
            };
            return Task.CompletedTask;
        });
        // The strict converters hide from the document that these are plain texts.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(string)) schema.Type ??= JsonSchemaType.String;
            if (!IdJson.IsId(type)) return Task.CompletedTask;
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "uuid";
            schema.Properties?.Clear();
            schema.Required?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var access = context.Description.ActionDescriptor.EndpointMetadata.OfType<Access>().LastOrDefault();
            operation.Description = string.Join(' ', new[] { operation.Description, access is { Roles.Count: > 0 } ? $"For: {string.Join(", ", access.Roles)}." : "For anybody." }.Where(s => !string.IsNullOrEmpty(s)));
            if (access is { Roles.Count: > 0 })
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] }];
            if (!HttpMethods.IsGet(context.Description.HttpMethod ?? "GET"))
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = "Idempotency-Key",
                    In = ParameterLocation.Header,
                    Description = "A text of your own, new for each thing you want done. The same key and request get the first answer again; another request gets 422.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
                });
            }

            return Task.CompletedTask;
        });
    }
}
