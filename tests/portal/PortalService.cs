using System.Net;
using Mentoring.Portal.Tests;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Shouldly;

[assembly: Xunit.AssemblyFixture(typeof(PortalService))]

namespace Mentoring.Portal.Tests;

/// <summary>
/// The portal with its own keys, and two neighbours that check its tokens. Whoever calls is a real account that is signed in.
/// </summary>
public class PortalService() : ServiceFixture<AccountsDb>("portal"), IServiceUnderTest
{
    /// <summary>A password that will do.</summary>
    public const string Password = "harbour lantern nineteen";

    /// <summary>The rounds of a hash in these tests.</summary>
    public const int Rounds = 1_000;

    /// <summary>A young person's PIN that will do.</summary>
    public const string Pin = "258014";

    private const string PersonaDomain = "as.persona.example";

    /// <summary>Where mail is written.</summary>
    public DirectoryInfo Mails { get; } = Directory.CreateTempSubdirectory("mentoring-mail-");

    /// <summary>Identity's own hasher, which also says what it was asked to compute.</summary>
    public WatchedHasher Hasher { get; private set; } = null!;

    /// <summary>Stands for the mentor service.</summary>
    public Neighbour Mentors { get; private set; } = null!;

    /// <summary>Stands for the mentee service.</summary>
    public Neighbour Mentees { get; private set; } = null!;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        Mentors = await Neighbour.Start("mentor");
        Mentees = await Neighbour.Start("mentee");
        await base.InitializeAsync();
        // The port is known only now; the portal reads its address at every use.
        Services.GetRequiredService<IConfiguration>()["Auth:Issuer"] = Address.GetLeftPart(UriPartial.Authority);
        Mentors.Portal = Mentees.Portal = Address;
        using var warm = AsNobody();
        await warm.Get("/.well-known/jwks.json").ShouldBe(HttpStatusCode.OK);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mentors.DisposeAsync();
        await Mentees.DisposeAsync();
        Mails.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What everybody's authenticator app holds.</summary>
    public static byte[] Key { get; } = [.. "12345678901234567890"u8];

    /// <summary>An account with a password and authenticator, or a PIN, made past the invitations.</summary>
    public async Task<Account> Member(string role, string? email = null, MentorId? mentor = null, MenteeId? mentee = null, PartnerId? partner = null, AccountId? id = null, bool withPassword = true)
    {
        var account = AccountWith(email ?? $"{AccountId.New()}@people.example", [role], mentor, mentee, partner, Clock.GetUtcNow(), id);
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (withPassword && account.IsYoung) account.Lock(pinHash: users.PasswordHasher.HashPassword(account, Pin));
        var made = withPassword && !account.IsYoung ? await users.CreateAsync(account, Password) : await users.CreateAsync(account);
        made.Succeeded.ShouldBeTrue(made.ToString());
        if (withPassword && !account.IsYoung)
        {
            await scope.ServiceProvider.GetRequiredService<Authenticators>().SetUp(account.Id, Key, step: 0, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<AccountsDb>().SaveChangesAsync();
        }

        return account;
    }

    /// <summary>What somebody's app shows now, as if no code had been used yet.</summary>
    public async Task<string> AppCode(string? email = null)
    {
        if (email is not null) await Db(db => db.Authenticators.Where(a => db.Accounts.Any(o => o.Id == a.AccountId && o.Email == email)).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, 0)));
        return TimeCode.At(Key, TimeCode.Step(Clock.GetUtcNow()));
    }

    /// <summary>Staff, by the front door.</summary>
    public async Task<HttpResponseMessage> ComeIn(string email, string password = Password) => await AsNobody().Post("/api/sign-in", new { email, password, code = await AppCode(email) });

    /// <summary>Asks for a code for a new password, and reads it in the mail, or where mail does not go out by itself in the waiting letter.</summary>
    public async Task<(string Step, string Code)> NewPasswordCode(string email)
    {
        var step = (await AsNobody().Post("/api/passwords/codes", new { email }).ShouldBe<AskForCode.Answer>(HttpStatusCode.Accepted)).Step;
        return (step, (await Letter(email)).Split("password code: ")[1].Split('\n')[0].Trim());
    }

    /// <summary>The newest letter to an address, whether it has gone out or waits.</summary>
    public async Task<string> Letter(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var post = scope.ServiceProvider.GetRequiredService<Post>();
        return await Eventually.Get(
            async () =>
            {
                var waiting = (await Db(db => db.Mails.AsNoTracking().OrderByDescending(m => m.Id).ToListAsync())).Select(post.Open).FirstOrDefault(l => l.To.Equals(email, StringComparison.OrdinalIgnoreCase));
                return waiting?.Text ?? (Mails.GetFiles("*.eml").Length > 0 ? await NewestMail(email, string.Empty) : null);
            },
            "a letter is there");
    }

    /// <summary>Uses one of the portal's own services as a page does, within a request.</summary>
    public async Task<TAnswer> Use<TService, TAnswer>(Func<TService, Task<TAnswer>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Accepts an invitation of staff, with an app that holds what the portal says.</summary>
    public async Task<AcceptInvitation.Answer> Join(string code, string password = Password)
    {
        var next = (await AsNobody().Post("/api/invitations/acceptance", new { code, password }).ShouldBe<AcceptInvitation.Answer>(HttpStatusCode.OK)).Next.ShouldNotBeNull();
        return await AsNobody().Post("/api/invitations/enrolment", new { step = next.Step, code = App(next.Key) }).ShouldBe<AcceptInvitation.Answer>(HttpStatusCode.OK);
    }

    /// <summary>What an app shows now that holds a key in base 32.</summary>
    public string App(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] bytes = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        return TimeCode.At(bytes, TimeCode.Step(Clock.GetUtcNow()));
    }

    /// <summary>A client that is signed in to an account.</summary>
    public async Task<HttpClient> SignedIn(Account account) => WithSession((await SignIn(account)).Handle);

    /// <summary>Signs an account in, past the password.</summary>
    public async Task<(SignIn SignIn, string Handle)> SignIn(Account account)
    {
        var (signIn, handle) = Mentoring.Portal.SignIn.Start(account, Clock.GetUtcNow());
        await Store(signIn);
        return (signIn, handle);
    }

    /// <summary>A client with a handle.</summary>
    public HttpClient WithSession(string handle)
    {
        var client = AsNobody();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Session {handle}");
        return client;
    }

    /// <summary>An access token.</summary>
    public async Task<string> Token(HttpClient signedIn, string audience) =>
        (await signedIn.Post("/api/tokens", new { audience }).ShouldBe<IssueToken.Answer>(HttpStatusCode.OK)).AccessToken;

    /// <summary>The newest mail to an address that says something, once it is there.</summary>
    public Task<string> Mail(string to, string says = "") => Eventually.Get(() => NewestMail(to, says), "a mail arrives");

    private async Task<string?> NewestMail(string to, string says)
    {
        foreach (var file in Mails.GetFiles("*.eml").OrderByDescending(f => f.Name, StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file.FullName);
            if (text.Contains($"To: {to}\r\n", StringComparison.OrdinalIgnoreCase) && text.Contains(says, StringComparison.Ordinal)) return text;
        }

        return null;
    }

    /// <summary>The code in the mail to an address.</summary>
    public async Task<string> Code(string to, string after = "Your code: ") => (await Mail(to, after)).Split(after)[1].Split("\r\n")[0];

    /// <summary>Somebody's real account, signed in; made as the persona says.</summary>
    public new HttpClient As(Persona persona)
    {
        var client = AsNobody();
        if (persona.Reason is { } reason) client.DefaultRequestHeaders.Add("Access-Reason", reason);
        if (persona.Roles.Count == 0) return client;
        var (signIn, handle) = Task.Run(() => Enter(persona)).GetAwaiter().GetResult();
        signIn.AccountId.ShouldBe(persona.Account.Value);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Session {handle}");
        return client;
    }

    /// <summary>All that is stored, but for who the personas are, who is signed in, and how often passwords were tried.</summary>
    public new async Task<string> Fingerprint()
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var all = new NpgsqlCommand(
            $"""
            select coalesce((select md5(string_agg(a::text, '|' order by a.id)) from accounts a where email not like '%@{PersonaDomain}'), '')
                || coalesce((select md5(string_agg(i::text, '|' order by i.id)) from invitations i), '')
                || coalesce((select md5(string_agg(k::text, '|' order by k.kid)) from signing_keys k), '')
                || coalesce((select md5(string_agg(m::text, '|' order by m.id)) from mails m), '')
                || (select count(*) from sign_ins s join accounts a on a.id = s.account_id where a.email not like '%@{PersonaDomain}')
            """,
            connection);
        return (string)(await all.ExecuteScalarAsync())!;
    }

    /// <summary>An account with roles.</summary>
    public static Account AccountWith(string email, IReadOnlyList<string> roles, MentorId? mentor, MenteeId? mentee, PartnerId? partner, DateTimeOffset now, AccountId? id = null)
    {
        Invitation For(string role) => AnInvitation(role, email, now, role == Roles.Mentor ? mentor ?? MentorId.New() : null, role == Roles.Mentee ? mentee ?? MenteeId.New() : null, role == Roles.Coordinator ? partner : null);
        var account = Account.For(For(roles[0]), now);
        if (id is { } own) account.Id = own.Value;
        account.UserName = account.Email = email;
        account.NormalizedUserName = account.NormalizedEmail = Inviting.Normal(email);
        foreach (var role in roles) account.TakeOn(For(role)).IsRefused.ShouldBeFalse();
        return account;
    }

    /// <summary>An open invitation with the code <paramref name="code"/>.</summary>
    public static Invitation AnInvitation(string role, string email, DateTimeOffset now, MentorId? mentor = null, MenteeId? mentee = null, PartnerId? partner = null, string? code = null, AccountId? by = null) => new()
    {
        Id = InvitationId.New(),
        Role = role,
        Email = email,
        NormalizedEmail = Inviting.Normal(email),
        MentorId = mentor,
        MenteeId = mentee,
        PartnerId = partner,
        Name = mentor is null && mentee is null ? "Robin Example" : null,
        CodeHash = InvitationCode.Hash(code ?? InvitationCode.New()),
        InvitedBy = by,
        InvitedAt = now,
        ExpiresAt = now + Invitation.Life,
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        new("Services:Mentor", Mentors.Address.AbsoluteUri),
        new("Services:Mentee", Mentees.Address.AbsoluteUri),
        // Nothing listens there: the API does not ask these, and pages say that they are away.
        new("Services:Matching", "http://127.0.0.1:9/"),
        new("Services:Session", "http://127.0.0.1:9/"),
        new("Services:Safeguarding", "http://127.0.0.1:9/"),
        new("Mail:Folder", Mails.FullName),
        new("RateLimits:GuessesPerMinute", "100000"),
    ];

    /// <inheritdoc/>
    protected override void Configure(IServiceCollection services)
    {
        // A sign-in should cost a tenth of a second only where somebody could guess. SignInTests looks at the real figure.
        services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = Rounds);
        services.AddSingleton<IPasswordHasher<Account>>(provider => Hasher = new(provider.GetRequiredService<IOptions<PasswordHasherOptions>>()));

        // The portal's own keys, which the fixture of all services replaces.
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>>(provider => new PostConfigureOptions<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme, jwt => jwt.ConfigurationManager = provider.GetRequiredService<Authentication.OwnKeys>()));
    }

    private async Task<(SignIn SignIn, string Handle)> Enter(Persona persona)
    {
        var account = AccountWith($"{persona.Account}@{PersonaDomain}", [.. persona.Roles], persona.Mentor, persona.Mentee, persona.Partner, Clock.GetUtcNow(), persona.Account);
        await Db(async db =>
        {
            await db.Accounts.Where(a => a.Id == account.Id || (account.MentorId != null && a.MentorId == account.MentorId) || (account.MenteeId != null && a.MenteeId == account.MenteeId)).ExecuteDeleteAsync();
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
        });
        return await SignIn(account);
    }
}

/// <summary>A portal for tests that need it to themselves, in which nothing happens by itself.</summary>
public class QuietPortal : PortalService
{
    /// <inheritdoc/>
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        foreach (var hosted in services.Where(s => s.ImplementationType == typeof(SendMail) || s.ImplementationType == typeof(KeepHouse)).ToList()) services.Remove(hosted);
    }
}
