using Mentoring.Portal.Charts;

namespace Mentoring.Portal.Pages.Programme;

/// <summary>Makes the tables, charts and sentences from what the services tell.</summary>
public static class Figures
{
    /// <summary>Of fewer young people than this nothing is said about the programme: the figures are there, and so is this warning.</summary>
    public const int EnoughToSay = 10;

    private static readonly (string State, string Text)[] Stages =
    [
        ("offered", "Offered: waits for the young person"), ("agreed-by-mentee", "Waits for the mentor"), ("agreed-by-mentor", "Waits for approval"),
        ("approved", "Waits for the first meeting"), ("active", "Active"), ("ending", "Being closed well"),
    ];

    private static readonly (string Age, string Text)[] Ages =
    [
        ("under-one-month", "Under 1 month"), ("from-one-month", "1 to 3 months"), ("from-three-months", "3 to 6 months"), ("from-six-months", "6 to 12 months"), ("from-twelve-months", "12 months or more"),
    ];

    private static readonly (string Moment, string Text)[] Moments = [("before-meeting", "Before they met"), ("soon", "In the first 3 months"), ("later", "Later")];

    /// <summary>How long young people wait, as far as the services can be asked.</summary>
    public static Figure Waits(ReferralsTold? referrals, MatchesTold? matches)
    {
        (string Name, string Who, WaitsTold? Told)[] steps =
        [
            ("Referral to ready", "young people", referrals?.ToReady), ("Referral to first offer", "young people", matches?.ToOffer), ("Offer to approval", "matches", matches?.ToApproval),
            ("Approval to first meeting", "matches", matches?.ToMeeting), ("Referral to first meeting", "young people", matches?.InAll),
            ("Not ready yet, so far", "young people", referrals?.NotReadyYet), ("Ready and waiting, so far", "young people", matches?.StillWaiting),
        ];
        var there = steps.Where(s => s.Told is not null).Select(s => (s.Name, s.Who, Told: s.Told!)).ToArray();
        var drawn = there.Where(s => s.Told.Count > 0).Select(s => new Span(s.Name, s.Told.Quarter!.Value, s.Told.Half!.Value, s.Told.ThreeQuarters!.Value, Say.Count(s.Told.Half.Value, "day"))).ToArray();
        return new()
        {
            Name = "waits",
            Title = "How long young people wait",
            Says = matches is { InAll: { Count: > 0, Half: { } half, ThreeQuarters: { } most } all }
                ? $"Of {Say.Count(all.Count, "young person", "young people")} who met a first mentor, half waited {Say.Count(half, "day")} or less from their referral, and three quarters {Say.Count(most, "day")} or less."
                : matches is null ? "How long it took until a first meeting cannot be said just now." : "Nobody met a first mentor in these days.",
            What = "Step",
            Columns = [new("How many"), new("A quarter within, days"), new("Half within, days"), new("Three quarters within, days"), new("Longest, days", IsOnePersons: true)],
            Lines =
            [
                .. there.Select(s => new Line(s.Name, s.Told.Count, [new(s.Told.Count, Unit.People), new(s.Told.Quarter, Unit.Days), new(s.Told.Half, Unit.Days), new(s.Told.ThreeQuarters, Unit.Days), new(s.Told.Longest, Unit.Days)])),
            ],
            Chart = drawn.Length == 0 ? null : Chart.Spans(
                "waits", "How long each step took", "For each step a bar from a quarter to three quarters of those who took it, in days, with a mark at half. The table has the same numbers.", drawn, Chart.Ticks(drawn.Max(s => s.To))),
            Note = "Times are of those who got there in these days. Whoever still waits is not in them: the last two lines tell of them, those who are ready as they stand today. Each figure is a wait that somebody had.",
        };
    }

    /// <summary>Open matches by stage and by how long they have run.</summary>
    public static Figure Matches(MatchesTold told, DateOnly day)
    {
        var lines = Stages.Select(stage => (stage.Text, Counts: Ages.Select(age => told.Matches.Where(m => m.State == stage.State && m.Age == age.Age).Sum(m => m.Count)).ToArray())).ToArray();
        var all = told.Matches.Sum(m => m.Count);
        var active = told.Matches.Where(m => m.State == "active").Sum(m => m.Count);
        return new()
        {
            Name = "matches",
            Title = "Matches by stage and age",
            Says = all == 0 ? $"No match was open on {Say.ShortDay(day)}." : $"On {Say.ShortDay(day)} {Say.Count(all, "match was", "matches were")} open, {active:N0} of them active.",
            What = "Stage",
            Columns = [.. Ages.Select(a => new Column(a.Text)), new("All")],
            Lines = [.. lines.Select(l => new Line(l.Text, l.Counts.Sum(), [.. l.Counts.Append(l.Counts.Sum()).Select(c => new Cell(c, Unit.People))]))],
            Chart = all == 0 ? null : Chart.PartedBars("matches", "Open matches by stage", "A bar for each stage, in parts by how long the matches have run. The table has the same numbers.", [.. lines.Select(l => new PartedBar(l.Text, [.. l.Counts.Select(c => (double)c)]))]),
            Legend = all == 0 ? [] : [.. Ages.Select(a => a.Text)],
            Note = "A match’s age counts from the first meeting, and before that from the offer.",
        };
    }

    /// <summary>Contact by month.</summary>
    public static Figure Contact(SessionsTold told)
    {
        static decimal? Part(MonthTold m) => m.GoingOn == 0 ? null : 100m * m.InTouch / m.GoingOn;
        var (goingOn, inTouch) = (told.Months.Sum(m => m.GoingOn), told.Months.Sum(m => m.InTouch));
        return new()
        {
            Name = "contact",
            Title = "Contact kept to the fortnight",
            Says = told.Months is [.., { GoingOn: > 0 } last]
                ? $"In {last.From.ToString("MMMM yyyy", Say.British)} {last.InTouch:N0} of {Say.Count(last.GoingOn, "match", "matches")} were in touch in every fortnight ({Part(last):0}%). Over all these months it was {100m * inTouch / goingOn:0}%."
                : goingOn > 0 ? $"Over all these months {100m * inTouch / goingOn:0}% of matches were in touch in every fortnight." : "No match was going on in these days.",
            What = "Month",
            Columns = [new("Matches going on"), new("In touch every fortnight"), new("Of a hundred"), new("Sessions held"), new("Check-ins held")],
            Lines =
            [
                .. told.Months.Select(m => new Line(m.From.ToString("MMMM yyyy", Say.British), m.GoingOn, [new(m.GoingOn, Unit.People), new(m.InTouch, Unit.People), new(Part(m), Unit.Percent), new(m.Sessions, Unit.People), new(m.CheckIns, Unit.People)])),
            ],
            Chart = goingOn == 0 ? null : Chart.Columns(
                "contact", "Matches in touch every fortnight, in percent of those going on", "A column for each month. The table has the same numbers.",
                [.. told.Months.Select(m => new Bar(m.From.ToString("MMM", Say.British), (double)(Part(m) ?? 0), Part(m) is { } part ? part.ToString("0", Say.British) : string.Empty))], full: 100),
            Note = "Contact is a session that was held, a check-in or a review. A match with 14 days or more without any counts as quiet for that month.",
        };
    }

    /// <summary>Endings by reason.</summary>
    public static Figure Endings(MatchesTold told)
    {
        int Count(Func<EndingTold, bool> which) => told.Endings.Where(which).Sum(e => e.Count);
        Line Of(string name, Func<EndingTold, bool> which) => new(name, Count(which), [.. Moments.Select(m => Count(e => which(e) && e.Moment == m.Moment)).Append(Count(which)).Select(c => new Cell(c, Unit.People))]);
        var all = Count(_ => true);
        var early = Count(e => e.Kind != "planned");
        var soon = Count(e => e.Kind != "planned" && e.Moment == "soon");
        var causes = EndingCauses.All.Select(c => Of(c.Text, e => e.Kind != "planned" && e.Cause == c.Value)).Append(Of("Nobody was asked", e => e.Kind != "planned" && e.Cause is null)).Where(l => l.About > 0).OrderByDescending(l => l.About).ToArray();
        return new()
        {
            Name = "endings",
            Title = "Early endings by reason",
            Says = all == 0 ? "No match ended in these days." : $"{Say.Count(all, "match", "matches")} ended, {early:N0} of them not as planned, and {soon:N0} of those within three months of the first meeting.",
            What = "Reason",
            Columns = [.. Moments.Select(m => new Column(m.Text)), new("All")],
            Lines = all == 0 ? [] : [.. causes, Of("Ended as planned", e => e.Kind == "planned")],
            Chart = causes.Length == 0 ? null : Chart.Bars("endings", "Endings that were not planned, by reason", "A bar for each reason, the most frequent first. The table has the same numbers.", [.. causes.Select(c => new Bar(c.Name, c.About, c.About.ToString("#,0", Say.British)))]),
            Note = "A young person never has to say why. An ending counts on the day on which it was over.",
        };
    }

    /// <summary>What became of goals.</summary>
    public static Figure Goals(SessionsTold told)
    {
        var g = told.Goals;
        static decimal? Points(double? value) => value is { } v ? (decimal)v : null;
        Line Count(string name, int count) => new(name, g.YoungPeople, [new(count, Unit.People)]);
        Line Measured(string name, double? value) => new(name, g.YoungPeople, [new(Points(value), Unit.Points)]);
        return new()
        {
            Name = "goals",
            Title = "How goals changed",
            Says = Says(g),
            What = "What",
            Columns = [new("Figure")],
            Lines = g.YoungPeople == 0 ? [] :
            [
                Count("Young people", g.YoungPeople), Count("Goals", g.Goals), Measured("Mean first rating, 0 to 10", g.First), Measured("Mean last rating, 0 to 10", g.Last), Measured("Mean change, points", g.Change?.Mean),
                Measured("Likely at least (95 in 100)", g.Change?.Low), Measured("Likely at most (95 in 100)", g.Change?.High), Count("Nearer to their goals", g.Nearer), Count("Where they were", g.Same), Count("Further away", g.Further),
            ],
            Chart = g is { YoungPeople: >= EnoughToSay, Change: { Low: { } low, High: { } high, Mean: var mean } }
                ? Chart.Spans(
                    "goals", "Mean change of goals, with its uncertainty", "A bar over the changes that are likely, in points, with a mark at the mean that was measured. The line at 0 is no change. The table has the same numbers.",
                    [new("Mean change in points", low, mean, high, Signed(mean))], Scale(low, high))
                : null,
            Note = "Young people rate their own goals; each counts once, with the mean of their goals that were rated twice or more. It says how goals moved, and not why: nobody here is compared with somebody who has no mentor.",
        };
    }

    /// <summary>Hours by partner.</summary>
    public static Figure Hours(SessionsTold told, IReadOnlyDictionary<Guid, string> partners)
    {
        var given = told.Hours.Select(h => (Name: h.PartnerId is { } id ? partners.GetValueOrDefault(id, "A partner whose name cannot be shown just now") : "Independent volunteers", h)).ToArray();
        return new()
        {
            Name = "hours",
            Title = "Hours given by partner",
            Says = given.Length == 0 ? "No session was held in these days." : $"Mentors gave {new Cell(told.Hours.Sum(h => h.Hours), Unit.Hours).Words} hours in sessions that were held.",
            What = "Partner",
            Columns = [new("Hours"), new("Mentors"), new("Young people met")],
            Lines = [.. given.Select(g => new Line(g.Name, g.h.YoungPeople, [new(g.h.Hours, Unit.Hours), new(g.h.Mentors, Unit.Mentors), new(g.h.YoungPeople, Unit.People)]))],
            Chart = given.Length == 0 ? null : Chart.Bars("hours", "Hours given by each partner’s mentors", "A bar for each partner, the most hours first. The table has the same numbers.", [.. given.Take(12).Select(g => new Bar(g.Name, (double)g.h.Hours, new Cell(g.h.Hours, Unit.Hours).Words))]),
            Note = given.Length > 12 ? "The twelve partners with the most hours are drawn; all are in the table." : null,
        };
    }

    private static string Says(GoalsTold g) => g switch
    {
        { YoungPeople: 0 } => "Nobody has rated a goal twice yet, the last time in these days.",
        { YoungPeople: < EnoughToSay } => $"Only {Say.Count(g.YoungPeople, "young person", "young people")} rated a goal twice or more: too few to say anything of the programme. Look at each of them instead.",
        { Change: { Low: { } low, High: { } high, Mean: var mean } } =>
            $"{Say.Count(g.YoungPeople, "young person", "young people")} rated goals twice or more. On average they moved {Signed(mean)} points, from {g.First:0.0} to {g.Last:0.0} of 10; "
            + (low > 0 || high < 0 ? $"with so many, likely between {Signed(low)} and {Signed(high)}." : $"with so many it could be anything from {Signed(low)} to {Signed(high)}, so perhaps no change at all."),
        _ => string.Empty,
    };

    private static string Signed(double value) => value.ToString("+0.0;−0.0;0.0", Say.British);

    // Always with no change on it, in whole points.
    private static double[] Scale(double low, double high)
    {
        var (first, last) = ((int)Math.Floor(Math.Min(low, 0)), (int)Math.Ceiling(Math.Max(high, 1)));
        return [.. Enumerable.Range(first, last - first + 1).Select(v => (double)v)];
    }
}
