using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;
using Roles = Mentoring.Shared.Roles;

namespace Mentoring.Portal.Pages.Programme;

/// <summary>The whole programme in figures, for caseworkers and administrators: counts and days, nobody's name. One call each to the services that own the data.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>The first day, as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public DateParts From { get; set; } = new();

    /// <summary>The last day, as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public DateParts To { get; set; } = new();

    /// <summary>Those referred in one quarter.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cohort { get; set; }

    /// <summary>Whose young people: <c>mine</c>, or everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    /// <summary>What was chosen; null when it cannot be read.</summary>
    public ProgrammeFilter? Filter { get; private set; }

    /// <summary>From the mentee service.</summary>
    public Part<ReferralsTold> Referrals { get; private set; } = new();

    /// <summary>From the matching service.</summary>
    public Part<MatchesTold> Matches { get; private set; } = new();

    /// <summary>From the session service.</summary>
    public Part<SessionsTold> Sessions { get; private set; } = new();

    /// <summary>The figures there are, in their order.</summary>
    public IReadOnlyList<Figure> Shown { get; private set; } = [];

    /// <summary>Whether there are young people who are the reader's own.</summary>
    public bool HasOwn => Caller.Is(Roles.Caseworker);

    /// <summary>Whose young people one can choose.</summary>
    public static IReadOnlyList<Choice> Whoses { get; } = [new(string.Empty, "All young people"), new("mine", "Mine, and those I cover")];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => await Load();

    /// <summary>Sends one figure as a file.</summary>
    /// <param name="name">Which.</param>
    /// <param name="passOn">Whether it is to be passed on, so that nobody may be picked out.</param>
    public async Task<IActionResult> OnGetFileAsync(string? name, bool passOn)
    {
        await Load();
        if (Filter is null) return Page();
        if (Shown.FirstOrDefault(f => f.Name == name) is not { } figure) return Missing();
        return File(FigureFile.Write(figure, passOn), "text/csv", $"{figure.Name}-{Filter.From:yyyy-MM-dd}-to-{Filter.To:yyyy-MM-dd}{(passOn ? "-to-pass-on" : string.Empty)}.csv");
    }

    private async Task Load()
    {
        Title = "The programme in figures";
        Filter = ProgrammeFilter.Read(From, To, Cohort, HasOwn ? Whose : null, Today, ModelState.AddModelError);
        if (Filter is null) return;
        if (From.IsEmpty && To.IsEmpty) (From, To) = (DateParts.From(Filter.From), DateParts.From(Filter.To));

        var referrals = Ask.Get<ReferralsTold>(Service.Mentee, "/programme/referrals" + Filter.Query);
        var matches = Ask.Get<MatchesTold>(Service.Matching, "/programme/matches" + Filter.Query);
        var sessions = Ask.Get<SessionsTold>(Service.Session, "/programme/sessions" + Filter.Query);
        var partners = Ask.Get<Mentoring.Shared.Page<Partner>>(Service.Mentor, "/partners?take=100");
        await Task.WhenAll(referrals, matches, sessions, partners);
        (Referrals, Matches, Sessions) = (await referrals, await matches, await sessions);
        var names = (await partners).Value?.Items.ToDictionary(p => p.PartnerId, p => p.Name) ?? [];
        Shown =
        [
            .. Referrals.IsThere || Matches.IsThere ? [Figures.Waits(Referrals.Value, Matches.Value)] : Array.Empty<Figure>(),
            .. Matches.Value is { } m ? [Figures.Matches(m, Filter.To < Today ? Filter.To : Today)] : Array.Empty<Figure>(),
            .. Sessions.Value is { } s ? [Figures.Contact(s)] : Array.Empty<Figure>(),
            .. Matches.Value is { } e ? [Figures.Endings(e)] : Array.Empty<Figure>(),
            .. Sessions.Value is { } t ? [Figures.Goals(t), Figures.Hours(t, names)] : Array.Empty<Figure>(),
        ];
    }

    /// <summary>A partner.</summary>
    /// <param name="PartnerId">The partner.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Partner(Guid PartnerId, string Name);
}
