using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What they wrote down, and what their mentor shares with them.</summary>
public sealed class ReflectionsModel : MyPage
{
    /// <summary>Their own.</summary>
    public Part<Page<Written>> Mine { get; private set; } = new();

    /// <summary>What the mentor shares.</summary>
    public Part<Page<Written>> Shared { get; private set; } = new();

    /// <summary>What home knows.</summary>
    public Part<MyHome> Home { get; private set; } = new();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? after)
    {
        Title = "My thoughts";
        var mine = Ask.Get<Page<Written>>(Service.Session, $"/reflections/me?take=20{(after is { } a ? $"&after={a}" : string.Empty)}");
        Home = await AskForHome();
        if (Home.Value?.MatchId is { } match) Shared = await Ask.Get<Page<Written>>(Service.Session, $"/matches/{match}/reflections?take=20");
        Mine = await mine;
        return Page();
    }
}

/// <summary>Something that was written down.</summary>
public sealed record Written
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The session it is about.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>When that session was.</summary>
    public DateTimeOffset? SessionAt { get; init; }

    /// <summary>What happened.</summary>
    public string? What { get; init; }

    /// <summary>What it means.</summary>
    public string? SoWhat { get; init; }

    /// <summary>What to make of it.</summary>
    public string? NowWhat { get; init; }

    /// <summary>What follows.</summary>
    public WrittenStep? NextStep { get; init; }

    /// <summary>Whether it is finished.</summary>
    public bool Finished { get; init; }

    /// <summary>Whether it is shared.</summary>
    public bool Shared { get; init; }

    /// <summary>When it was begun; the service tells it to the author alone.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was finished, where somebody else shares it.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What was read, where it is their own: what somebody else wrote and shares has another page.</summary>
    public static Part<Written> Own(Part<Written> read) => read is { Value.StartedAt: null, IsThere: true } ? new() { IsMissing = true } : read;

    /// <summary>What it is called: what it is about, and when.</summary>
    public string Name => SessionAt is { } at ? $"About {Say.Day(London.DateAt(at))}" : $"Written on {Say.When((StartedAt ?? FinishedAt)!.Value)}";
}

/// <summary>A next step.</summary>
/// <param name="Text">What it is.</param>
/// <param name="On">Its day.</param>
/// <param name="DoneAt">When it was done.</param>
public sealed record WrittenStep(string Text, DateOnly? On, DateTimeOffset? DoneAt);
