using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The newest plan for everybody who waits: what it says of the caseworker's own young people, and how to ask for another.</summary>
public sealed class WhoWaitsModel : WorkPage
{
    /// <summary>How many names one page can ask for.</summary>
    private const int Most = 100;

    /// <summary>The newest plans.</summary>
    public Part<IReadOnlyList<CohortPlanSeen>> Plans { get; private set; } = new();

    /// <summary>The newest that is done.</summary>
    public Part<PlannedCaseloadSeen> Found { get; private set; } = new();

    /// <summary>Names.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>The one that is being made; null when none is.</summary>
    public CohortPlanSeen? InTheMaking => Plans.Value?.FirstOrDefault(p => p.IsBeingMade);

    /// <summary>The last one that was asked for, when it came to nothing.</summary>
    public CohortPlanSeen? Broken => Plans.Value is [{ State: "failed" or "cancelled" } last, ..] ? last : null;

    /// <summary>Those with a mentor.</summary>
    public IReadOnlyList<PlannedSeen> With => [.. (Found.Value?.People ?? []).Where(p => p.MentorId is not null).Take(Most)];

    /// <summary>Those without.</summary>
    public IReadOnlyList<PlannedSeen> Without => [.. (Found.Value?.People ?? []).Where(p => p.MentorId is null).Take(Most)];

    /// <summary>What has changed since the plan was made.</summary>
    public IReadOnlyList<SincePlanSeen> Since => [.. (Found.Value?.SinceThen ?? []).Take(Most)];

    /// <summary>Whether the worst match is made as good as can be first.</summary>
    [BindProperty]
    public bool RaiseTheWorst { get; set; }

    /// <summary>A limit for each partner.</summary>
    [BindProperty, Range(1, 1000, ErrorMessage = "Give a limit from 1 to 1,000, or leave it empty.")]
    public int? MostForAPartner { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>Asks for another.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            var outcome = await Ask.Post(Service.Matching, "/plans", new { raiseTheWorst = RaiseTheWorst, mostForAPartner = MostForAPartner });
            if (outcome.IsDone) return Done("/work/who-waits", "A new plan is being made. It is here in a moment.");
            await Load();
            return Refused(outcome);
        }

        await Load();
        return Page();
    }

    /// <summary>Stops the one that is being made.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid plan)
    {
        var outcome = await Ask.Post(Service.Matching, $"/plans/{plan}/cancellation");
        if (outcome.IsDone) return Done("/work/who-waits", "The plan is stopped.");
        ModelState.Clear();
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "A plan for everybody who waits";
        var plans = Ask.Get<IReadOnlyList<CohortPlanSeen>>(Service.Matching, "/plans");
        var found = Ask.Get<PlannedCaseloadSeen>(Service.Matching, "/plans/latest");
        (Plans, Found) = (await plans, await found);
        if (Found.Value is not { } mine) return;
        Names = await NamesOf(
            [.. With.Concat(Without).Select(p => p.MenteeId).Concat(mine.PinsNotKept.Select(p => p.MenteeId)).Concat(Since.Select(s => s.MenteeId))],
            [.. With.Select(p => p.MentorId).Concat(Since.Select(s => s.MentorId)).OfType<Guid>().Concat(mine.PinsNotKept.Select(p => p.MentorId))]);
    }
}
