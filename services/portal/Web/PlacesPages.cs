using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Pages.Work;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal;

/// <summary>The list of safe places; the same for caseworkers and administrators.</summary>
/// <param name="home">The address of their part of the site.</param>
public abstract class PlacesPage(string home) : MentoringPage
{
    /// <summary>The address of the list.</summary>
    public string Here => $"{home}/places";

    /// <summary>The places.</summary>
    public Part<MeetingPlaces> Places { get; private set; } = new();

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>A place is not used any more, or used again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid place, bool closed)
    {
        var outcome = await Ask.Post(Service.Session, $"/places/{place}/closing", new { closed });
        if (outcome.IsDone && closed) return Done($"{Here}/{place}/booked", "Nobody can book this place any more. Whoever had it booked is told to choose another one.");
        if (outcome.IsDone) return Done(Here, "This place can be booked again.");
        if (outcome.IsMissing) return Missing();
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = home == "/work" ? "Places to meet – for caseworkers" : "Places to meet – for administrators";
        Places = await Ask.Get<MeetingPlaces>(Service.Session, "/places");
    }
}

/// <summary>What is booked at a place, so that somebody sees to it when the place is given up or changes: for a caseworker their own, for an administrator how much.</summary>
/// <param name="home">The address of their part of the site.</param>
public abstract class BookedAtPage(string home) : WorkPage
{
    /// <summary>The place.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is booked there.</summary>
    public Part<BookedThere> Booked { get; private set; } = new();

    /// <summary>Names; empty for an administrator.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>How many of it are others'.</summary>
    public int Others => Booked.Value is { } booked ? booked.Total - booked.Yours.Count : 0;

    /// <summary>Whether they see whose it is.</summary>
    public bool SeesWhose => home == "/work";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Booked at a place" + (SeesWhose ? " – for caseworkers" : " – for administrators");
        Back = $"{home}/places";
        Booked = await Ask.Get<BookedThere>(Service.Session, $"/places/{Id}/booked");
        if (Booked.IsMissing) return Missing();
        var yours = Booked.Value?.Yours ?? [];
        Names = await NamesOf(yours.Select(b => b.MenteeId), yours.Select(b => b.MentorId));
        return Page();
    }

    /// <summary>What is booked at a place.</summary>
    /// <param name="Place">The place.</param>
    /// <param name="Total">How much in all.</param>
    /// <param name="Yours">The caller's own.</param>
    public sealed record BookedThere(MeetingPlace Place, int Total, IReadOnlyList<BookedOne> Yours);

    /// <summary>A session that is booked there.</summary>
    /// <param name="MatchId">The match.</param>
    /// <param name="MenteeId">The young person.</param>
    /// <param name="MentorId">The mentor.</param>
    /// <param name="StartsAt">When.</param>
    public sealed record BookedOne(Guid MatchId, Guid MenteeId, Guid MentorId, DateTimeOffset StartsAt);
}

/// <summary>A safe place in words: a new one, or one of the list.</summary>
/// <param name="home">The address of their part of the site.</param>
public abstract class PlaceFormPage(string home) : MentoringPage
{
    /// <summary>The place; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>What it is called.</summary>
    [BindProperty, Required(ErrorMessage = "Enter what the place is called."), StringLength(80, ErrorMessage = "Name it in at most 80 characters.")]
    public string? Name { get; set; }

    /// <summary>How to find it.</summary>
    [BindProperty, Required(ErrorMessage = "Say how to find it and where to wait."), StringLength(300, ErrorMessage = "Say it in at most 300 characters.")]
    public string? HowToFind { get; set; }

    /// <summary>The first half of its postcode.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the first half of its postcode, such as LE1.")]
    public string? OutwardPostcode { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        Head();
        if (Id is null) return Page();
        var places = await Ask.Get<MeetingPlaces>(Service.Session, "/places");
        if (places.Value?.Of(Id) is not { } place) return places.IsAway ? StatusCode(StatusCodes.Status503ServiceUnavailable) : Missing();
        (Name, HowToFind, OutwardPostcode) = (place.Name, place.HowToFind, place.OutwardPostcode);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Head();
        if (!ModelState.IsValid) return Page();
        var words = new { name = Name, howToFind = HowToFind, outwardPostcode = OutwardPostcode!.Trim().ToUpperInvariant() };
        var outcome = Id is { } id ? await Ask.Put(Service.Session, $"/places/{id}", words) : await Ask.Post(Service.Session, "/places", words);
        return outcome.IsMissing ? Missing() : outcome.IsDone ? Done($"{home}/places", "Saved.") : Refused(outcome);
    }

    private void Head()
    {
        Title = (Id is null ? "Add a place" : "Change a place") + (home == "/work" ? " – for caseworkers" : " – for administrators");
        Back = $"{home}/places";
    }
}
