using System.Data.Common;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Mentoring.Portal;

/// <summary>The portal's own database: accounts, sign-ins, invitations, signing keys and mail that waits.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : ServiceDb(options)
{
    private readonly List<AccountTrail.Happening> untold = [];

    /// <summary>Everybody who can sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Who is signed in now.</summary>
    public DbSet<SignIn> SignIns => Set<SignIn>();

    /// <summary>What is half done on the way in.</summary>
    public DbSet<SignInStep> SignInSteps => Set<SignInStep>();

    /// <summary>Authenticator apps and recovery codes.</summary>
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    /// <summary>Invitations, open and closed.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Mentors and young people who left.</summary>
    public DbSet<PersonWhoLeft> PeopleWhoLeft => Set<PersonWhoLeft>();

    /// <summary>The keys that sign access tokens.</summary>
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    /// <summary>Mail that is not sent yet.</summary>
    public DbSet<WaitingMail> Mails => Set<WaitingMail>();

    /// <summary>Sessions that were moved or called off.</summary>
    public DbSet<SessionHeard> SessionsHeard => Set<SessionHeard>();

    /// <summary>What was typed in journeys that are not done.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var done = AccountTrail.Of(ChangeTracker);
        if (done.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        untold.AddRange(done);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Keeps something that is no change of a row, such as a sign-in that was refused: at the commit, or now where no transaction is open.</summary>
    public Task Keep(string did, string what, CancellationToken cancel)
    {
        untold.Add(new(did, what));
        return Database.CurrentTransaction is null ? KeepUntold(cancel) : Task.CompletedTask;
    }

    private async Task KeepUntold(CancellationToken cancel)
    {
        var user = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<IHttpContextAccessor>()?.HttpContext?.User ?? new();
        foreach (var happening in untold)
        {
            var caller = happening.By is { } self ? new Caller { Account = self, Roles = new HashSet<string>() } : Caller.From(user);
            await this.Keep(caller, happening.Did, happening.What, null, user.FindFirst(Authentication.SignInClaim)?.Value, null, cancel);
        }

        untold.Clear();
    }

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(AtCommit.Only);

    // Whoever writes to the same lane of the trail waits for the end of this transaction, in which other services may be asked; so it is written last of all.
    private sealed class AtCommit : DbTransactionInterceptor
    {
        public static AtCommit Only { get; } = new();

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is AccountsDb db) await db.KeepUntold(cancellationToken);
            return result;
        }

        public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (eventData.Context is AccountsDb db) db.untold.Clear();
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        using var identity = new IdentityModel<Account>(options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider);
        identity.Configure(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }

    // A context has one base class, and ours is ServiceDb; so Identity's mapping is borrowed from its own context instead of
    // inherited. It finds its schema version in the application's IdentityOptions, and never works as a context, hence the empty
    // model. Generic, because dotnet ef would take it for a second database otherwise.
    private sealed class IdentityModel<TAccount>(IServiceProvider? application) : IdentityUserContext<TAccount, Guid>(
        new DbContextOptionsBuilder().UseNpgsql().UseApplicationServiceProvider(application).UseModel(new ModelBuilder().FinalizeModel()).Options)
        where TAccount : IdentityUser<Guid>
    {
        public void Configure(ModelBuilder model) => OnModelCreating(model);
    }
}
