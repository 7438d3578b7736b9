using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The times at which a match can meet.</summary>
public static class ListSlots
{
    /// <summary>A time at which a session can be booked.</summary>
    public sealed record Slot
    {
        /// <summary>When it would start, UTC.</summary>
        /// <example>2026-11-25T18:00:00Z</example>
        public required DateTimeOffset StartsAt { get; init; }

        /// <summary>When it would end, UTC.</summary>
        /// <example>2026-11-25T19:00:00Z</example>
        public required DateTimeOffset EndsAt { get; init; }

        /// <summary>In which ways the two can meet then: close to another session of either there may be no time to travel, and the programme may have no place or no video rooms.</summary>
        public required IReadOnlyList<MeetingWay> Ways { get; init; }
    }

    /// <summary>The free times of a match.</summary>
    public sealed record Answer
    {
        /// <summary>The times, earliest first; they overlap, a start every quarter of an hour.</summary>
        public required IReadOnlyList<Slot> Slots { get; init; }

        /// <summary>Why the match cannot meet at all just now; null when it can, even if every time in these days is taken.</summary>
        /// <example>The mentor is taking a break just now. Sessions can be booked again when they are back.</example>
        public required string? Why { get; init; }

        /// <summary>Something to know about the last of these days; null when there is nothing. Not said where <see cref="Why"/> is.</summary>
        /// <example>null</example>
        public required string? Note { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/{matchId}/slots", Handle)
        .WithName(nameof(ListSlots))
        .WithSummary("The times at which a match can meet.")
        .WithDescription("From the mentor's weekly availability and its dated changes, less what is booked on either side and the buffers around it, from two hours to eight weeks ahead. Dates are those of Europe/London; times are UTC.")
        .Refuses(400, 404)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        MatchId matchId,
        Caller caller,
        SessionDb db,
        TimeProvider clock,
        VideoRooms video,
        CancellationToken cancel,
        [Description("The first date, in London; today when left out. At most one day back and eight weeks ahead.")] DateOnly? from = null,
        [Description("How many dates, 1 to 28."), Range(1, 28, ErrorMessage = "Ask for 1 to 28 days.")] int days = 14,
        [Description("How long the session is to be: 30, 45, 60 or 90."), AllowedValues(30, 45, 60, 90, ErrorMessage = "A session lasts 30, 45, 60 or 90 minutes.")] int minutes = 60,
        [Description("A session of this match that is to move: its own time and buffers do not stand in its way.")] SessionId? except = null)
    {
        var now = clock.GetUtcNow();
        var today = London.DateAt(now);
        var first = from ?? today;
        if (first < today.AddDays(-1) || first > London.DateAt(now + Slots.Horizon))
            return Problems.Invalid("Ask for dates from today to eight weeks ahead.");

        var match = await db.Matches.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matchId, cancel);
        if (match?.VoiceOf(caller) is not { } voice) return Problems.NotFound();

        if (except is { } moving && !await db.Sessions.AnyAsync(s => s.Id == moving && s.MatchId == matchId, cancel)) return Problems.NotFound();

        var within = new Stretch(London.StartOf(first), London.StartOf(first.AddDays(days + 1)));
        var diary = await db.Diary(match, voice, within, except, now, cancel);
        var hasPlaces = await db.Places.AnyAsync(p => p.ClosedAt == null, cancel);
        var ways = Enum.GetValues<MeetingWay>().Where(way => way switch { MeetingWay.InPerson => hasPlaces, MeetingWay.Video => video.Exist, _ => true });
        var why = Slots.WhyNone(diary) ?? Slots.WhyUnknown(first);
        return TypedResults.Ok(new Answer
        {
            Slots = [.. Slots.Between(diary, first, days, minutes, [.. ways]).Select(slot => new Slot { StartsAt = slot.Time.From, EndsAt = slot.Time.Until, Ways = slot.Ways })],
            Why = why,
            Note = why is null ? Slots.WhyShort(Earlier(first.AddDays(days - 1), London.DateAt(now + Slots.Horizon))) : null,
        });
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
