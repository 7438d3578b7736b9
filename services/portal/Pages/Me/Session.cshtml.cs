using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>One session: when, how, and what can be done about it.</summary>
public sealed class SessionModel : MyPage
{
    /// <summary>The session.</summary>
    public Part<MySession> Session { get; private set; } = new();

    /// <summary>The safe place; null unless in person, and when it cannot be had just now.</summary>
    public MeetingPlace? Place { get; private set; }

    /// <summary>Whether it begins so soon that the mentor is asked before it moves.</summary>
    public bool IsSoon { get; private set; }

    /// <summary>Whether they can say how it was: for a month, also when the match has ended.</summary>
    public bool CanTell { get; private set; }

    /// <summary>Whether it can be moved or called off.</summary>
    public bool IsToCome { get; private set; }

    /// <summary>The mentor's first name.</summary>
    public string Mentor { get; private set; } = "your mentor";

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : Missing();

    /// <summary>They say whether it took place.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool met)
    {
        var outcome = await Ask.Post(Service.Session, $"/sessions/{id}/attendance", new { outcome = met ? "held" : "missed" });
        if (outcome.IsDone) return Done(met ? $"/me/sessions/{id}/how-was-it" : "/me/sessions", met ? "Thank you. It is good that you met." : "Thank you for telling us. That is OK.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    /// <summary>They say yes or no to another time.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, DateTimeOffset startsAt, bool accept)
    {
        var outcome = await Ask.Post(Service.Session, $"/sessions/{id}/proposal/answer", new { startsAt, accept });
        if (outcome.IsDone) return Done($"/me/sessions/{id}", accept ? $"It is moved. You meet on {Say.When(startsAt)}." : "It stays as it was. That is OK.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    /// <summary>They take back that they asked for another time.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        var outcome = await Ask.Delete(Service.Session, $"/sessions/{id}/proposal");
        if (outcome.IsDone) return Done($"/me/sessions/{id}", "It stays as it was.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load(Guid id)
    {
        Title = "A session";
        Back = "/me/sessions";
        var mentors = AskForMentors();
        Session = await Ask.Get<MySession>(Service.Session, $"/sessions/{id}");
        if (Session.Value?.PlaceId is { } place) Place = (await AskForPlaces()).Value?.Of(place);
        Mentor = NameOf(await mentors, Session.Value?.MentorId);
        var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        CanTell = Session.Value is { State: "held" } held && HowItWasPage.IsLately(held.EndsAt, now);
        IsToCome = Session.Value?.IsToCome(now) == true;
        IsSoon = Session.Value?.IsSoon(now) == true;
        return !Session.IsMissing;
    }
}
