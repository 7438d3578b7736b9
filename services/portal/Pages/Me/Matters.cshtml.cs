using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What matters to them, tapped.</summary>
public sealed class MattersModel : AboutPage
{
    /// <summary>What can be tapped.</summary>
    public static IReadOnlyList<Choice> Areas { get; } = Choice.Of(Vocabulary.GoalAreas);

    /// <summary>What they tapped.</summary>
    [BindProperty]
    public List<string> GoalAreas { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "What matters to you?";

    /// <inheritdoc/>
    protected override string Next => GoalAreas.Count > 1 ? "/me/about/matters-most" : "/me/about";

    /// <inheritdoc/>
    protected override string Notice => GoalAreas.Count > 0 ? base.Notice : "You have not ticked anything yet. You can do it later.";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => GoalAreas = [.. said.GoalAreas];

    /// <inheritdoc/>
    protected override async Task BeforeSaving()
    {
        // What was put in order before keeps its order; what is new comes after it.
        var known = (await AskForMe()).Value?.Profile?.GoalAreas ?? [];
        GoalAreas = [.. known.Where(GoalAreas.Contains), .. GoalAreas.Except(known)];
    }

    /// <inheritdoc/>
    protected override object Part() => new { goalAreas = GoalAreas };
}
