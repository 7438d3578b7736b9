using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>One part of "about me": shows what was said, saves what is said now, and leads back to the list of parts.</summary>
public abstract class AboutPage : MyPage
{
    /// <summary>Whether what was said before cannot be shown, so that nothing must be written over it.</summary>
    public bool IsAway { get; private set; }

    /// <summary>The heading.</summary>
    protected abstract string Heading { get; }

    /// <summary>Where it goes on.</summary>
    protected virtual string Next => "/me/about";

    /// <summary>What the next page says at its top.</summary>
    protected virtual string Notice => "Saved.";

    /// <summary>Puts what was said before into the fields.</summary>
    protected abstract void Fill(MyProfile said);

    /// <summary>What is saved; null when a field has an error.</summary>
    protected abstract object? Part();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Name();
        var me = await AskForMe();
        IsAway = !me.IsThere;
        Fill(me.Value?.Profile ?? new());
        return Page();
    }

    /// <summary>Saves the part.</summary>
    public virtual async Task<IActionResult> OnPostAsync()
    {
        Name();
        await BeforeSaving();
        if (Part() is not { } part || !ModelState.IsValid) return Page();
        var outcome = await SavePart(part);
        return outcome.IsDone ? Done(Next, Notice) : Refused(outcome);
    }

    /// <summary>Looks up what saving needs.</summary>
    protected virtual Task BeforeSaving() => Task.CompletedTask;

    private void Name()
    {
        Title = Heading;
        Back = "/me/about";
    }
}
