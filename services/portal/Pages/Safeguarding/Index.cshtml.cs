using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>The queue: what waits, the one that is due first at the top. Nobody's words: to read them one opens a concern, and that is kept.</summary>
/// <param name="db">The names of leads.</param>
public sealed class IndexModel(AccountsDb db) : MentoringPage
{
    /// <summary>The parts of the queue and what they are called.</summary>
    public IReadOnlyList<(string Which, string Words)> Parts { get; } =
        [("waiting", "Waiting"), ("overdue", "Overdue"), ("mine", "Mine"), ("in-hand", "In hand"), ("closed", "Closed")];

    /// <summary>Which part is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string Which { get; set; } = "waiting";

    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>How many there are.</summary>
    public Part<Summary> Figures { get; private set; } = new();

    /// <summary>The part of the queue.</summary>
    public Part<Page<Queued>> Concerns { get; private set; } = new();

    /// <summary>Names of leads.</summary>
    public StaffNames Names { get; private set; } = new([]);

    /// <summary>What is said when there is nothing in this part.</summary>
    public IReadOnlyList<string> Nothing => Which switch
    {
        "overdue" => ["Nothing is overdue. What waits is under Waiting, the one that is due first at the top."],
        "mine" => ["You look after no concern just now.", "Open one that waits and choose “Take it on”."],
        "in-hand" => ["Nobody looks after a concern just now.", "Open one that waits and choose “Take it on”."],
        "closed" => ["No concern has been closed yet."],
        _ => ["Nothing waits. That is good.", "When somebody raises a concern it comes here first. This page looks for new ones by itself."],
    };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (Parts.All(p => p.Which != Which)) return Missing();
        Title = Which == "waiting" ? "Concerns" : $"Concerns: {Parts.First(p => p.Which == Which).Words.ToLower(Say.British)}";
        var figures = Ask.Get<Summary>(Service.Safeguarding, "/concerns/summary");
        var concerns = Ask.Get<Page<Queued>>(Service.Safeguarding, $"/concerns?which={Which}&take=25{(After is { } after ? $"&after={after}" : string.Empty)}");
        Figures = await figures;
        Concerns = await concerns;
        Names = await db.NamesOf([.. Figures.Value?.Owners.Select(o => (AccountId?)o.Owner) ?? [], .. Concerns.Value?.Items.Select(c => c.Owner) ?? []], Gone);
        return Page();
    }

    /// <summary>How many there are.</summary>
    /// <param name="Waiting">Wait for a lead.</param>
    /// <param name="Overdue">Have waited too long.</param>
    /// <param name="InHand">Are looked after.</param>
    /// <param name="Owners">By whom.</param>
    /// <param name="ClosedLately">Closed in the last 30 days.</param>
    public sealed record Summary(int Waiting, int Overdue, int InHand, IReadOnlyList<ByOwner> Owners, int ClosedLately);

    /// <summary>How many a lead looks after.</summary>
    /// <param name="Owner">The lead.</param>
    /// <param name="Count">How many.</param>
    public sealed record ByOwner(AccountId Owner, int Count);
}
