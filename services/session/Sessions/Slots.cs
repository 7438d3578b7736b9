using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Everything that decides when a match can meet.</summary>
public sealed record Diary
{
    /// <summary>Which side of the match asks: each is told in its own words.</summary>
    public required Voice Asking { get; init; }

    /// <summary>Where the match is in its life.</summary>
    public required MatchState Match { get; init; }

    /// <summary>Whether the match ever began.</summary>
    public required bool IsActivated { get; init; }

    /// <summary>Whether the two are not to meet until a caseworker says so.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether the young person can meet; null when nothing was heard, and then they can, since an active match says so.</summary>
    public required MenteeStanding? Mentee { get; init; }

    /// <summary>The last date in London on which the young person's readiness is in force; null when nothing was heard.</summary>
    public required DateOnly? ReadyUntil { get; init; }

    /// <summary>What the mentor may do; null when nothing was heard yet.</summary>
    public required MentorStanding? Standing { get; init; }

    /// <summary>The last date in London on which the mentor's clearance is in force; null unless cleared.</summary>
    public required DateOnly? ClearedUntil { get; init; }

    /// <summary>When the mentor is free; null when nothing was heard yet.</summary>
    public required Availability? Availability { get; init; }

    /// <summary>What the sessions of either side, with anybody, hold: their times and the buffers around them.</summary>
    public required IReadOnlyList<Stretch> Held { get; init; }

    /// <summary>The moment of asking, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>
/// When a match can meet: the mentor's free time, less what the sessions of either side hold, from two hours ahead to eight
/// weeks ahead, within the mentor's clearance, the young person's readiness and the known bank holidays, starting at a quarter
/// of an hour. A session holds a buffer before and after it, and of two neighbours each brings its own, so that they add up. A
/// buffer need not lie in the mentor's free time: it is time to get there, and not to meet.
/// </summary>
public static class Slots
{
    /// <summary>How far ahead a session must be booked or moved, so that nobody is surprised.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(2);

    /// <summary>How far ahead a session can be booked.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(8 * 7);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The lengths a session can have, in minutes.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [30, 45, 60, 90];

    /// <summary>The longest buffer there is.</summary>
    public static TimeSpan LongestBuffer { get; } = Enum.GetValues<MeetingWay>().Max(BufferOf);

    /// <summary>How long a session keeps free before and after it: to travel where the two meet in one place, to breathe where they do not.</summary>
    public static TimeSpan BufferOf(MeetingWay how) => TimeSpan.FromMinutes(how == MeetingWay.InPerson ? 30 : 5);

    /// <summary>What a session at this time holds of both diaries.</summary>
    public static Stretch HeldBy(Stretch time, MeetingWay how) => time.Widened(BufferOf(how));

    /// <summary>The slots that start on one of <paramref name="days"/> dates in London, the first being <paramref name="from"/>; earliest first.</summary>
    /// <param name="diary">What decides.</param>
    /// <param name="from">The first date.</param>
    /// <param name="days">How many dates.</param>
    /// <param name="minutes">How long the session is to be.</param>
    /// <param name="how">How the two are to meet.</param>
    public static IReadOnlyList<Stretch> Between(Diary diary, DateOnly from, int days, int minutes, MeetingWay how) => [.. Between(diary, from, days, minutes, [how]).Select(slot => slot.Time)];

    /// <summary>The same for several ways to meet at once, each slot with those that are possible then. The mentor's weeks are read once for all.</summary>
    /// <param name="diary">What decides.</param>
    /// <param name="from">The first date.</param>
    /// <param name="days">How many dates.</param>
    /// <param name="minutes">How long the session is to be.</param>
    /// <param name="ways">The ways there are.</param>
    public static IReadOnlyList<(Stretch Time, IReadOnlyList<MeetingWay> Ways)> Between(Diary diary, DateOnly from, int days, int minutes, IReadOnlyList<MeetingWay> ways)
    {
        if (WhyNone(diary) is not null || ways.Count == 0) return [];
        var length = TimeSpan.FromMinutes(minutes);
        var first = Later(London.StartOf(from), diary.Now + Notice);
        var last = Earlier(London.StartOf(from.AddDays(days)), diary.Now + Horizon + TimeSpan.FromTicks(1));
        var open = diary.Availability!.Open(new(first, Earlier(last + length, End(diary))));

        // Where a longer buffer fits the shorter ones do. Both slots and what is taken are in order, so that each is walked along once.
        var buffers = ways.Select(BufferOf).Distinct().Order().ToArray();
        var taken = buffers.Select(buffer => Stretch.Joined(diary.Held.Select(held => held.Widened(buffer)))).ToArray();
        var possible = buffers.Select(longest => (IReadOnlyList<MeetingWay>)[.. ways.Where(way => BufferOf(way) <= longest)]).ToArray();
        var at = new int[buffers.Length];
        List<(Stretch, IReadOnlyList<MeetingWay>)> slots = [];
        foreach (var free in Stretch.Without(open, taken[0]))
        {
            for (var start = NextStart(free.From); start + length <= free.Until && start < last; start += Step)
            {
                var time = new Stretch(start, start + length);
                var fits = 0;
                while (fits + 1 < buffers.Length && !IsTaken(fits + 1, time)) fits++;
                slots.Add((time, possible[fits]));
            }
        }

        return slots;

        bool IsTaken(int buffer, Stretch time)
        {
            while (at[buffer] < taken[buffer].Count && taken[buffer][at[buffer]].Until <= time.From) at[buffer]++;
            return at[buffer] < taken[buffer].Count && taken[buffer][at[buffer]].Overlaps(time);
        }
    }

    /// <summary>Why the match cannot meet at all just now, as a sentence; null when it can.</summary>
    public static string? WhyNone(Diary diary)
    {
        if (diary.Match == MatchState.Ended) return "This match has ended, so no more sessions can be booked in it.";
        if (!diary.IsActivated) return "This match has not begun, so no sessions can be booked in it.";
        if (diary.IsStopped) return WhyStopped(diary.Asking);
        if (WhyNotMentee(diary) is { } sentence) return sentence;
        return diary.Standing switch
        {
            MentorStanding.Paused => "The mentor is taking a break just now. Sessions can be booked again when they are back.",
            MentorStanding.Left => "The mentor has left the programme, so no more sessions can be booked with them.",
            // What a check said is nobody's business here.
            MentorStanding.Cleared when London.DateAt(diary.Now) <= diary.ClearedUntil => diary.Availability is null
                ? "The mentor has not said yet when they are free."
                : WhyUnknown(London.DateAt(diary.Now + Notice)),
            _ => "Sessions cannot be booked with this mentor just now. A caseworker can tell you more.",
        };
    }

    /// <summary>Why nothing can be offered from a date in London on, as a sentence; null when something can.</summary>
    public static string? WhyUnknown(DateOnly from) => from <= BankHolidays.EnglandAndWales.LastDay
        ? null
        : "Sessions cannot be booked that far ahead yet, because the bank holidays are not known. The programme has to add them first.";

    /// <summary>What is to be said of some dates of which the last lie past the known bank holidays, as a sentence; null when none do.</summary>
    public static string? WhyShort(DateOnly last) => last <= BankHolidays.EnglandAndWales.LastDay
        ? null
        : $"After {BankHolidays.EnglandAndWales.LastDay.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)} nothing can be booked yet, because the bank holidays are not known. The programme adds them in good time.";

    /// <summary>Why the match cannot meet at this time and in this way, as a sentence; null when it can. Says yes to exactly the slots of <c>Between</c>.</summary>
    public static string? WhyNot(Diary diary, Stretch time, MeetingWay how)
    {
        if (WhyNone(diary) is { } sentence) return sentence;
        if (!StartsWell(time.From)) return "A session starts on the hour or at a quarter past, half past or a quarter to.";
        if (time.From < diary.Now + Notice) return "That is too soon. Pick a time at least two hours from now.";
        if (time.From > diary.Now + Horizon) return "That is too far ahead. Pick a time in the next eight weeks.";
        if (WhyTaken(diary, time, how) is { } taken) return taken;
        if (WhyUnknown(London.DateAt(time.Until.AddTicks(-1))) is { } unknown) return unknown;
        if (time.Until > End(diary)) return "Sessions cannot be booked that far ahead yet. Pick an earlier time.";
        return diary.Availability!.Open(time).Any(open => open.Covers(time)) ? null : "The mentor is not free then. Pick a time from the list of free times.";
    }

    /// <summary>Why a session at this time and in this way would come too close to another of either side, as a sentence; null when it would not.</summary>
    public static string? WhyTaken(Diary diary, Stretch time, MeetingWay how)
    {
        if (!diary.Held.Any(HeldBy(time, how).Overlaps)) return null;
        return how == MeetingWay.InPerson && !diary.Held.Any(HeldBy(time, MeetingWay.Phone).Overlaps)
            ? "That time is too close to another session to meet in person. Pick another time, or meet by video or phone."
            : "That time is taken. Pick another one.";
    }

    /// <summary>Whether a moment is on a quarter of an hour. Every zone's clock is ahead or behind by whole quarters, so that this holds on every wall.</summary>
    private static bool StartsWell(DateTimeOffset start) => start.UtcTicks % Step.Ticks == 0;

    private static DateTimeOffset NextStart(DateTimeOffset moment) =>
        new((moment.UtcTicks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, TimeSpan.Zero);

    /// <summary>Who stopped it, and why, is told to nobody here.</summary>
    private static string WhyStopped(Voice asking) => asking == Voice.Mentee
        ? "You do not need to meet just now. Your caseworker can tell you more."
        : "Sessions cannot be booked just now. The caseworker knows more.";

    /// <summary>Why a young person is not ready is told to nobody here, and to the mentor not even that it is about them.</summary>
    private static string? WhyNotMentee(Diary diary)
    {
        var standing = London.DateAt(diary.Now) > diary.ReadyUntil && diary.Mentee == MenteeStanding.Ready ? MenteeStanding.Lapsed : diary.Mentee;
        return standing switch
        {
            null or MenteeStanding.Ready => null,
            _ when diary.Asking != Voice.Mentee => "Sessions cannot be booked just now. The caseworker knows more.",
            MenteeStanding.Paused => "You are taking a break just now. You can book again when you are back.",
            _ => "You cannot book just now. Your caseworker can help you with that.",
        };
    }

    /// <summary>The end of the day on which the first of clearance, readiness and the known bank holidays ends.</summary>
    private static DateTimeOffset End(Diary diary) => Earlier(EndOf(BankHolidays.EnglandAndWales.LastDay), Earlier(EndOf(diary.ClearedUntil), EndOf(diary.ReadyUntil)));

    private static DateTimeOffset EndOf(DateOnly? date) => date < DateOnly.MaxValue.AddDays(-2) ? London.StartOf(date.Value.AddDays(1)) : DateTimeOffset.MaxValue;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
