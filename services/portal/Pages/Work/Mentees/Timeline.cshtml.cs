using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What happened with a young person: who, when and why.</summary>
public sealed class MenteeTimelineModel : MenteePage
{
    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    /// <summary>From the mentee service.</summary>
    public Part<TimelineSeen> Timeline { get; private set; } = new();

    /// <summary>From the matching service, for the newest part.</summary>
    public Part<Page<MatchSeen>> Matches { get; private set; } = new();

    /// <summary>What happened, the newest first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var timeline = Ask.Get<TimelineSeen>(Service.Mentee, $"/mentees/{Id}/timeline?take=50{(Before is null ? string.Empty : "&before=" + Before)}");
        var matches = Ask.Get<Page<MatchSeen>>(Service.Matching, $"/mentees/{Id}/matches?take=100");
        if (!await CanShow("Timeline of {0}", "/work/mentees")) return NotShown();
        (Timeline, Matches) = (await timeline, await matches);
        var moments = Timeline.Value?.Moments ?? [];
        var some = Matches.Value?.Items ?? [];
        var (staff, names) = (await StaffNames(moments.Select(m => m.CaseworkerId).Concat(some.SelectMany(Staff))), await NamesOf([], some.Select(m => m.MentorId)));

        // Steps of matches stand between the moments that are shown, so that each is seen on one page and none twice.
        var newest = Before is null ? DateTimeOffset.MaxValue : moments.Select(m => m.At).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        var oldest = Timeline.Value?.Before is null ? DateTimeOffset.MinValue : moments[^1].At;
        Lines =
        [
            .. moments.Select(m => new Line(Words(m), m.At, m.By switch { "mentee" => FirstName, "caseworker" => Name(m.CaseworkerId), _ => null }, m.Why))
                .Concat(some.SelectMany(m => Steps(m, names.Mentor(m.MentorId), Name)).Where(l => l.At <= newest && l.At > oldest))
                .OrderByDescending(l => l.At),
        ];
        return Page();

        string Name(Guid? account) => account is { } id ? staff.GetValueOrDefault(id, "a caseworker") : "a caseworker";
    }

    private static IEnumerable<Guid?> Staff(MatchSeen match) => [match.OfferedBy, match.ApprovedBy, match.Closing?.RecordedBy];

    private static string Words(MomentSeen moment) => moment.What switch
    {
        "referred" => "Referred",
        "asked" => "Asked for a mentor",
        "taken-on" => "Taken on",
        "handed-over" => "Handed over to a colleague",
        "details-corrected" => "Details put right",
        "profile-changed" => "What they want was changed",
        "consent-given" => "Said yes to taking part",
        "consent-withdrawn" => "Took their yes back",
        "risk-assessment-written" => "Safety plan written",
        "risk-assessment-signed" => "Safety plan signed",
        "became-ready" => "Ready for a mentor",
        "readiness-lapsed" => "Not ready any more",
        "paused" => "Began a break",
        "resumed" => "Came back",
        "left" => "Left the programme",
        _ => Say.Word(moment.What),
    };

    private static IEnumerable<Line> Steps(MatchSeen match, string mentor, Func<Guid?, string> staff)
    {
        yield return new($"{mentor} offered", match.OfferedAt, staff(match.OfferedBy), null);
        if (match.AgreedByMenteeAt is { } mentee) yield return new($"Said yes to {mentor}", mentee, null, null);
        if (match.AgreedByMentorAt is { } yes) yield return new($"{mentor} said yes", yes, mentor, null);
        if (match.ApprovedAt is { } approved) yield return new($"Match with {mentor} approved", approved, staff(match.ApprovedBy), null);
        if (match.ActiveAt is { } active) yield return new($"First meeting with {mentor} written down", active, null, match.FirstMeeting is { } met ? $"{Say.Day(met.HeldOn)}, {met.Where}" : null);
        if (match.EndingAt is { } ending) yield return new($"Match with {mentor} coming to an end", ending, MatchSeen.Voice(match.OverBy), match.OverBecause);
        if (match.OverAt is { } over) yield return new($"{(match.State == "ended" ? "Match" : "Offer")} with {mentor} over", over, MatchSeen.Voice(match.OverBy), match.EndingAt is null ? match.OverBecause : null);
        if (match.Closing is { } closing) yield return new($"Closing with {mentor} written down", closing.RecordedAt, staff(closing.RecordedBy), null);
    }

    /// <summary>A part of the timeline.</summary>
    public sealed record TimelineSeen(IReadOnlyList<MomentSeen> Moments, int? Before);

    /// <summary>One moment.</summary>
    public sealed record MomentSeen(int Number, string What, string By, Guid? CaseworkerId, DateTimeOffset At, string? Why);

    /// <summary>One line.</summary>
    public sealed record Line(string Title, DateTimeOffset At, string? By, string? Why);
}
