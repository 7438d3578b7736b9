using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>The times they meet: those to come and those that were.</summary>
public sealed class SessionsModel : MyPage
{
    /// <summary>Times to come.</summary>
    public Part<Page<MySession>> Coming { get; private set; } = new();

    /// <summary>Times that were.</summary>
    public Part<Page<MySession>> Past { get; private set; } = new();

    /// <summary>Whether there is a match in which to plan one.</summary>
    public bool HasMatch { get; private set; }

    /// <summary>Whether the two are not to meet just now.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? after)
    {
        Title = "My sessions";
        Now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var coming = Ask.Get<Page<MySession>>(Service.Session, "/sessions/me?take=100");
        var past = Ask.Get<Page<MySession>>(Service.Session, $"/sessions/me?past=true&take=20{(after is { } a ? $"&after={a}" : string.Empty)}");
        var home = AskForHome();
        await Task.WhenAll(coming, past, home);
        (Coming, Past) = (await coming, await past);
        (HasMatch, Stopped) = ((await home).Value?.MatchId is not null, (await home).Value?.Stopped == true);
        return Page();
    }

    /// <summary>How a past one went, in words.</summary>
    public static string Went(MySession session) => session.State switch
    {
        "held" => "You met",
        "missed" => "You did not meet",
        "cancelled" => session.CancelledBy switch { "mentee" => "You called it off", "mentor" => "Your mentor called it off", _ => "It was called off" },
        _ => "Did you meet?",
    };
}
