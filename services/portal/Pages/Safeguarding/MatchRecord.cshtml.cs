using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>A match and its sessions, for a lead who said why.</summary>
/// <param name="db">Names of staff.</param>
public sealed class MatchRecordModel(AccountsDb db) : RecordPage
{
    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The match.</summary>
    public Part<Match> Record { get; private set; } = new();

    /// <summary>Its sessions.</summary>
    public Part<Page<Session>> Sessions { get; private set; } = new();

    /// <summary>What the two said after sessions.</summary>
    public Part<Said> Words { get; private set; } = new();

    /// <summary>Names of staff.</summary>
    public StaffNames Names { get; private set; } = new([]);

    /// <inheritdoc/>
    protected override string Kind => RecordKinds.Match;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await HasReason()) return AskWhy();
        return await Load() ? Page() : Missing();
    }

    /// <summary>Pauses all contact between the two.</summary>
    public async Task<IActionResult> OnPostPauseAsync()
    {
        if (!await HasReason()) return AskWhy();
        return await Then(await Ask.Post(Service.Session, $"/matches/{Id}/stopping", reason: Reason), "Contact is paused, and what was booked is called off. Both are told.");
    }

    /// <summary>Lets them have contact again.</summary>
    public async Task<IActionResult> OnPostResumeAsync()
    {
        if (!await HasReason()) return AskWhy();
        return await Then(await Ask.Do<Nothing>(HttpMethod.Delete, Service.Session, $"/matches/{Id}/stopping", reason: Reason), "They can have contact again.");
    }

    private async Task<IActionResult> Then(Outcome<Nothing> outcome, string notice) =>
        outcome.IsDone ? Done($"/safeguarding/records/match/{Id}/read", notice) : await Load() ? Refused(outcome) : Missing();

    private async Task<bool> Load()
    {
        var record = Ask.Get<Match>(Service.Matching, $"/matches/{Id}", Reason);
        var sessions = Ask.Get<Page<Session>>(Service.Session, $"/matches/{Id}/sessions?take=25{(After is { } after ? $"&after={after}" : string.Empty)}", Reason);
        var words = Ask.Get<Said>(Service.Session, $"/matches/{Id}/how-it-goes", Reason);
        Record = await record;
        Sessions = await sessions;
        Words = await words;
        if (Record.IsMissing) return false;
        Title = Record.Value is { } it ? $"Match offered on {Say.ShortDay(London.DateAt(it.OfferedAt))}" : "A match";
        Names = await db.NamesOf([Record.Value?.OfferedBy, Record.Value?.ApprovedBy], Gone);
        return true;
    }

    /// <summary>What leads need of it.</summary>
    /// <param name="MenteeId">The young person.</param>
    /// <param name="MentorId">The mentor.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="OfferedBy">Who offered it.</param>
    /// <param name="OfferedAt">When.</param>
    /// <param name="ApprovedAt">When it was approved.</param>
    /// <param name="ApprovedBy">By whom.</param>
    /// <param name="FirstMeeting">The first meeting.</param>
    /// <param name="OverAt">When it was over.</param>
    /// <param name="OverBecause">Why.</param>
    public sealed record Match(Guid MenteeId, Guid MentorId, string State, AccountId OfferedBy, DateTimeOffset OfferedAt, DateTimeOffset? ApprovedAt, AccountId? ApprovedBy, Meeting? FirstMeeting, DateTimeOffset? OverAt, string? OverBecause);

    /// <summary>The first meeting.</summary>
    /// <param name="HeldOn">When.</param>
    /// <param name="Where">Where.</param>
    public sealed record Meeting(DateOnly HeldOn, string Where);

    /// <summary>A session.</summary>
    /// <param name="StartsAt">When.</param>
    /// <param name="State">Booked, held, missed or cancelled.</param>
    /// <param name="How">How they meet.</param>
    /// <param name="CancelledWhy">Why it was called off.</param>
    public sealed record Session(DateTimeOffset StartsAt, string State, string How, string? CancelledWhy);

    /// <summary>What the two said after sessions.</summary>
    /// <param name="Pulses">The newest first.</param>
    /// <param name="StoppedAt">Since when contact is paused; null when it is not.</param>
    /// <param name="StoppedByLead">Whether a lead paused it.</param>
    public sealed record Said(IReadOnlyList<Pulse> Pulses, DateTimeOffset? StoppedAt = null, bool StoppedByLead = false);

    /// <summary>A word after a session.</summary>
    /// <param name="SessionAt">When they met.</param>
    /// <param name="By">Who said it.</param>
    /// <param name="How">How it was.</param>
    /// <param name="Safe">Whether they feel safe.</param>
    /// <param name="Change">What they would change.</param>
    public sealed record Pulse(DateTimeOffset SessionAt, string By, string How, string Safe, string? Change);
}
