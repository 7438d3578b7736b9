using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Mentoring.Portal;

/// <summary>
/// Asks the services that own people's records who somebody is, as the caller: with a token of the caller's own, so that nobody
/// invites a person whom they cannot see.
/// </summary>
/// <param name="clients">HTTP, with Polly around it.</param>
/// <param name="tokens">Makes the caller's token.</param>
/// <param name="db">The caller's account.</param>
/// <param name="http">The caller's sign-in.</param>
public sealed class OwningServices(IHttpClientFactory clients, AccessTokens tokens, AccountsDb db, IHttpContextAccessor http)
{
    /// <summary>What the portal reads of a person; the services say more.</summary>
    /// <param name="FirstName">The first name.</param>
    /// <param name="Email">Where mail goes.</param>
    /// <param name="Stage">Where a mentor is in the programme.</param>
    /// <param name="Standing">Where a young person is in it.</param>
    public sealed record Person(string? FirstName, string? Email, string? Stage, PersonStanding? Standing)
    {
        /// <summary>Whether they are not in the programme any more.</summary>
        public bool IsGone => (Stage ?? Standing?.Stage) is "left" or "declined";
    }

    /// <summary>A young person's standing, as the mentee service tells it.</summary>
    /// <param name="Stage">Where they are in the programme.</param>
    public sealed record PersonStanding(string? Stage);

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<OwningServices>();
    }

    /// <summary>A mentor, as a caseworker sees them.</summary>
    public Task<Person?> Mentor(Caller caller, MentorId id, CancellationToken cancel) => Get<Person>(caller, "mentor", $"/mentors/{id}", cancel);

    /// <summary>A mentor of the coordinator's own partner.</summary>
    public Task<Person?> OwnMentor(Caller caller, PartnerId partner, MentorId id, CancellationToken cancel) => Get<Person>(caller, "mentor", $"/partners/{partner}/mentors/{id}", cancel);

    /// <summary>A young person, as their caseworker sees them.</summary>
    public Task<Person?> Mentee(Caller caller, MenteeId id, CancellationToken cancel) => Get<Person>(caller, "mentee", $"/mentees/{id}", cancel);

    /// <summary>Whether there is such a partner.</summary>
    public async Task<bool> HasPartner(Caller caller, PartnerId id, CancellationToken cancel) => await Get<JsonElement?>(caller, "mentor", $"/partners/{id}", cancel) is not null;

    private async Task<T?> Get<T>(Caller caller, string service, string path, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == caller.Account.Value, cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.For(account, http.HttpContext!.User.SignIn(), service, cancel));
        try
        {
            using var client = clients.CreateClient(service);
            using var response = await client.SendAsync(request, cancel);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden) return default;
            if (!response.IsSuccessStatusCode) throw new ServiceAwayException(service);
            return await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancel);
        }
        catch (Exception failed) when (failed is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or JsonException)
        {
            throw new ServiceAwayException(service, failed);
        }
    }
}

/// <summary>A service that is needed for an answer does not give one.</summary>
public sealed class ServiceAwayException : Exception
{
    /// <summary>It does not answer as it should.</summary>
    public ServiceAwayException(string service, Exception? inner = null)
        : base($"The {service} service does not answer just now. Nothing was changed; try again in a moment.", inner)
    {
    }
}
