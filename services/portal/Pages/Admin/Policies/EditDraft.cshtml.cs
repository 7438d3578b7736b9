using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Changes the numbers of a draft, question by question. Which numbers there are and what they mean, the matching service says.</summary>
public sealed class EditDraftModel : DraftPage
{
    /// <summary>What changes, and why.</summary>
    [BindProperty, Required(ErrorMessage = "Say what changes, and why."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Use 3 to 1,000 characters.")]
    public string? Note { get; set; }

    /// <summary>The numbers as they are typed, in the order of the draft's lines.</summary>
    [BindProperty]
    public List<Number> Numbers { get; set; } = [];

    /// <summary>Where a line's number stands in the list.</summary>
    public int PlaceOf(LineSeen line) => Draft.Comparison.Lines.TakeWhile(l => l.Member != line.Member).Count();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Begin() is { } other) return other;
        ModelState.Clear();
        Note = Draft.Note;
        Numbers = [.. Draft.Comparison.Lines.Select(l => new Number { Member = l.Member, Value = l.To.ToString(CultureInfo.InvariantCulture) })];
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Begin() is { } other) return other;
        var lines = Draft.Comparison.Lines.ToArray();
        if (!Numbers.Select(n => n.Member).SequenceEqual(lines.Select(l => l.Member), StringComparer.Ordinal)) return Done($"{Home}/edit", "The draft was changed meanwhile. Look at it again.");
        for (var i = 0; i < Numbers.Count; i++)
            if (Read(Numbers[i]) is null) ModelState.AddModelError(FieldOf(i), $"“{lines[i].Says}” must be a whole number.");
        if (!ModelState.IsValid) return Page();

        var outcome = await Ask.Put(Service.Matching, Path, Body());
        if (outcome.IsDone) return Done(Home, "The draft is saved.");
        // What is wrong with the whole, such as a sum, stands beside no single number.
        return Refused(outcome, [.. lines.Select((l, i) => (l.Member, FieldOf(i)))]);
    }

    private static string FieldOf(int number) => $"{nameof(Numbers)}[{number}].{nameof(Number.Value)}";

    private static int? Read(Number number) => int.TryParse(number.Value?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    // The lines' members are paths, such as weights.hope and weights.goals[0].
    private JsonObject Body()
    {
        var (weights, rules, goals) = (new JsonObject(), new JsonObject(), new JsonArray());
        foreach (var number in Numbers)
        {
            var (whole, name) = (number.Member[..number.Member.IndexOf('.', StringComparison.Ordinal)], number.Member[(number.Member.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            if (name.StartsWith("goals[", StringComparison.Ordinal)) goals.Add(Read(number));
            else (whole == "rules" ? rules : weights)[name] = Read(number);
        }

        weights["goals"] = goals;
        return new() { ["note"] = Note, ["weights"] = weights, ["rules"] = rules };
    }

    private async Task<IActionResult?> Begin()
    {
        Title = "Change the numbers";
        if (await Load() is { } other) return other;
        if (Draft.State != "draft") return Done(Home, "This draft does not change any more.");
        Title = $"Change the numbers: {Draft.Name}";
        return null;
    }

    /// <summary>A number as it is typed.</summary>
    public sealed class Number
    {
        /// <summary>Where it stands in a policy.</summary>
        [StringLength(100)]
        public string Member { get; set; } = string.Empty;

        /// <summary>What is typed.</summary>
        [StringLength(20, ErrorMessage = "Enter a whole number.")]
        public string? Value { get; set; }
    }
}
