namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>A button that works with a passkey. It is hidden until the script of the page finds that the browser can.</summary>
/// <param name="Does"><c>get</c> to use one, <c>create</c> to make one.</param>
/// <param name="Words">The button's.</param>
/// <param name="Hint">What will happen.</param>
public sealed record PasskeyForm(string Does, string Words, string Hint)
{
    /// <summary>Whether passkeys work at the portal's address.</summary>
    public required bool Can { get; init; }

    /// <summary>What goes behind the address, so that the way is not lost.</summary>
    public string Onward { get; init; } = string.Empty;

    /// <summary>The handler that takes the passkey; the page's own POST when left out.</summary>
    public string? Handler { get; init; }

    /// <summary>Whether it is not the main button of its page.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Whether its owner gives it a name.</summary>
    public bool HasName { get; init; }

    /// <summary>The address that a handler answers at.</summary>
    public string Address(string? handler) => handler is null ? "?" + Onward.TrimStart('?') : $"?handler={handler}{(Onward.Length > 0 ? "&" + Onward.TrimStart('?') : string.Empty)}";
}
