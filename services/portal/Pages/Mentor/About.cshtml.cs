using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>What a mentor says of themselves.</summary>
public sealed class AboutModel : MentoringPage
{
    /// <summary>A few words to the young person.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Write a few words about you.")]
    [StringLength(2_000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? About { get; set; }

    /// <summary>Interests.</summary>
    [BindProperty]
    public List<string> Interests { get; set; } = [];

    /// <summary>What they would rather not do.</summary>
    [BindProperty]
    public List<string> Dislikes { get; set; } = [];

    /// <summary>How they like to talk.</summary>
    [BindProperty]
    public List<string> TalkStyles { get; set; } = [];

    /// <summary>Languages.</summary>
    [BindProperty]
    [MinLength(1, ErrorMessage = "Choose at least one language.")]
    public List<string> Languages { get; set; } = [];

    /// <summary>What they volunteer about themselves.</summary>
    [BindProperty]
    public List<string> Traits { get; set; } = [];

    /// <summary>Their faith, where they like to say it.</summary>
    [BindProperty]
    public List<string> Faiths { get; set; } = [];

    /// <summary>Their heritage, where they like to say it.</summary>
    [BindProperty]
    public List<string> Heritages { get; set; } = [];

    /// <summary>Phone number.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Record.Value is { } me)
        {
            (About, Interests, Dislikes, TalkStyles, Languages, Phone) = (me.Profile.About, [.. me.Profile.Interests], [.. me.Profile.Dislikes], [.. me.Profile.TalkStyles], [.. me.Profile.Languages], me.Phone);
            List<string> Said(IReadOnlyList<string> words) => [.. me.Profile.Traits.Intersect(words)];
            (Traits, Faiths, Heritages) = (Said(Vocabulary.Traits), Said(Vocabulary.Faiths), Said(Vocabulary.Heritages));
        }

        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Interests.Intersect(Dislikes).FirstOrDefault() is { } both) ModelState.AddModelError(nameof(Dislikes), $"You chose “{Say.Word(both)}” in both lists. Do you like it or not?");
        if (!ModelState.IsValid) return Page();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        var profile = me.Profile with
        {
            About = About!.Trim(),
            Interests = Interests,
            Dislikes = Dislikes,
            TalkStyles = TalkStyles,
            Languages = Languages,
            Traits = [.. Traits, .. Faiths, .. Heritages],
        };
        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{me.MentorId}/profile", profile.Body(string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim()));
        return outcome.IsDone ? Done(me.Stage == "invited" ? "/mentor/application" : "/mentor", "Saved. This is what young people read about you.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "About me – for mentors";
        Record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        Back = Record.Value?.Stage == "invited" ? "/mentor/application" : "/mentor";
    }
}

/// <summary>Outcomes that pages make themselves.</summary>
internal static class Outcomes
{
    /// <summary>What has to be read first cannot be read just now.</summary>
    public static Outcome<Nothing> Away { get; } = new()
    {
        IsDone = false,
        IsAway = true,
        Sentence = "We could not reach a part of the system just now. Nothing is lost: what you typed is still here. Wait a moment and try again.",
    };
}
