using Mentoring.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Mentoring.Portal;

/// <summary>The portal's own database: accounts, sign-ins, invitations, signing keys and mail that waits.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : ServiceDb(options)
{
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
