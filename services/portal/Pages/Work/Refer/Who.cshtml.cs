using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The first question: who.</summary>
public sealed class ReferWhoModel : ReferPage
{
    /// <summary>First name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a first name."), StringLength(100, ErrorMessage = "A first name has 100 characters at most.")]
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a last name."), StringLength(100, ErrorMessage = "A last name has 100 characters at most.")]
    public string? LastName { get; set; }

    /// <summary>Date of birth.</summary>
    [BindProperty]
    public DateParts Born { get; set; } = new();

    /// <summary>Asks.</summary>
    public async Task OnGetAsync()
    {
        Head();
        var typed = await Typed();
        (FirstName, LastName, Born) = (typed.FirstName, typed.LastName, typed.Born);
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Head();
        var typed = await Typed();
        (typed.FirstName, typed.LastName, typed.Born) = (FirstName, LastName, Born);
        await Keep(typed);
        foreach (var (field, sentence) in Wrong()) ModelState.AddModelError(field, sentence);
        return ModelState.IsValid ? Onwards("/work/refer/contact") : Page();
    }

    private IEnumerable<(string Field, string Sentence)> Wrong()
    {
        if (Born.IsEmpty) yield return (nameof(Born), "Enter their date of birth.");
        else if (Born.Read() is not { } born) yield return (nameof(Born), "Check the date of birth: there is no such day.");
        else if (born > Today || born.AgeOn(Today) is < 10 or > 25) yield return (nameof(Born), "This is for people aged 10 to 25. Check the date of birth.");
    }

    private void Head()
    {
        Title = "Who are you referring?";
        Back = "/work/mentees";
    }
}
