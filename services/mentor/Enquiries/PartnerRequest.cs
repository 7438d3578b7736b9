using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>What has become of a business' wish to join.</summary>
public enum PartnerRequestState
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>It is a partner now.</summary>
    Accepted,

    /// <summary>It was told no.</summary>
    Refused,
}

/// <summary>
/// A business asks to offer its people as mentors. Anybody may ask; an administrator decides. What was decided is kept for six
/// months, in case somebody asks again, and then removed by <see cref="ForgetOldEnquiries"/>, for it names a person who has no account.
/// </summary>
public sealed class PartnerRequest : Aggregate
{
    /// <summary>The longest few words that go with it.</summary>
    public const int LongestWords = 2_000;

    private PartnerRequest()
    {
    }

    /// <summary>The request's id.</summary>
    public required PartnerRequestId Id { get; init; }

    /// <summary>The name of the business.</summary>
    public required string BusinessName { get; init; }

    /// <summary>Who asks.</summary>
    public required string ContactName { get; init; }

    /// <summary>Their e-mail address in small letters.</summary>
    public required string Email { get; init; }

    /// <summary>Their phone number; null when they left it out.</summary>
    public required string? Phone { get; init; }

    /// <summary>What else they say; empty for nothing.</summary>
    public required string Words { get; init; }

    /// <summary>When they asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What has become of it.</summary>
    public PartnerRequestState State { get; private set; }

    /// <summary>When it was decided, UTC; null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided; null while it is open.</summary>
    public AccountId? DecidedBy { get; private set; }

    /// <summary>Why it was refused; null otherwise.</summary>
    public string? Why { get; private set; }

    /// <summary>The partner it became; null unless it was accepted.</summary>
    public PartnerId? PartnerId { get; private set; }

    /// <summary>Keeps what somebody asked.</summary>
    public static PartnerRequest Ask(string businessName, string contactName, string email, string? phone, string words, DateTimeOffset now) => new()
    {
        Id = PartnerRequestId.New(),
        BusinessName = businessName,
        ContactName = contactName,
        Email = email,
        Phone = phone,
        Words = words,
        AskedAt = now,
    };

    /// <summary>Takes the business into the programme.</summary>
    /// <param name="keep">Keeps the new partner.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">The time.</param>
    public Decision Accept(Action<Partner> keep, AccountId by, DateTimeOffset now)
    {
        if (State == PartnerRequestState.Accepted) return Decision.AlreadySo;
        if (State == PartnerRequestState.Refused) return Decision.Refused("This business was told no. If that has changed, add it as a partner.");
        var partner = Partner.Join(BusinessName, now);
        keep(partner);
        PartnerId = partner.Id;
        Decide(PartnerRequestState.Accepted, by, now);
        return Decision.Done;
    }

    /// <summary>Tells the business no.</summary>
    public Decision Refuse(string why, AccountId by, DateTimeOffset now)
    {
        if (State == PartnerRequestState.Refused) return Decision.AlreadySo;
        if (State == PartnerRequestState.Accepted) return Decision.Refused("This business is a partner already.");
        Why = why;
        Decide(PartnerRequestState.Refused, by, now);
        return Decision.Done;
    }

    private void Decide(PartnerRequestState state, AccountId by, DateTimeOffset now) => (State, DecidedBy, DecidedAt) = (state, by, now);
}
