using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Moving a session to another time.</summary>
public sealed class MoveModel : TimesModel
{
    /// <summary>The session.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The session as it is.</summary>
    public Part<OwnSession> Session { get; private set; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<Choice> Firsts { get; } = [new("move", "No, move it"), new("ask", "Yes, ask first")];

    /// <summary>Shows the free times.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        How ??= Session.Value?.How;
        First = "move";
        Place ??= (Session.Value?.PlaceId ?? Places.Value?.First)?.ToString();
        return Session.IsMissing ? Missing() : Page();
    }

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Session.IsMissing) return Missing();
        CheckTyped();
        if (!ModelState.IsValid) return Page();
        if (First == "ask")
        {
            var asked = await Ask.Post<OwnSession>(Service.Session, $"/sessions/{Id}/proposal", new { startsAt = StartsAt, minutes = Lasting });
            return asked.IsDone ? Done($"/mentor/sessions/{Id}", "Asked. It stays as it is until the young person says yes.") : Refused(asked);
        }

        var outcome = await Ask.Post(Service.Session, $"/sessions/{Id}/move", new { startsAt = StartsAt, minutes = Lasting, how = How, placeId = PlaceId });
        return outcome.IsDone ? Done($"/mentor/sessions/{Id}", "Moved. The young person is told.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Move a session – for mentors";
        Back = $"/mentor/sessions/{Id}";
        Session = await Ask.Get<OwnSession>(Service.Session, $"/sessions/{Id}");
        if (Session.Value is not { } session) return;
        Minutes ??= session.Minutes;
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var times = ReadTimes(session.MatchId, session.Id);
        var ways = (await matches).Of(session.MatchId)?.WaysToMeet ?? ["in-person", "online"];
        await times;
        if ((await matches).IsOver(session.MatchId)) Session = new() { IsMissing = true };
        Hows = WaysOf(ways);
    }
}
