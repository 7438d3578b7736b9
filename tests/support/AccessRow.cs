using Mentoring.Shared;

namespace Mentoring.Testing;

/// <summary>Somebody in the table: a role, with the own record or another's.</summary>
/// <param name="Name">As in failures.</param>
/// <param name="Role">The role; null for somebody not signed in.</param>
/// <param name="As">Makes the persona.</param>
public sealed record Who(string Name, string? Role, Func<Owners, Persona> As)
{
    /// <summary>Who covers for the own caseworker.</summary>
    public const string Cover = "who covers for the own caseworker";

    /// <summary>Everybody that every endpoint is called as.</summary>
    public static IReadOnlyList<Who> Everybody { get; } =
    [
        new("nobody", null, _ => Persona.Nobody),
        new("the own coordinator", Roles.Coordinator, own => Of(Persona.Coordinator(own.Partner), own)),
        new("another's coordinator", Roles.Coordinator, _ => Persona.Coordinator()),
        new("the own mentor", Roles.Mentor, own => Of(Persona.AMentor(own.Mentor), own)),
        new("another mentor", Roles.Mentor, _ => Persona.AMentor()),
        new("a former mentor", Roles.Mentor, own => Persona.AMentor(own.FormerMentor)) { IsRelated = true },
        new("the own mentee", Roles.Mentee, own => Of(Persona.AMentee(own.Mentee), own)),
        new("another mentee", Roles.Mentee, _ => Persona.AMentee()),
        new("the own caseworker", Roles.Caseworker, own => Persona.Caseworker(own.Caseworker)),
        new("another caseworker", Roles.Caseworker, _ => Persona.Caseworker()),
        new(Cover, Roles.Caseworker, own => Persona.Caseworker(own.Cover)) { IsRelated = true },
        new("a safeguarding lead with a reason", Roles.SafeguardingLead, own => Of(Persona.Lead(), own)),
        new("a safeguarding lead without a reason", Roles.SafeguardingLead, own => Of(Persona.Lead(null), own)),
        new("an administrator", Roles.Administrator, own => Of(Persona.Administrator(), own)),
        new("a caller whose role nobody knows", "gardener", own => new Persona { Name = "a gardener", Roles = ["gardener"], Mentor = own.Mentor, Mentee = own.Mentee, Partner = own.Partner, Account = new(own.Caseworker.Value) }),
    ];

    /// <summary>Whether this is the one whose record it is, or stands in for them.</summary>
    public bool IsOwn => Name.StartsWith("the own", StringComparison.Ordinal) || Name == Cover;

    /// <summary>Whether it is somebody only where the service has the relation.</summary>
    public bool IsRelated { get; private init; }

    private static Persona Of(Persona persona, Owners own) => own.Account is { } account ? persona with { Account = account } : persona;
}

/// <summary>One endpoint's row. What is not said is refused: 401 for nobody, 403 for a role.</summary>
/// <param name="endpoint">Method and route pattern.</param>
/// <param name="call">Makes the call.</param>
public sealed class AccessRow(string endpoint, Func<Task<Call>> call)
{
    private readonly List<(Func<Who, bool> Which, Gets Gets)> said = [];
    private readonly Dictionary<string, Gets> over = [];

    /// <summary>Method and route pattern.</summary>
    public string Endpoint => endpoint;

    /// <summary>Makes the call.</summary>
    public Func<Task<Call>> Call => call;

    /// <summary>The method.</summary>
    public HttpMethod Method => HttpMethod.Parse(endpoint.Split(' ')[0]);

    /// <summary>These roles get in with their own record and 404 with another's.</summary>
    public AccessRow Own(params string[] roles) => Say(w => roles.Contains(w.Role) && w.IsOwn, Gets.In).Say(w => roles.Contains(w.Role) && !w.IsOwn, Gets.NotFound);

    /// <summary>These roles get in, with whosoever's record. For a safeguarding lead this means with or without a reason.</summary>
    public AccessRow Any(params string[] roles) => Say(w => roles.Contains(w.Role), Gets.In);

    /// <summary>These roles may call but see nothing here.</summary>
    public AccessRow NotFound(params string[] roles) => Say(w => roles.Contains(w.Role), Gets.NotFound);

    /// <summary>A safeguarding lead gets in with a reason, and is asked for one without.</summary>
    public AccessRow Lead() => Say(w => w.Role == Roles.SafeguardingLead && w.Name.Contains("with a reason", StringComparison.Ordinal), Gets.In)
        .Say(w => w.Role == Roles.SafeguardingLead && w.Name.Contains("without", StringComparison.Ordinal), Gets.Forbidden);

    /// <summary>Everybody gets in, signed in or not.</summary>
    public AccessRow Anybody() => Say(_ => true, Gets.In);

    /// <summary>Everybody, signed in or not, is told that there is nothing.</summary>
    public AccessRow NothingForAnybody() => Say(_ => true, Gets.NotFound);

    /// <summary>Everybody signed in with a known role gets in.</summary>
    public AccessRow EverybodySignedIn() => Say(w => w.Role is not null && Roles.All.Contains(w.Role), Gets.In);

    /// <summary>What the two of a match get once it is over. A mentor who gets in while it goes on must be said; what is the young person's stays theirs unless said.</summary>
    public AccessRow Over(Gets? mentor = null, Gets? mentee = null)
    {
        if (mentor is { } m) over[Roles.Mentor] = m;
        if (mentee is { } y) over[Roles.Mentee] = y;
        return this;
    }

    /// <summary>Says it for one of <see cref="Who.Everybody"/> by name; what is said last holds.</summary>
    public AccessRow As(string who, Gets gets) => Who.Everybody.Any(w => w.Name == who)
        ? Say(w => w.Name == who, gets)
        : throw new ArgumentException($"There is no '{who}'; there are: {string.Join("; ", Who.Everybody.Select(w => w.Name))}.", nameof(who));

    /// <summary>Everybody with what they should get.</summary>
    internal IEnumerable<(Who Who, Gets Gets)> Expectations() => Who.Everybody.Select(who => (who, Expected(who)));

    /// <summary>The two of a match who get in while it goes on and others like them do not, with what they get once it is over; null where the row does not say it of the mentor.</summary>
    internal IEnumerable<(Who Who, Gets? Gets)> OnceOver()
    {
        foreach (var role in (string[])[Roles.Mentor, Roles.Mentee])
        {
            var (its, another) = (Who.Everybody.Single(w => w.Name == $"the own {role}"), Who.Everybody.Single(w => w.Name == $"another {role}"));
            if (Expected(its) == Gets.In && Expected(another) != Gets.In) yield return (its, over.TryGetValue(role, out var gets) ? gets : role == Roles.Mentee ? Gets.In : null);
        }
    }

    private Gets Expected(Who who)
    {
        for (var i = said.Count - 1; i >= 0; i--)
            if (said[i].Which(who)) return said[i].Gets;
        return who.Role is null ? Gets.SignInFirst : Gets.Forbidden;
    }

    private AccessRow Say(Func<Who, bool> which, Gets gets)
    {
        said.Add((which, gets));
        return this;
    }
}
