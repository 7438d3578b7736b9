using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>One session: when, how, and what can be done about it.</summary>
public sealed class SessionModel : MyPage
{
    /// <summary>The session.</summary>
    public Part<MySession> Session { get; private set; } = new();

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
        if (outcome.IsDone) return Done(met ? $"/me/sessions/{id}/how-was-it" : "/me/sessions", met ? "Thank you. It is good that you met." : "Thank you for telling us. That is OK. You can plan another time.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load(Guid id)
    {
        Title = "A session";
        Back = "/me/sessions";
        var mentors = AskForMentors();
        Session = await Ask.Get<MySession>(Service.Session, $"/sessions/{id}");
        Mentor = NameOf(await mentors, Session.Value?.MentorId);
        IsToCome = Session.Value?.IsToCome(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) == true;
        return !Session.IsMissing;
    }
}
