namespace Mentoring.Portal.Pages.Partner;

/// <summary>The coordinator's first page: who is where, what waits on whom, and what the partner has given.</summary>
/// <param name="invitations">Who was invited.</param>
public sealed class IndexModel(OwnInvitations invitations) : MentoringPage
{
    /// <summary>The partner's people in numbers.</summary>
    public Part<Numbers> People { get; private set; } = new();

    /// <summary>The hours given.</summary>
    public Part<Given> Hours { get; private set; } = new();

    /// <summary>How many of the registered have no invitation that works.</summary>
    public int Uninvited { get; private set; }

    /// <summary>Kinds of mentors whom ten or more young people wait for.</summary>
    public Part<IReadOnlyList<Wanted>> MissingMentors { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Title = "Our programme";
        var people = Ask.Get<Numbers>(Service.Mentor, $"/partners/{Caller.Partner}/summary");
        var hours = Ask.Get<Given>(Service.Session, $"/partners/{Caller.Partner}/hours");
        var registered = Ask.Get<Found<OwnPerson>>(Service.Mentor, $"/partners/{Caller.Partner}/mentors?stage=invited&take=100");
        var missing = Ask.Get<IReadOnlyList<Wanted>>(Service.Matching, "/plans/latest/missing-mentors");
        People = await people;
        MissingMentors = await missing;
        Hours = await hours;
        // Of more than a list takes, nobody can say here who is who.
        if ((await registered).Value is { Next: null } all) Uninvited = (await invitations.Of(all.Items, Gone)).Values.Count(i => i.IsOwed);
    }

    /// <summary>How many people are where.</summary>
    /// <param name="Name">The partner's name.</param>
    /// <param name="People">How many at all.</param>
    /// <param name="Stages">By stage.</param>
    /// <param name="Waiting">By what waits on whom.</param>
    public sealed record Numbers(string Name, int People, IReadOnlyList<AtStage> Stages, IReadOnlyList<Waits> Waiting);

    /// <summary>How many are at a stage.</summary>
    /// <param name="Stage">The stage.</param>
    /// <param name="Count">How many.</param>
    public sealed record AtStage(string Stage, int Count);

    /// <summary>How many wait for the same.</summary>
    /// <param name="On">mentor or programme.</param>
    /// <param name="For">What comes next.</param>
    /// <param name="Count">How many.</param>
    public sealed record Waits(string On, string For, int Count)
    {
        /// <summary>The stage at which people wait for this.</summary>
        public string Stage => For switch { "application" => "invited", "checks" => string.Empty, _ => "screening" };
    }

    /// <summary>A kind of mentor who is missing.</summary>
    /// <param name="Waiting">How many young people could have such a mentor.</param>
    /// <param name="Sentence">Who.</param>
    public sealed record Wanted(int Waiting, string Sentence);

    /// <summary>What was given.</summary>
    /// <param name="Months">The last twelve months.</param>
    /// <param name="HoursInAll">Hours since the beginning.</param>
    /// <param name="YoungPeople">How many young people, from ten up.</param>
    /// <param name="WhyNoYoungPeople">Why the number is not shown.</param>
    public sealed record Given(IReadOnlyList<Month> Months, decimal HoursInAll, int? YoungPeople, string? WhyNoYoungPeople);

    /// <summary>A month.</summary>
    /// <param name="From">Its first day.</param>
    /// <param name="Hours">Hours given in it.</param>
    /// <param name="Mentors">By how many mentors.</param>
    public sealed record Month(DateOnly From, decimal Hours, int Mentors);
}
