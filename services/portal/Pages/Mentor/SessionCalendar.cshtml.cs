namespace Mentoring.Portal.Pages.Mentor;

/// <summary>One of their sessions as a file for a calendar.</summary>
public sealed class SessionCalendarModel : CalendarFilePage
{
    /// <inheritdoc/>
    protected override async Task<bool> MayRead(Guid id)
    {
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var session = await Ask.Get<OwnSession>(Service.Session, $"/sessions/{id}");
        return session.Value?.Now(await matches) is not { State: "booked", MenteeId: null };
    }
}
