using Mentoring.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>What somebody signs in with.</summary>
public sealed record WaysIn
{
    /// <summary>Whether there is a PIN and no password.</summary>
    public required bool IsYoung { get; init; }

    /// <summary>The address to sign in with.</summary>
    public required string Email { get; init; }

    /// <summary>Since when there is an authenticator app, UTC; null without one.</summary>
    public required DateTimeOffset? AuthenticatorSince { get; init; }

    /// <summary>How many recovery codes are left.</summary>
    public required int RecoveryCodes { get; init; }

    /// <summary>The passkeys, oldest first.</summary>
    public required IReadOnlyList<OwnPasskey> Passkeys { get; init; }
}

/// <summary>One of somebody's passkeys.</summary>
/// <param name="Id">Its id, for URLs.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record OwnPasskey(string Id, string Name, DateTimeOffset Since);

/// <summary>
/// What somebody who is signed in does to their own ways in. What takes the place of something before asks for the password or PIN again and
/// counts the tries; every change is told to the owner by mail. Each call commits for itself.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="steps">What is half done.</param>
/// <param name="passwords">Passwords and PINs.</param>
/// <param name="authenticators">Authenticator apps.</param>
/// <param name="passkeys">Passkeys.</param>
/// <param name="signIns">The open sign-ins.</param>
/// <param name="users">Identity.</param>
/// <param name="post">The mail.</param>
/// <param name="clock">The clock.</param>
public sealed class OwnWaysIn(
    AccountsDb db, SignInSteps steps, PasswordCheck passwords, Authenticators authenticators, Passkeys passkeys, OwnSignIns signIns, UserManager<Account> users, Post post, TimeProvider clock)
{
    private const string NotIt = "That is not it, or there were too many tries. After five tries, wait 15 minutes.";

    private const string Late = "That took too long or too many tries. Begin again.";

    // One of the two.
    private sealed record Added(byte[]? Key = null, string? Challenge = null);

    /// <summary>What there is.</summary>
    public async Task<WaysIn> Look(AccountId id, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        var authenticator = await authenticators.Of(id.Value, cancel);
        return new()
        {
            IsYoung = account.IsYoung,
            Email = account.Email!,
            AuthenticatorSince = authenticator?.Since,
            RecoveryCodes = authenticator?.RecoveryHashes.Count ?? 0,
            Passkeys = [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt).Select(p => new OwnPasskey(Portal.Passkeys.Id(p), p.Name ?? "Passkey", p.CreatedAt))],
        };
    }

    /// <summary>Why a new password will not do, as a sentence; null when it will.</summary>
    public async Task<string?> RefusalOf(AccountId id, string wanted, CancellationToken cancel) => PasswordRules.Refusal(PasswordRules.Normal(wanted), (await Account(id, cancel)).Email!);

    /// <summary>A new password for the present one. Other sign-ins end.</summary>
    public async Task<Decision> ChangePassword(AccountId id, SignInId here, string present, string wanted, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        if (PasswordRules.Refusal(PasswordRules.Normal(wanted), account.Email!) is { } refusal) return Decision.Refused(refusal);
        if (!await Knows(account, present, cancel)) return Decision.Refused(NotIt);
        account.Lock(passwordHash: passwords.Hash(account, PasswordRules.Normal(wanted)));
        return await Changed(account, here, "Your password was changed.", cancel);
    }

    /// <summary>A new PIN for the present one. Other sign-ins end.</summary>
    public async Task<Decision> ChangePin(AccountId id, SignInId here, string present, string wanted, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        if (PinRules.Refusal(PinRules.Normal(wanted)) is { } refusal) return Decision.Refused(refusal);
        if (!await Knows(account, present, cancel)) return Decision.Refused(NotIt);
        account.Lock(pinHash: passwords.Hash(account, PinRules.Normal(wanted)));
        return await Changed(account, here, "Your PIN was changed.", cancel);
    }

    /// <summary>Begins with another authenticator app, for the password; null when that is wrong. The app before works until this one is confirmed.</summary>
    public async Task<string?> AskForAuthenticator(AccountId id, string password, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        if (account.IsYoung || !await Knows(account, password, cancel)) return null;
        var handle = steps.Begin(StepPurpose.Adding, account.Id, new Added(Key: TimeCode.NewKey()), SignInStep.LongLife);
        await db.SaveChangesAsync(cancel);
        return handle;
    }

    /// <summary>The key to put into the app; null when the step is over.</summary>
    public async Task<byte[]?> KeyOf(AccountId id, string? handle, CancellationToken cancel) =>
        await steps.Look(handle, StepPurpose.Adding, cancel) is { } step && step.AccountId == id.Value ? steps.Read<Added>(step).Key : null;

    /// <summary>Confirms the app by a code, and answers new recovery codes; the ones before are gone. Other sign-ins end.</summary>
    public async Task<(Decision Decision, IReadOnlyList<string> Codes)> AddAuthenticator(AccountId id, SignInId here, string? handle, string code, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Adding, cancel) is not { } step || step.AccountId != id.Value || steps.Read<Added>(step).Key is not { } key) return (Decision.Refused(Late), []);
        if (TimeCode.Match(key, PinRules.Normal(code), clock.GetUtcNow()) is not { } used) return (Decision.Refused("That code does not fit. Look at the app again: it shows a new one every 30 seconds."), []);
        if (!await steps.Use(step, cancel)) return (Decision.Refused(Late), []);
        var codes = await authenticators.SetUp(id.Value, key, used, cancel);
        return (await Changed(await Account(id, cancel), here, "Another authenticator app was set up. The one before does not work any more.", cancel), codes);
    }

    /// <summary>Ten new recovery codes for the password; null when that is wrong, or there is no app.</summary>
    public async Task<IReadOnlyList<string>?> NewRecoveryCodes(AccountId id, string password, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        if (!await Knows(account, password, cancel) || await authenticators.Of(id.Value, cancel) is not { } authenticator) return null;
        var codes = authenticators.NewRecoveryCodes(authenticator);
        await Changed(account, here: null, "New recovery codes were made. The ones before do not work any more.", cancel);
        return codes;
    }

    /// <summary>What the browser is to make a passkey of, and the handle of the step.</summary>
    public async Task<(string Handle, string Options)> AskForPasskey(AccountId id, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        var (options, state) = await passkeys.AskForNew(account.Id, account.Email!);
        var handle = steps.Begin(StepPurpose.Adding, account.Id, new Added(Challenge: state), SignInStep.Life);
        await db.SaveChangesAsync(cancel);
        return (handle, options);
    }

    /// <summary>Adds the passkey that the browser made.</summary>
    public async Task<Decision> AddPasskey(AccountId id, string? handle, string credential, string? name, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Adding, cancel) is not { } step || step.AccountId != id.Value || steps.Read<Added>(step).Challenge is not { } challenge) return Decision.Refused(Late);
        var account = await Account(id, cancel);
        if ((await users.GetPasskeysAsync(account)).Count >= Portal.Passkeys.Most) return Decision.Refused($"You have {Portal.Passkeys.Most} passkeys already. Remove one first.");
        if (await passkeys.Read(id.Value, credential, challenge, name) is not { } passkey || !await steps.Use(step, cancel))
            return Decision.Refused("Your device did not make a passkey that works here. Try again.");
        (await users.AddOrUpdatePasskeyAsync(account, passkey)).OrThrow();
        return await Changed(account, here: null, "A passkey was added.", cancel);
    }

    /// <summary>Gives a passkey another name. False when it is not theirs.</summary>
    public async Task<bool> NamePasskey(AccountId id, string passkey, string name, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        if (await Find(account, passkey) is not { } known) return false;
        known.Name = Portal.Passkeys.Name(name) ?? known.Name;
        (await users.AddOrUpdatePasskeyAsync(account, known)).OrThrow();
        return true;
    }

    /// <summary>Removes a passkey; not the last way that staff have in.</summary>
    public async Task<Decision> RemovePasskey(AccountId id, string passkey, CancellationToken cancel)
    {
        var account = await Account(id, cancel);
        if (await Find(account, passkey) is not { } known) return Decision.AlreadySo;
        if (!account.IsYoung && await authenticators.Of(id.Value, cancel) is null && (await users.GetPasskeysAsync(account)).Count == 1)
            return Decision.Refused("This passkey is your only second factor. Set up an authenticator app or another passkey first.");
        (await users.RemovePasskeyAsync(account, known.CredentialId)).OrThrow();
        return await Changed(account, here: null, "A passkey was removed.", cancel);
    }

    private Task<Account> Account(AccountId id, CancellationToken cancel) => db.Accounts.SingleAsync(a => a.Id == id.Value, cancel);

    private async Task<UserPasskeyInfo?> Find(Account account, string passkey) => (await users.GetPasskeysAsync(account)).FirstOrDefault(p => Portal.Passkeys.Id(p) == passkey);

    private async Task<bool> Knows(Account account, string secret, CancellationToken cancel)
    {
        if (account.PasswordHash is not null && !account.IsYoung) return await passwords.Check(account.Email!, secret, cancel) is not null;
        if (!await SignInTries.Take(db, account.NormalizedUserName!, clock.GetUtcNow(), cancel, TryLimit.Pin, TryLimit.PinsInAWeek) || !passwords.IsPin(account, secret)) return false;
        await SignInTries.Forget(db, account.NormalizedUserName!, cancel, TryLimit.Pin, TryLimit.PinsInAWeek);
        return true;
    }

    // With the sign-in that stays, all others end.
    private async Task<Decision> Changed(Account account, SignInId? here, string what, CancellationToken cancel)
    {
        if (here is not null) await signIns.EndAll(new(account.Id), here, cancel);
        post.Write(Letters.Changed(account, what, clock.GetUtcNow()), clock.GetUtcNow().AddDays(2));
        await db.SaveChangesAsync(cancel);
        return Decision.Done;
    }
}
