using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.Import;

/// <summary>Importing a spreadsheet: what it would do, and once committed, what it did.</summary>
public sealed class PreviewModel : MentoringPage
{
    /// <summary>How many rows are shown at once.</summary>
    public const int RowsAtOnce = 50;

    /// <summary>The import's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which rows are shown: wrong, new, changed or same.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Which page of them, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "sheet")]
    public int Sheet { get; set; } = 1;

    /// <summary>The list as the service read it.</summary>
    public Part<List> Read { get; private set; } = new();

    /// <summary>The rows to show.</summary>
    public IReadOnlyList<Row> Rows => [.. Shown.Skip((Sheet - 1) * RowsAtOnce).Take(RowsAtOnce)];

    /// <summary>How many pages of rows there are.</summary>
    public int Sheets => Math.Max(1, (Shown.Count + RowsAtOnce - 1) / RowsAtOnce);

    /// <summary>The columns that were left alone, as a sentence's end; a name may bring its own full stop.</summary>
    public string LeftAlone => Say.List(Read.Value?.IgnoredColumns ?? []).TrimEnd('.') + ".";

    private List<Row> Shown => Read.Value is { } list ? [.. list.Rows.Where(r => r.Status == Show)] : [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Read.IsMissing ? Missing() : Page();
    }

    /// <summary>Takes the good rows.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post(Service.Mentor, $"/partners/{Caller.Partner}/imports/{Id}/commit");
        if (outcome.IsDone) return Done($"/partner/import/{Id}");
        await Load();
        return outcome.IsMissing ? Missing() : Refused(outcome);
    }

    /// <summary>Sends the wrong rows as a file to mend and send again.</summary>
    public async Task<IActionResult> OnGetWrongRowsAsync()
    {
        var file = await Ask.GetFile(Service.Mentor, $"/partners/{Caller.Partner}/imports/{Id}/wrong-rows.csv");
        return file is null ? Missing() : File(file, "text/csv", "rows-to-mend.csv");
    }

    private async Task Load()
    {
        Title = "What is in your list";
        Back = "/partner/import";
        Read = await Ask.Get<List>(Service.Mentor, $"/partners/{Caller.Partner}/imports/{Id}");
        if (Read.Value is not { } list) return;
        if (list.IsBeingTaken) Title = "Your list is being taken in";
        if (list.IsStuck) Title = "Your list is not taken in whole";
        if (list.CommittedAt is not null) Title = "Your list is taken in";
        if (Show is not ("wrong" or "new" or "changed" or "same")) Show = list.Counts.Wrong > 0 ? "wrong" : list.Counts.New > 0 ? "new" : list.Counts.Changed > 0 ? "changed" : "same";
        Sheet = Math.Clamp(Sheet, 1, Sheets);
    }

    /// <summary>A list that was read.</summary>
    /// <param name="BegunAt">When it was asked to take the good rows, UTC.</param>
    /// <param name="Taken">How many rows have been gone through since.</param>
    /// <param name="IsStuck">Whether that was given up.</param>
    /// <param name="CommittedAt">When the last of them was taken, UTC.</param>
    /// <param name="IgnoredColumns">Columns that were left alone.</param>
    /// <param name="Counts">How many rows are what.</param>
    /// <param name="Rows">The rows.</param>
    public sealed record List(DateTimeOffset? BegunAt, int Taken, bool IsStuck, DateTimeOffset? CommittedAt, IReadOnlyList<string> IgnoredColumns, Counted Counts, IReadOnlyList<Row> Rows)
    {
        /// <summary>How many rows can be taken.</summary>
        public int Good => Counts.New + Counts.Changed;

        /// <summary>Whether rows are being taken just now.</summary>
        public bool IsBeingTaken => BegunAt is not null && CommittedAt is null && !IsStuck;
    }

    /// <summary>How many rows are what.</summary>
    /// <param name="New">People who are new.</param>
    /// <param name="Changed">People who are known and change.</param>
    /// <param name="Same">People who are known and do not change.</param>
    /// <param name="Wrong">Rows to mend.</param>
    public sealed record Counted(int New, int Changed, int Same, int Wrong);

    /// <summary>A row.</summary>
    /// <param name="Line">Its number in a spreadsheet.</param>
    /// <param name="Status">new, changed, same or wrong.</param>
    /// <param name="Reasons">What has to be mended.</param>
    /// <param name="Notes">What was understood differently.</param>
    /// <param name="Name">The name as far as it could be read.</param>
    /// <param name="Email">The e-mail address as far as it could be read.</param>
    public sealed record Row(int Line, string Status, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes, string Name, string Email);
}
