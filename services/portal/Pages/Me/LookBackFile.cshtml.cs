using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Their look back as one file that is kept and opened anywhere: everything is in it, and it fetches nothing.</summary>
public sealed class LookBackFileModel : LookBackPage
{
    /// <summary>How it looks, on a screen and on paper.</summary>
    public const string Style = """
        :root { color-scheme: light; }
        body { margin: 0; background: #fff; color: #1d2a2f; font: 18px/1.5 system-ui, sans-serif; }
        main { max-width: 42em; margin: 0 auto; padding: 1.5em 1em 3em; }
        h1 { font-size: 2em; line-height: 1.15; }
        h2 { margin: 1.6em 0 .4em; padding-top: .6em; border-top: 2px solid #0b5d66; }
        h3 { margin: 1.2em 0 .3em; }
        p { margin: 0 0 .7em; }
        ul { margin: 0; padding-left: 1.2em; }
        .lead { font-size: 1.2em; }
        .words { white-space: pre-wrap; overflow-wrap: anywhere; }
        section { margin: 0 0 1.2em; padding: .2em 1em .6em; border: 1px solid #c4ced0; border-radius: 6px; }
        .chart { display: block; width: 100%; max-width: 35em; height: auto; }
        .chart__axis { stroke: #c4ced0; stroke-width: 1; }
        .chart__line { fill: none; stroke: #0b5d66; stroke-width: 3; }
        .chart__dot { fill: #0b5d66; }
        @page { margin: 18mm 16mm; }
        @media print { body { font-size: 11pt; } main { max-width: none; padding: 0; } section { break-inside: avoid; } h2, h3 { break-after: avoid; } details { display: none; } }
        """;

    /// <summary>Gives the file.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Read();
        if (Seen.IsAway) return StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (Seen.Value is not { } seen) return Seen.Sentence is null ? Missing() : LocalRedirect($"/me/look-back/{Id}");
        Response.Headers.ContentDisposition = $"attachment; filename=\"look-back-{seen.BeganOn:yyyy-MM-dd}.html\"";
        return Page();
    }
}
