using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>A young person's record, for a lead who said why.</summary>
/// <param name="db">Names of caseworkers.</param>
public sealed class MenteeRecordModel(AccountsDb db) : RecordPage
{
    /// <summary>The record.</summary>
    public Part<Mentee> Record { get; private set; } = new();

    /// <summary>Their matches.</summary>
    public Part<Page<Match>> Matches { get; private set; } = new();

    /// <summary>Names of caseworkers.</summary>
    public StaffNames Names { get; private set; } = new([]);

    /// <inheritdoc/>
    protected override string Kind => RecordKinds.Mentee;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await HasReason()) return AskWhy();
        var record = Ask.Get<Mentee>(Service.Mentee, $"/mentees/{Id}", Reason);
        var matches = Ask.Get<Page<Match>>(Service.Matching, $"/mentees/{Id}/matches?take=20", Reason);
        Record = await record;
        Matches = await matches;
        if (Record.IsMissing) return Missing();
        Title = Record.Value is { } it ? $"Record of {it.FirstName} {it.LastName}" : "A young person’s record";
        Names = await db.NamesOf([Record.Value?.CaseworkerId], Gone);
        return Page();
    }

    /// <summary>What leads need of it.</summary>
    /// <param name="FirstName">First name.</param>
    /// <param name="LastName">Last name.</param>
    /// <param name="DateOfBirth">Born.</param>
    /// <param name="Email">E-mail.</param>
    /// <param name="Phone">Phone.</param>
    /// <param name="HowToReach">How to reach them.</param>
    /// <param name="Standing">Where they stand.</param>
    /// <param name="CaseworkerId">The caseworker's account.</param>
    /// <param name="Profile">What they said.</param>
    /// <param name="RiskAssessment">The safety plan.</param>
    public sealed record Mentee(string FirstName, string LastName, DateOnly DateOfBirth, string? Email, string? Phone, string? HowToReach, Standing Standing, AccountId? CaseworkerId, Profile? Profile, Plan? RiskAssessment);

    /// <summary>Where they stand.</summary>
    /// <param name="Stage">The stage.</param>
    public sealed record Standing(string Stage);

    /// <summary>What they said.</summary>
    /// <param name="GoalAreas">What they want help with.</param>
    /// <param name="AboutMe">About them.</param>
    /// <param name="WhatToAvoid">What to avoid.</param>
    public sealed record Profile(IReadOnlyList<string> GoalAreas, string? AboutMe, string? WhatToAvoid);

    /// <summary>The safety plan.</summary>
    /// <param name="Risks">What could happen.</param>
    /// <param name="YoungPersonsWords">In their words.</param>
    /// <param name="ReviewOn">To be looked at again.</param>
    public sealed record Plan(IReadOnlyList<Risk> Risks, string? YoungPersonsWords, DateOnly ReviewOn);

    /// <summary>Something that could happen.</summary>
    /// <param name="WhatCouldHappen">What.</param>
    /// <param name="Likelihood">1 to 5.</param>
    /// <param name="Impact">1 to 5.</param>
    /// <param name="WhatWeDo">What is done about it.</param>
    /// <param name="Who">By whom.</param>
    public sealed record Risk(string WhatCouldHappen, int Likelihood, int Impact, string WhatWeDo, string Who);

    /// <summary>A match.</summary>
    /// <param name="MatchId">Its id.</param>
    /// <param name="MentorId">The mentor.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="OfferedAt">When it was offered.</param>
    public sealed record Match(Guid MatchId, Guid MentorId, string State, DateTimeOffset OfferedAt);
}
