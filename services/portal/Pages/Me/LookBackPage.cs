using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What somebody did in their time with a mentor. What they kept to themselves is in it only when they say so.</summary>
public abstract class LookBackPage : MyPage
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whether what only they can read is shown too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>What the session service says.</summary>
    public Part<Looked> Seen { get; private set; } = new();

    /// <summary>The thoughts that are shown.</summary>
    public IReadOnlyList<Written> Thoughts => [.. (Seen.Value?.Reflections ?? []).Where(r => All || r.Shared)];

    /// <summary>How many thoughts only they can read.</summary>
    public int Kept => (Seen.Value?.Reflections ?? []).Count(r => !r.Shared);

    /// <summary>How often they met, in a sentence.</summary>
    public string Meetings
    {
        get
        {
            var (met, hours) = (Seen.Value?.Met ?? 0, (Seen.Value?.Minutes ?? 0) / 60);
            return met == 0 ? "You met to get to know each other." : $"You met {(met == 1 ? "once" : met == 2 ? "twice" : $"{met} times")}{(hours > 1 ? $", for {hours} hours in all" : string.Empty)}.";
        }
    }

    /// <summary>Reads it.</summary>
    protected async Task Read() => Seen = await Ask.Get<Looked>(Service.Session, $"/matches/{Id}/look-back");

    /// <summary>What the session service says.</summary>
    /// <param name="BeganOn">The first day.</param>
    /// <param name="EndedOn">The last day; null while it is ending.</param>
    /// <param name="Met">How often they met.</param>
    /// <param name="Minutes">For how long in all.</param>
    /// <param name="Goals">Their goals.</param>
    /// <param name="Reflections">What they wrote.</param>
    /// <param name="StepsDone">How many next steps they ticked.</param>
    public sealed record Looked(DateOnly BeganOn, DateOnly? EndedOn, int Met, int Minutes, IReadOnlyList<MyGoal> Goals, IReadOnlyList<Written> Reflections, int StepsDone);
}
