using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Portal;

/// <summary>
/// Passkeys (W3C Web Authentication, level 3), by ASP.NET Core Identity. They belong to <see cref="PortalAddress.Domain"/>, and are only taken when the
/// device saw that it is its owner: by face, finger or the device's own PIN.
/// </summary>
/// <param name="handler">Identity's.</param>
/// <param name="users">Identity's.</param>
/// <param name="http">For Identity.</param>
public sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> users, IHttpContextAccessor http)
{
    /// <summary>The most that somebody has.</summary>
    public const int Most = 10;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Passkeys are for browsers.");

    /// <summary>What the browser is to ask its passkeys, and what must be remembered until they answer.</summary>
    public async Task<(string Options, string State)> Ask()
    {
        var asked = await handler.MakeRequestOptionsAsync(user: null, Http);
        return (asked.RequestOptionsJson, asked.AssertionState!);
    }

    /// <summary>Whose passkey signed; null when none of ours did.</summary>
    public async Task<Account?> WhoseIs(string credential, string state)
    {
        var result = await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || !result.User.IsOpen) return null;
        return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    /// <summary>What the browser is to make a passkey of, and what must be remembered until it has.</summary>
    /// <param name="account">Whose; the account need not be there yet.</param>
    /// <param name="email">What the device shows to tell passkeys apart.</param>
    public async Task<(string Options, string State)> AskForNew(Guid account, string email)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.ToString(), Name = email, DisplayName = email }, Http);
        return (asked.CreationOptionsJson, asked.AttestationState!);
    }

    /// <summary>The new passkey, not stored yet; null when it is not what was asked for.</summary>
    public async Task<UserPasskeyInfo?> Read(Guid account, string credential, string state, string? name)
    {
        var result = await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != account.ToString()) return null;
        result.Passkey.Name = Name(name) ?? Browsers.Name(Http.Request.Headers.UserAgent);
        return result.Passkey;
    }

    /// <summary>A name as it is kept; null for none.</summary>
    public static string? Name(string? typed)
    {
        var clean = string.Concat((typed ?? string.Empty).Trim().Where(c => !char.IsControl(c)));
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, 60)];
    }

    /// <summary>The id of a passkey as text.</summary>
    public static string Id(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);
}
