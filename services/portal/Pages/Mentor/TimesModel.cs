using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Choosing a free time of a match, a week at a time; for booking and for moving.</summary>
public abstract class TimesModel : MentoringPage
{
    /// <summary>The first day shown.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>How long, in minutes.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Minutes { get; set; }

    /// <summary>The start that was chosen, UTC.</summary>
    [BindProperty]
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>in-person, video or phone.</summary>
    [BindProperty]
    public string? How { get; set; }

    /// <summary>The place, if in person.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Whether a session is moved at once or asked for: <c>move</c> or <c>ask</c>.</summary>
    [BindProperty]
    public string? First { get; set; }

    /// <summary>What can be chosen of that; nothing where it is not asked.</summary>
    public virtual IReadOnlyList<Choice> Firsts => [];

    /// <summary>Where people can meet.</summary>
    public Part<MeetingPlaces> Places { get; private set; } = new();

    /// <summary>The place as it is sent.</summary>
    protected Guid? PlaceId => How == "in-person" && Guid.TryParse(Place, out var place) ? place : null;

    /// <summary>The free times of the week.</summary>
    public Part<Free> Times { get; private set; } = new();

    /// <summary>In what ways the two can meet.</summary>
    public IReadOnlyList<Choice> Hows { get; protected set; } = [];

    /// <summary>How long it is to be.</summary>
    public int Lasting => Minutes is 30 or 45 or 60 or 90 ? Minutes.Value : 60;

    /// <summary>The first day of the week shown; eight weeks ahead at most.</summary>
    public DateOnly Week => From is { } from && from > Today ? from < Today.AddDays(56) ? from : Today.AddDays(49) : Today;

    /// <summary>The address of the page with another week or length.</summary>
    public string At(DateOnly from, int minutes) => $"{Request.Path}?from={from:yyyy-MM-dd}&minutes={minutes}";

    /// <summary>Free times by day.</summary>
    public IEnumerable<IGrouping<DateOnly, Slot>> Days => (Times.Value?.Slots ?? []).GroupBy(s => London.DateAt(s.StartsAt));

    /// <summary>Whether another session is so close that the two cannot meet in person then, although they could otherwise.</summary>
    public bool IsNear(Slot slot) => Hows.Any(h => h.Value == "in-person") && slot.Ways?.Contains("in-person") == false;

    /// <summary>Whether that holds for any.</summary>
    public bool HasNear => (Times.Value?.Slots ?? []).Any(IsNear);

    /// <summary>Shows nothing: the match is over, whatever was heard of it elsewhere.</summary>
    protected void Close() => Times = new() { IsMissing = true };

    /// <summary>Asks for the week's free times.</summary>
    /// <param name="match">The match.</param>
    /// <param name="moving">A session that is to move, and does not stand in its own way.</param>
    protected async Task ReadTimes(Guid match, Guid? moving = null)
    {
        var places = Ask.Get<MeetingPlaces>(Service.Session, "/places");
        Times = await Ask.Get<Free>(Service.Session, $"/matches/{match}/slots?from={Week:yyyy-MM-dd}&days=7&minutes={Lasting}{(moving is { } session ? $"&except={session}" : string.Empty)}");
        Places = await places;
    }

    /// <summary>In what ways the two can meet: both are for it, and the programme has it.</summary>
    protected IReadOnlyList<Choice> WaysOf(IReadOnlyList<string> waysToMeet) => Choice.Of(MentorWords.Hows(waysToMeet).Where(way => Places.Value?.Has(way) != false));

    /// <summary>Says what is missing in the form.</summary>
    protected void CheckTyped()
    {
        if (StartsAt is null) ModelState.AddModelError(nameof(StartsAt), "Choose a time.");
        if (Hows.All(h => h.Value != How)) ModelState.AddModelError(nameof(How), "Choose how you meet.");
        else if (How == "in-person" && PlaceId is null) ModelState.AddModelError(nameof(Place), "Choose where you meet.");
    }

    /// <summary>Free times.</summary>
    /// <param name="Slots">The times.</param>
    /// <param name="Why">Why there is none at all.</param>
    /// <param name="Note">Something to know about the last of these days.</param>
    public sealed record Free(IReadOnlyList<Slot> Slots, string? Why, string? Note = null);

    /// <summary>A free time.</summary>
    /// <param name="StartsAt">Start, UTC.</param>
    /// <param name="EndsAt">End, UTC.</param>
    /// <param name="Ways">How the two can meet then.</param>
    public sealed record Slot(DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<string>? Ways = null);
}
