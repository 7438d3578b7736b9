using System.Diagnostics;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Tokens;
using Mentoring.Shared.Audit;
using Mentoring.Shared.Messaging;
using Npgsql;

namespace Mentoring.Shared;

/// <summary>What every service does the same way.</summary>
public static class ServiceDefaults
{
    // More than any service asks of one connection, of which a pool has up to a hundred; each costs Postgres some tens of kilobytes.
    private const int MostPrepared = 100;

    /// <summary>
    /// Adds database, clock, JSON rules, problem documents, authentication, health and telemetry. Settings:
    /// <c>ConnectionStrings:Database</c>, <c>Auth:Issuer</c> (the portal's address), <c>RabbitMq:Uri</c>, <c>Audit:Anchors</c> (the folder of anchors; see <see cref="AnchorFile"/>) and the standard
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.
    /// </summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The service.</param>
    /// <param name="name">The service's name, which is also the audience its tokens must have.</param>
    /// <param name="constraints">What each named constraint means in words, for races that Postgres decides.</param>
    public static WebApplicationBuilder AddServiceDefaults<TDb>(this WebApplicationBuilder builder, string name, IReadOnlyDictionary<string, string>? constraints = null)
        where TDb : ServiceDb
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Four lines for each question to another service; traces and figures tell of them already.
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);

        // A failed command or save is an exception that is answered or logged by whoever meets it; here it would be said twice, and lost races as errors.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None).AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);

        services.AddSingleton(new ServiceName(name));
        services.AddSingleton<TimeProvider>(new MicrosecondClock());
        services.AddSingleton<PostmanBell>();
        services.AddSingleton(new ConstraintSentences(constraints ?? new Dictionary<string, string>()));
        services.AddHttpContextAccessor();
        services.AddScoped<LeadAccess>();
        services.AddDbContext<TDb>((provider, options) => options.UseNpgsql(
            Tuned(provider.GetRequiredService<IConfiguration>().GetConnectionString("Database")
                ?? throw new SettingException("Set ConnectionStrings:Database to the service's own Postgres database.")),
            npgsql => npgsql.CommandTimeout(15)));
        services.AddSingleton(provider => new AnchorFile(provider.GetRequiredService<IConfiguration>()["Audit:Anchors"], name)).AddHostedService<AnchorAudit>();
        services.AddScoped<ServiceDb>(provider => provider.GetRequiredService<TDb>());

        services.ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
        {
            problem.ProblemDetails.Title = Problems.Title(problem.ProblemDetails.Status ?? 500);
            problem.ProblemDetails.Detail ??= problem.ProblemDetails is HttpValidationProblemDetails ? "Some of what was sent needs mending; see errors." : null;
            problem.ProblemDetails.Type = null;
            problem.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? problem.HttpContext.TraceIdentifier;
        });

        AddTokens(services, name);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        builder.AddTelemetry(name);
        return builder;
    }

    // Postgres compiles a query that it believes to be dear, for tens of milliseconds at least, and guesses far too high where one counts in many places; none
    // of ours runs as long as its compiling. And it thinks about each question anew, for about as long as answering takes, unless the question is prepared:
    // Npgsql does that for those that come again. What a setting says stays as it is.
    private static string Tuned(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c jit=off";
        if (!database.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("MaxAutoPrepare", StringComparison.OrdinalIgnoreCase)) settings.MaxAutoPrepare = MostPrepared;
        return settings.ConnectionString;
    }

    /// <summary>Puts the defaults into the pipeline and maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    /// <param name="app">The service.</param>
    /// <param name="isApi">Which requests get problem documents when something goes wrong; all of them when left out.</param>
    public static WebApplication UseServiceDefaults(this WebApplication app, Func<HttpContext, bool>? isApi = null)
    {
        var sentences = app.Services.GetRequiredService<ConstraintSentences>();
        var handler = new ExceptionHandlerOptions
        {
            ExceptionHandler = Answer,
            // What has a sentence is an answer and no bug; it may also quote what somebody sent.
            SuppressDiagnosticsCallback = context => Problems.From(context.Exception, sentences) is not null,
        };
        app.UseWhen(isApi ?? (_ => true), api =>
        {
            api.UseExceptionHandler(handler);
            api.UseStatusCodePages(context => Problems.Of(context.HttpContext.Response.StatusCode, Sentence(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
        });
        app.Use(RefuseControlCharacters);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<OneTransaction>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ForAnybody();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteHealth }).ForAnybody();
        return app;
    }

    private static void AddTokens(IServiceCollection services, string audience)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IConfiguration>((jwt, configuration) =>
        {
            var issuer = configuration["Auth:Issuer"] ?? throw new SettingException("Set Auth:Issuer to the address of the portal, which issues the tokens.");
            jwt.Authority = issuer;
            jwt.RequireHttpsMetadata = issuer.StartsWith("https://", StringComparison.Ordinal);
            jwt.MapInboundClaims = false;
            jwt.RefreshInterval = TimeSpan.FromSeconds(30);
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = audience,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                ValidTypes = ["at+jwt"],
                RoleClaimType = Claims.Role,
                NameClaimType = "sub",
                ClockSkew = TimeSpan.FromSeconds(30),
                RequireExpirationTime = true,
            };
        }).PostConfigure(jwt =>
        {
            // A key that the portal has withdrawn must not go on working for an hour as "last known good".
            if (jwt.ConfigurationManager is BaseConfigurationManager keys) keys.UseLastKnownGoodConfiguration = false;
        });
        // An endpoint that forgot to say who may call it takes nobody unknown. A wrong method or content type is no endpoint of
        // ours, so it is answered as what it is (405, 415) and not as a missing token.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(asked =>
            asked.User.Identity?.IsAuthenticated == true || asked.Resource is HttpContext http && http.GetEndpoint() is not (null or RouteEndpoint)).Build());
    }

    private static Task Answer(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var problem = Problems.From(exception, context.RequestServices.GetRequiredService<ConstraintSentences>())
            ?? new ProblemDetails { Status = 500, Title = Problems.Title(500), Detail = "Something went wrong on our side. It has been written down. Try again in a moment." };
        return TypedResults.Problem(problem).ExecuteAsync(context);
    }

    private static string Sentence(int status) => status switch
    {
        401 => "Send a valid access token for this service: Authorization: Bearer …",
        403 => "Your role does not allow this.",
        404 => "There is nothing here that you can see. Check the address and who you are signed in as.",
        405 => "This address does not take that method.",
        415 => "This endpoint does not take that kind of content. Most take application/json.",
        429 => "That was too often. Wait a minute and try again.",
        _ => Problems.Title(status) + ".",
    };

    // Postgres cannot keep them and nobody types them.
    private static Task RefuseControlCharacters(HttpContext context, RequestDelegate next)
    {
        var clean = JsonRules.IsClean(context.Request.Path.Value ?? string.Empty)
            && context.Request.Query.All(q => JsonRules.IsClean(q.Key) && q.Value.All(v => v is null || JsonRules.IsClean(v)));
        return clean ? next(context) : Problems.Invalid("The address has control characters in it.").ExecuteAsync(context);
    }

    private static Task WriteHealth(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.Select(e => new { name = e.Key, status = e.Value.Status.ToString(), says = e.Value.Description }),
    });
}

/// <summary>The service's name: <c>mentor</c>, <c>mentee</c>, <c>matching</c>, <c>session</c>, <c>safeguarding</c> or <c>portal</c>.</summary>
/// <param name="Value">The name.</param>
public sealed record ServiceName(string Value);

/// <summary>Ready only when the database answers.</summary>
/// <param name="scopes">For a context of its own.</param>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            return await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.CanConnectAsync(patience.Token)
                ? HealthCheckResult.Healthy("The database answers.")
                : HealthCheckResult.Unhealthy("The database does not answer.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer within five seconds.");
        }
    }
}
