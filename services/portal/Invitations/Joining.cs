using Mentoring.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>What came of a step in accepting an invitation.</summary>
public sealed record JoinAnswer
{
    private JoinAnswer()
    {
    }

    /// <summary>Why it did not work, as a sentence; null when it did.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Beside which field the refusal belongs: <c>password</c>, <c>pin</c> or <c>code</c>; null for none.</summary>
    public string? Field { get; private init; }

    /// <summary>The status that a refusal is answered with.</summary>
    public int Status { get; private init; }

    /// <summary>Whether to begin anew with the code from the mail.</summary>
    public bool IsOver { get; private init; }

    /// <summary>The handle with which to go on setting up a second factor; null when nothing is left to do.</summary>
    public string? Handle { get; private init; }

    /// <summary>The key for their authenticator app.</summary>
    public byte[]? Key { get; private init; }

    /// <summary>The account, once there is one.</summary>
    public Account? Account { get; private init; }

    /// <summary>They are in; null for an account that was complete before, whose owner signs in as always.</summary>
    public Admission? In { get; private init; }

    /// <summary>Codes for the day when the app is lost; empty with a passkey.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private init; } = [];

    internal static JoinAnswer Closed { get; } = No(
        StatusCodes.Status404NotFound, "This code does not work. It may have been used or taken back, or its time is over. Ask whoever invited you for a new one.");

    internal static JoinAnswer Begin { get; } = new() { Status = StatusCodes.Status401Unauthorized, IsOver = true, Refusal = "That took too long or too many tries. Begin again with the code from your mail." };

    internal static JoinAnswer No(int status, string sentence, string? field = null) => new() { Status = status, Refusal = sentence, Field = field };

    internal static JoinAnswer GoOn(string handle, byte[] key) => new() { Handle = handle, Key = key };

    internal static JoinAnswer Done(Account account, Admission? entered, IReadOnlyList<string> codes) => new() { Account = account, In = entered, RecoveryCodes = codes };
}

/// <summary>Whom an invitation that is being accepted is for.</summary>
/// <param name="Role">The role it gives.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Renews">Whether it lets somebody in again who has an account.</param>
/// <param name="HasPassword">Whether the password asked for is that of their account, and not a new one.</param>
/// <param name="Key">The key for their authenticator app, once the password is given.</param>
public sealed record InvitedPerson(string Role, string Email, bool Renews, bool HasPassword, byte[]? Key)
{
    /// <summary>Whether it is for a young person, who chooses a PIN.</summary>
    public bool IsYoung => Role == Roles.Mentee;
}

/// <summary>
/// Accepting an invitation: the code from the mail, then for staff a password and a second factor, for a young person a PIN. No account
/// is made and no code is used up before all of it is there, so that giving up on the way loses nothing.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="steps">How far somebody is.</param>
/// <param name="passwords">Passwords and PINs.</param>
/// <param name="authenticators">Authenticator apps.</param>
/// <param name="passkeys">Passkeys.</param>
/// <param name="comingIn">Signs in who has joined.</param>
/// <param name="users">Identity.</param>
/// <param name="clock">The clock.</param>
public sealed class Joining(
    AccountsDb db, SignInSteps steps, PasswordCheck passwords, Authenticators authenticators, Passkeys passkeys, ComingIn comingIn, UserManager<Account> users, TimeProvider clock)
{
    private sealed record SoFar(InvitationId Invitation, Guid Account, string? PasswordHash = null, byte[]? Key = null, string? Challenge = null);

    /// <summary>Opens an invitation with the code from the mail. The handle is that of a step; null when the code does not work.</summary>
    public async Task<string?> Open(string code, CancellationToken cancel)
    {
        var hash = InvitationCode.Hash(code);
        var invitation = await Invitations().SingleOrDefaultAsync(i => i.CodeHash == hash, cancel);
        if (invitation is null || invitation.StateAt(clock.GetUtcNow()) != InvitationState.Open || await db.PeopleWhoLeft.AnyAsync(p => p.Id == PersonOf(invitation), cancel)) return null;
        var account = await AccountOf(invitation, cancel);
        var handle = steps.Begin(StepPurpose.Joining, account: null, new SoFar(invitation.Id, account?.Id ?? AccountId.New().Value), SignInStep.LongLife);
        await db.SaveChangesAsync(cancel);
        return handle;
    }

    /// <summary>Whom the invitation is for; null when the step is over.</summary>
    public async Task<InvitedPerson?> Look(string? handle, CancellationToken cancel)
    {
        if (await steps.Look(handle, StepPurpose.Joining, cancel) is not { } step) return null;
        var soFar = steps.Read<SoFar>(step);
        if (await Find(soFar, cancel) is not { } invitation) return null;
        return new(invitation.Role, invitation.Email, invitation.Renews, await AccountOf(invitation, cancel) is { PasswordHash: not null }, soFar.Key);
    }

    /// <summary>Staff: a new password, or for an account that is there its own. Answers the key for their authenticator app, unless the account has a second factor.</summary>
    public async Task<JoinAnswer> GivePassword(string? handle, string password, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Joining, cancel) is not { } step || steps.Read<SoFar>(step) is var soFar && await Find(soFar, cancel) is not { } invitation) return JoinAnswer.Begin;
        if (invitation.Role == Roles.Mentee) return JoinAnswer.No(StatusCodes.Status400BadRequest, "This invitation asks for a PIN and not for a password.", "pin");
        var account = await AccountOf(invitation, cancel);
        string? hash = null;
        if (account?.PasswordHash is not null)
        {
            if (await passwords.Check(invitation.Email, password, cancel) is null)
                return JoinAnswer.No(StatusCodes.Status401Unauthorized, "You have an account with this e-mail address already. Give its password to go on. After five tries, wait 15 minutes.", "password");
            if (await HasSecondFactor(account.Id, cancel)) return await Complete(step, soFar, _ => Task.FromResult<IReadOnlyList<string>>([]), enters: false, cancel);
        }
        else if (PasswordRules.Refusal(PasswordRules.Normal(password), invitation.Email) is { } refusal)
        {
            return JoinAnswer.No(StatusCodes.Status400BadRequest, refusal, "password");
        }
        else
        {
            hash = passwords.Hash(new Account(), PasswordRules.Normal(password));
        }

        var key = TimeCode.NewKey();
        await steps.GoOn(step, soFar with { PasswordHash = hash, Key = key }, SignInStep.LongLife, cancel);
        return JoinAnswer.GoOn(handle!, key);
    }

    /// <summary>A young person: a new PIN. With the code from their mail they are in.</summary>
    public async Task<JoinAnswer> GivePin(string? handle, string pin, CancellationToken cancel)
    {
        if (await steps.Look(handle, StepPurpose.Joining, cancel) is not { } step || steps.Read<SoFar>(step) is var soFar && await Find(soFar, cancel) is not { } invitation) return JoinAnswer.Begin;
        if (invitation.Role != Roles.Mentee) return JoinAnswer.No(StatusCodes.Status400BadRequest, "This invitation asks for a password and not for a PIN.", "password");
        if (PinRules.Refusal(PinRules.Normal(pin)) is { } refusal) return JoinAnswer.No(StatusCodes.Status400BadRequest, refusal, "pin");
        return await Complete(
            step, soFar,
            account =>
            {
                account.Lock(pinHash: passwords.Hash(account, PinRules.Normal(pin)));
                return Task.FromResult<IReadOnlyList<string>>([]);
            },
            enters: true, cancel);
    }

    /// <summary>Staff: a code from the app that now holds the key.</summary>
    public async Task<JoinAnswer> GiveCode(string? handle, string code, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Joining, cancel) is not { } step || steps.Read<SoFar>(step) is not { Key: { } key } soFar) return JoinAnswer.Begin;
        if (TimeCode.Match(key, PinRules.Normal(code), clock.GetUtcNow()) is not { } used)
            return JoinAnswer.No(StatusCodes.Status400BadRequest, "That code does not fit. Look at the app again: it shows a new one every 30 seconds. The clock of your phone must be right.", "code");
        return await Complete(step, soFar, account => authenticators.SetUp(account.Id, key, used, cancel), enters: true, cancel);
    }

    /// <summary>Staff: what the browser is to make a passkey of; null when the step is over or it is too early.</summary>
    public async Task<string?> AskForPasskey(string? handle, CancellationToken cancel)
    {
        if (await steps.Look(handle, StepPurpose.Joining, cancel) is not { } step || steps.Read<SoFar>(step) is not { Key: not null } soFar || await Find(soFar, cancel) is not { } invitation) return null;
        var (options, state) = await passkeys.AskForNew(soFar.Account, invitation.Email);
        await steps.GoOn(step, soFar with { Challenge = state }, SignInStep.LongLife, cancel);
        return options;
    }

    /// <summary>Staff: the passkey that the browser made, instead of an app.</summary>
    public async Task<JoinAnswer> GivePasskey(string? handle, string credential, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Joining, cancel) is not { } step || steps.Read<SoFar>(step) is not { Key: not null, Challenge: { } challenge } soFar) return JoinAnswer.Begin;
        if (await passkeys.Read(soFar.Account, credential, challenge, name: null) is not { } passkey)
            return JoinAnswer.No(StatusCodes.Status400BadRequest, "Your device did not make a passkey that works here. Try again, or use an authenticator app.");
        return await Complete(
            step, soFar,
            async account =>
            {
                (await users.AddOrUpdatePasskeyAsync(account, passkey)).OrThrow();
                return [];
            },
            enters: true, cancel);
    }

    /// <summary>Whether an account has an authenticator or a passkey.</summary>
    public async Task<bool> HasSecondFactor(Guid account, CancellationToken cancel) =>
        await db.Authenticators.AnyAsync(a => a.AccountId == account, cancel) || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == account, cancel);

    // All of it at once, or nothing. Who left is asked first and the invitation locked then, as leaving does it, so that the two never
    // wait for each other; a code sent twice at once works once.
    private async Task<JoinAnswer> Complete(SignInStep step, SoFar soFar, Func<Account, Task<IReadOnlyList<string>>> enrol, bool enters, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = await Invitations().Where(i => i.Id == soFar.Invitation).Select(i => new { i.MentorId, i.MenteeId }).SingleOrDefaultAsync(cancel);
        var hasLeft = await db.HasLeft(person?.MentorId?.Value ?? person?.MenteeId?.Value, cancel);
        var invitation = (await db.Invitations.FromSql($"select *, xmin from invitations where id = {soFar.Invitation.Value} for update").ToListAsync(cancel)).SingleOrDefault();
        if (hasLeft || invitation is null || invitation.StateAt(now) != InvitationState.Open) return JoinAnswer.Closed;

        var account = await AccountOf(invitation, cancel);
        var isNew = account is null;
        if (account is null)
        {
            if (invitation.Renews) return JoinAnswer.Closed;
            account = Account.For(invitation, now);
            account.Id = soFar.Account;
        }
        else if (account.Id != soFar.Account || (account.PasswordHash is not null && soFar.PasswordHash is not null))
        {
            // Somebody was quicker with another invitation to the same address.
            return JoinAnswer.Begin;
        }

        var decision = invitation.Renews && account.DisabledAt is null ? Decision.Done : account.TakeOn(invitation);
        if (!decision.IsRefused) decision = invitation.Accept(account, now);
        if (decision.IsRefused) return JoinAnswer.No(StatusCodes.Status409Conflict, decision.Refusal!);
        if (soFar.PasswordHash is not null) account.Lock(passwordHash: soFar.PasswordHash);
        if (isNew) (await users.CreateAsync(account)).OrThrow();
        var codes = await enrol(account);
        await steps.Use(step, cancel);
        await db.SaveChangesAsync(cancel);
        var admission = enters ? await comingIn.Admit(account, cancel) : null;
        await transaction.CommitAsync(cancel);
        return JoinAnswer.Done(account, admission, codes);
    }

    private IQueryable<Invitation> Invitations() => db.Invitations.AsNoTracking();

    private async Task<Invitation?> Find(SoFar soFar, CancellationToken cancel) =>
        await Invitations().SingleOrDefaultAsync(i => i.Id == soFar.Invitation, cancel) is { } invitation && invitation.StateAt(clock.GetUtcNow()) == InvitationState.Open ? invitation : null;

    private Task<Account?> AccountOf(Invitation invitation, CancellationToken cancel) => db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == invitation.NormalizedEmail, cancel);

    private static Guid? PersonOf(Invitation invitation) => invitation.MentorId?.Value ?? invitation.MenteeId?.Value;
}
