using System.Security.Cryptography;
using System.Text;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>The id of an invitation.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    /// <inheritdoc/>
    public static InvitationId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static InvitationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out InvitationId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static InvitationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>
/// Somebody was asked to make an account, by a mail with a code. The code works once, for two weeks, and only its hash is kept.
/// </summary>
public sealed class Invitation : Aggregate
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>How long a code works that lets somebody in again.</summary>
    public static readonly TimeSpan RenewalLife = TimeSpan.FromDays(3);

    /// <summary>Its id.</summary>
    public required InvitationId Id { get; init; }

    /// <summary>The role it gives: a word from <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The mentor it is for, with that role.</summary>
    public MentorId? MentorId { get; init; }

    /// <summary>The young person it is for, with that role.</summary>
    public MenteeId? MenteeId { get; init; }

    /// <summary>The partner a coordinator will act for, or that invited its mentor.</summary>
    public PartnerId? PartnerId { get; init; }

    /// <summary>
    /// Whether it is for an account that is there, whose owner lost their PIN or authenticator: it gives no role, and lets them choose a new PIN, or
    /// set up a new authenticator beside their password.
    /// </summary>
    public bool Renews { get; init; }

    /// <summary>Where the code was sent; becomes the account's address.</summary>
    public required string Email { get; init; }

    /// <summary>The address in capitals, as Identity compares it.</summary>
    public required string NormalizedEmail { get; init; }

    /// <summary>The name of staff; null for mentors and mentees.</summary>
    public string? Name { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Who asked; null when it came from the command line.</summary>
    public AccountId? InvitedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset InvitedAt { get; init; }

    /// <summary>Until when the code works, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The account it made or widened.</summary>
    public AccountId? AcceptedBy { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Uses the code.</summary>
    public Decision Accept(Account account, DateTimeOffset now)
    {
        if (StateAt(now) != InvitationState.Open) return Decision.Refused("This invitation is closed.");
        AcceptedAt = now;
        AcceptedBy = new(account.Id);
        return Decision.Done;
    }

    /// <summary>Takes it back: the code stops working.</summary>
    public Decision Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return Decision.AlreadySo;
        if (AcceptedAt is not null) return Decision.Refused("This invitation was used already. An administrator can shut the account.");
        WithdrawnAt = now;
        return Decision.Done;
    }

    /// <summary>How it stands.</summary>
    public InvitationState StateAt(DateTimeOffset now) => this switch
    {
        { AcceptedAt: not null } => InvitationState.Accepted,
        { WithdrawnAt: not null } => InvitationState.Withdrawn,
        _ => ExpiresAt <= now ? InvitationState.Expired : InvitationState.Open,
    };
}

/// <summary>How an invitation stands.</summary>
public enum InvitationState
{
    /// <summary>Its code works.</summary>
    Open,

    /// <summary>It was used.</summary>
    Accepted,

    /// <summary>It was taken back, or another took its place.</summary>
    Withdrawn,

    /// <summary>Its two weeks are over.</summary>
    Expired,
}

/// <summary>
/// The code in an invitation: 25 letters and digits in groups of five, 125 random bits. The alphabet is Crockford's base 32, which
/// has no I, L, O or U; capitals, spaces and dashes do not matter when it is typed.
/// </summary>
public static class InvitationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code, such as <c>7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P</c>.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));

    /// <summary>What is kept of a code. It is random, so a plain SHA-256 cannot be searched.</summary>
    public static byte[] Hash(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(Normal(code)));

    /// <summary>A code as it is compared: capitals, no spaces and dashes, and what looks alike made the same.</summary>
    public static string Normal(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'I' or 'L' => '1', 'O' => '0', _ => c })]);
}
