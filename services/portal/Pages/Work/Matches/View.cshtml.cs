using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>One match: where it stands, what comes next, why, and the sessions.</summary>
public sealed class MatchModel : MatchPage
{
    /// <summary>The sessions, from the session service.</summary>
    public Part<Page<SessionSeen>> Sessions { get; private set; } = new();

    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var sessions = Ask.Get<Page<SessionSeen>>(Service.Session, $"/matches/{Id}/sessions?take=20");
        var shown = await CanShow("{0}", "/work/matches");
        Sessions = await sessions;
        if (!shown) return NotShown();
        Staff = await StaffNames([Match.OfferedBy, Match.ApprovedBy, Match.Closing?.RecordedBy]);
        return Page();
    }

    /// <summary>A colleague's name.</summary>
    public string Colleague(Guid? account) => account is { } id ? Staff.GetValueOrDefault(id, "a caseworker") : "a caseworker";

    /// <summary>A session.</summary>
    public sealed record SessionSeen(DateTimeOffset StartsAt, string How, string State, string? CancelledBy)
    {
        /// <summary>How it stands.</summary>
        public Stage Stage => State switch
        {
            "booked" => new("Booked", "blue"),
            "held" => new("Held", "green"),
            "missed" => new("Missed", "orange"),
            _ => new("Called off", "grey"),
        };
    }
}
