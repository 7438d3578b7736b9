using Mentoring.Shared;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A safety plan while it is being made; kept between the pages of the journey.</summary>
public sealed class Planning
{
    /// <summary>The risks so far.</summary>
    public List<RiskTyped> Risks { get; set; } = [];

    /// <summary>The young person's own words.</summary>
    public string? Words { get; set; }

    /// <summary>When it is looked at again.</summary>
    public DateParts ReviewOn { get; set; } = new();

    /// <summary>Begins with the plan that is there, if any.</summary>
    public static Planning From(PlanSeen? plan) => plan is null ? new() : new()
    {
        Risks = [.. plan.Risks.Select(r => new RiskTyped { WhatCouldHappen = r.WhatCouldHappen, Likelihood = r.Likelihood, Impact = r.Impact, WhatWeDo = r.WhatWeDo, Who = r.Who, Until = r.Until, TheirWords = r.YoungPersonsWords })],
        Words = plan.YoungPersonsWords,
    };
}

/// <summary>A risk as it is typed.</summary>
public sealed class RiskTyped
{
    /// <summary>What could happen.</summary>
    public string? WhatCouldHappen { get; set; }

    /// <summary>How likely, 1 to 5.</summary>
    public int? Likelihood { get; set; }

    /// <summary>How bad, 1 to 5.</summary>
    public int? Impact { get; set; }

    /// <summary>What is done about it.</summary>
    public string? WhatWeDo { get; set; }

    /// <summary>Who does it.</summary>
    public string? Who { get; set; }

    /// <summary>The last day of it; null while the plan holds.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>What the young person says about it.</summary>
    public string? TheirWords { get; set; }
}

/// <summary>A page of the journey.</summary>
public abstract class PlanningPage : MenteePage
{
    /// <summary>What was typed so far.</summary>
    public Planning Typed { get; private set; } = new();

    private Drafts Drafts => HttpContext.RequestServices.GetRequiredService<Drafts>();

    private string Journey => $"plan:{Id}";

    /// <summary>Reads the record and what was typed; begins with the plan that is there.</summary>
    protected async Task<bool> Load(string question, string back)
    {
        var shown = await CanShow(question, back);
        Typed = await Drafts.Read<Planning>(Caller.Account, Journey, Gone) ?? Planning.From(Record.Value?.RiskAssessment);
        return shown && !Mentee.HasLeft;
    }

    /// <summary>Keeps what was typed.</summary>
    protected Task<Decision> Keep() => Drafts.Write(Caller.Account, Journey, Typed, Gone);

    /// <summary>Throws it away.</summary>
    protected Task Forget() => Drafts.Delete(Caller.Account, Journey, Gone);
}
