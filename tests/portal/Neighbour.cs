using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Mentoring.Shared;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Portal.Tests;

/// <summary>
/// Another process that checks the portal's tokens for itself, by discovery document and key set over HTTP, and answers for a few
/// records as the mentor and mentee services do. It shares no code with the portal's own checks.
/// </summary>
public sealed class Neighbour : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly Dictionary<string, List<(Func<ClaimsPrincipal, bool> For, object Answer)>> records = [];
    private readonly Dictionary<string, JsonElement> sent = [];

    private Neighbour(WebApplication web) => this.web = web;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(web.Urls.First());

    /// <summary>The portal; set once that is up, before the first call.</summary>
    public Uri? Portal { get; set; }

    /// <summary>Answers 500 while true.</summary>
    public bool IsBroken { get; set; }

    /// <summary>How often it was asked for a record.</summary>
    public int Asked { get; private set; }

    /// <summary>Starts one for an audience.</summary>
    public static async Task<Neighbour> Start(string audience)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        Neighbour? self = null;
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(new ConfigureNamedOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt =>
        {
            var issuer = self!.Portal!.GetLeftPart(UriPartial.Authority);
            jwt.Authority = issuer;
            jwt.RequireHttpsMetadata = false;
            jwt.MapInboundClaims = false;
            jwt.RefreshInterval = TimeSpan.FromSeconds(1);
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = audience,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                ValidTypes = ["at+jwt"],
                ClockSkew = TimeSpan.FromSeconds(5),
            };
        }));
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt => ((BaseConfigurationManager)jwt.ConfigurationManager!).UseLastKnownGoodConfiguration = false);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/who", (ClaimsPrincipal user) => user.Claims.Select(c => $"{c.Type}={c.Value}")).RequireAuthorization();
        app.MapMethods("/{**path}", ["PUT", "PATCH"], context => self!.Keep(context)).RequireAuthorization();
        app.Map("/{**path}", (Delegate)((HttpContext context) => self!.Answer(context))).RequireAuthorization();
        self = new Neighbour(app);
        await app.StartAsync();
        return self;
    }

    /// <summary>Has a record for whoever may see it, the newest one first; 404 for all others. What is not read is named with its method: <c>POST /somewhere</c>.</summary>
    public void Has(string path, object answer, Func<ClaimsPrincipal, bool> seenBy)
    {
        lock (records)
        {
            if (!records.TryGetValue(path, out var there)) records[path] = there = [];
            there.Insert(0, (seenBy, answer));
        }
    }

    /// <summary>Whether it takes a token, and what it reads in it.</summary>
    public async Task<(HttpStatusCode Status, string[] Claims)> Read(string token)
    {
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var answer = await http.GetAsync("/who");
        return (answer.StatusCode, answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<string[]>())! : []);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => web.DisposeAsync();

    /// <summary>Whether somebody holds a role.</summary>
    public static bool Is(ClaimsPrincipal user, string role) => user.HasClaim(Claims.Role, role);

    /// <summary>What was last sent to a path as JSON.</summary>
    public JsonElement Sent(string path)
    {
        lock (records) return sent[path];
    }

    private async Task Keep(HttpContext context)
    {
        var body = await context.Request.ReadFromJsonAsync<JsonElement>();
        lock (records) sent[context.Request.Path.Value!] = body;
    }

    private async Task<IResult> Answer(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasJsonContentType()) await Keep(context);
        lock (records)
        {
            Asked++;
            if (IsBroken) return Results.StatusCode(500);
            return records.TryGetValue((HttpMethods.IsGet(context.Request.Method) ? string.Empty : context.Request.Method + " ") + context.Request.Path.Value, out var there)
                && there.FindIndex(record => record.For(context.User)) is >= 0 and var found ? Results.Ok(there[found].Answer) : Results.NotFound();
        }
    }
}
