using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Portal;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.Name).HasMaxLength(100);
        account.Property(a => a.Roles).HasColumnType("text[]");
        account.HasIndex(a => a.NormalizedUserName).IsUnique().HasDatabaseName("ux_accounts_email");
        account.HasIndex(a => a.NormalizedEmail).HasDatabaseName("ix_accounts_normalized_email");
        account.HasIndex(a => a.MentorId).IsUnique().HasDatabaseName("ux_accounts_mentor");
        account.HasIndex(a => a.MenteeId).IsUnique().HasDatabaseName("ux_accounts_mentee");
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("account_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("account_tokens");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("account_passkeys");
        passkey.OwnsOne(p => p.Data, data => data.ToJson("data"));
    }
}

internal sealed class SignInMapping : IEntityTypeConfiguration<SignIn>, IEntityTypeConfiguration<SignInStep>, IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignIn> signIn)
    {
        signIn.ToTable("sign_ins");
        signIn.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_sign_ins_account");
        signIn.Property(s => s.Browser).HasMaxLength(60);
        signIn.HasIndex(s => s.HandleHash).IsUnique().HasDatabaseName("ux_sign_ins_handle");
        signIn.HasIndex(s => s.ExpiresAt).HasDatabaseName("ix_sign_ins_expires_at");
    }

    public void Configure(EntityTypeBuilder<SignInTries> tries)
    {
        tries.ToTable("sign_in_tries");
        tries.HasKey(t => t.KeyHash);
        tries.HasIndex(t => t.Until).HasDatabaseName("ix_sign_in_tries_until");
    }

    public void Configure(EntityTypeBuilder<SignInStep> step)
    {
        step.ToTable("sign_in_steps");
        step.HasKey(s => s.HandleHash);
        step.Property(s => s.Purpose).HasConversion<string>().HasMaxLength(20);
        step.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_sign_in_steps_account");
        step.HasIndex(s => s.ExpiresAt).HasDatabaseName("ix_sign_in_steps_expires_at");
    }
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> authenticator)
    {
        authenticator.ToTable("authenticators");
        authenticator.HasKey(a => a.AccountId);
        authenticator.HasOne<Account>().WithOne().HasForeignKey<Authenticator>(a => a.AccountId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_authenticators_account");
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Role).HasMaxLength(20);
        invitation.Property(i => i.Email).HasMaxLength(254);
        invitation.Property(i => i.NormalizedEmail).HasMaxLength(254);
        invitation.Property(i => i.Name).HasMaxLength(100);
        invitation.HasIndex(i => i.CodeHash).IsUnique().HasDatabaseName("ux_invitations_code");
        invitation.HasIndex(i => new { i.Role, i.NormalizedEmail }).IsUnique().HasDatabaseName("ux_invitations_open")
            .HasFilter("accepted_at is null and withdrawn_at is null");
    }
}

internal sealed class PersonWhoLeftMapping : IEntityTypeConfiguration<PersonWhoLeft>
{
    public void Configure(EntityTypeBuilder<PersonWhoLeft> person)
    {
        person.ToTable("people_who_left");
        person.Property(p => p.Id).ValueGeneratedNever();
    }
}

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> key)
    {
        key.ToTable("signing_keys");
        key.HasKey(k => k.Kid);
        key.Property(k => k.Kid).HasMaxLength(43);
        key.Property(k => k.X).HasMaxLength(43);
        key.Property(k => k.Y).HasMaxLength(43);
    }
}

internal sealed class WaitingMailMapping : IEntityTypeConfiguration<WaitingMail>
{
    public void Configure(EntityTypeBuilder<WaitingMail> mail)
    {
        mail.ToTable("mails");
        mail.HasIndex(m => m.NextTryAt).HasDatabaseName("ix_mails_next_try_at");
        mail.HasIndex(m => m.SessionId).HasDatabaseName("ix_mails_session");
    }
}

internal sealed class SessionHeardMapping : IEntityTypeConfiguration<SessionHeard>
{
    public void Configure(EntityTypeBuilder<SessionHeard> session)
    {
        session.ToTable("sessions_heard");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasIndex(s => s.HeardAt).HasDatabaseName("ix_sessions_heard_at");
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasKey(d => new { d.AccountId, d.Journey });
        draft.Property(d => d.Journey).HasMaxLength(60);
        draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_drafts_account");
        draft.HasIndex(d => d.KeptUntil).HasDatabaseName("ix_drafts_kept_until");
    }
}

internal sealed class KeyRingMapping : IEntityTypeConfiguration<KeyRingElement>
{
    public void Configure(EntityTypeBuilder<KeyRingElement> element)
    {
        element.ToTable("key_ring");
        element.Property(e => e.Id).UseIdentityAlwaysColumn();
        element.Property(e => e.Name).HasMaxLength(200);
    }
}
