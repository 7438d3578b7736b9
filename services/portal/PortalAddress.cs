using System.Net;

namespace Mentoring.Portal;

/// <summary>
/// Where people find the portal: setting <c>Portal:PublicAddress</c>; when left out, <c>Auth:Issuer</c>. It stands in letters, and
/// passkeys belong to it: change its host name, and every passkey is lost.
/// </summary>
/// <param name="configuration">The settings.</param>
public sealed class PortalAddress(IConfiguration configuration)
{
    /// <summary>The address, without a slash at its end.</summary>
    public string Text => (configuration["Portal:PublicAddress"] is { Length: > 0 } address ? address : configuration["Auth:Issuer"]!).TrimEnd('/');

    /// <summary>Scheme, host and port, as browsers name where a page is from.</summary>
    public string Origin => new Uri(Text).GetLeftPart(UriPartial.Authority);

    /// <summary>The host name that passkeys belong to (WebAuthn's RP ID).</summary>
    public string Domain => new Uri(Text).Host;

    /// <summary>Browsers make passkeys for names only, never for numbers such as 127.0.0.1.</summary>
    public bool CanHavePasskeys => !IPAddress.TryParse(Domain.Trim('[', ']'), out _);
}
