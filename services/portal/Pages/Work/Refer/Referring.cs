namespace Mentoring.Portal.Pages.Work;

/// <summary>A referral as far as it has been typed; kept between the pages of the journey.</summary>
public sealed class Referring
{
    /// <summary>The journey's name.</summary>
    public const string Journey = "refer";

    /// <summary>First name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Date of birth.</summary>
    public DateParts Born { get; set; } = new();

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Phone.</summary>
    public string? Phone { get; set; }

    /// <summary>How and when.</summary>
    public string? HowToReach { get; set; }

    /// <summary>Why now.</summary>
    public string? Note { get; set; }
}

/// <summary>A page of the journey.</summary>
public abstract class ReferPage : WorkPage
{
    /// <summary>Reads and keeps what is typed.</summary>
    protected Drafts Drafts => HttpContext.RequestServices.GetRequiredService<Drafts>();

    /// <summary>What was typed so far.</summary>
    protected async Task<Referring> Typed() => await Drafts.Read<Referring>(Caller.Account, Referring.Journey, Gone) ?? new();

    /// <summary>Keeps it.</summary>
    protected Task Keep(Referring typed) => Drafts.Write(Caller.Account, Referring.Journey, typed, Gone);

    /// <summary>Where the journey goes on: to the next question, or back to the answers when one was changed.</summary>
    protected Microsoft.AspNetCore.Mvc.IActionResult Onwards(string next) => LocalRedirect(Request.Query.ContainsKey("change") ? "/work/refer/check" : next);
}
