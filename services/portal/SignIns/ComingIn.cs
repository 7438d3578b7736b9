using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>What came of a try to come in.</summary>
public sealed record Admission
{
    private Admission()
    {
    }

    /// <summary>The handle of the sign-in; null when it did not work.</summary>
    public string? Handle { get; private init; }

    /// <summary>Who is in; null when nobody is.</summary>
    public Account? Account { get; private init; }

    /// <summary>When the sign-in ends, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>Whether it has to be begun anew: the ten minutes or five tries are over, it was used, or another browser asked.</summary>
    public bool IsOver { get; private init; }

    /// <summary>They are in.</summary>
    public static Admission In(Account account, string handle, DateTimeOffset expiresAt) => new() { Account = account, Handle = handle, ExpiresAt = expiresAt };

    /// <summary>That was not right, and may be tried again.</summary>
    public static Admission No { get; } = new();

    /// <summary>Begin anew.</summary>
    public static Admission Over { get; } = new() { IsOver = true };

    /// <summary>Never the handle.</summary>
    public override string ToString() => Handle is not null ? "In" : IsOver ? "Over" : "No";
}

/// <summary>
/// Every way in, each with two things that somebody knows or holds: a passkey and what opens it; a password and a code from an
/// authenticator; a PIN and a code from their mail. What was wrong is never said, and somebody unknown is answered as somebody known
/// is, after the same work. Each call commits for itself, so that what is counted stays counted.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="steps">What is half done.</param>
/// <param name="passwords">Passwords and PINs.</param>
/// <param name="authenticators">Codes from apps.</param>
/// <param name="passkeys">Passkeys.</param>
/// <param name="post">The mail.</param>
/// <param name="http">For the kind of browser.</param>
/// <param name="clock">The clock.</param>
public sealed class ComingIn(
    AccountsDb db, SignInSteps steps, PasswordCheck passwords, Authenticators authenticators, Passkeys passkeys, Post post, IHttpContextAccessor http, TimeProvider clock)
{
    private sealed record Mailed(string Code);

    private sealed record Challenged(string State);

    /// <summary>Staff, first half: the right password gives the handle of a step that asks for a code; null for anything else.</summary>
    public async Task<string?> GivePassword(string email, string password, CancellationToken cancel)
    {
        if (await passwords.Check(email, password, cancel) is not { IsOpen: true } account)
        {
            await Refuse("a password", cancel);
            return null;
        }

        var handle = steps.Begin(StepPurpose.SecondFactor, account.Id, new { }, SignInStep.Life);
        await db.SaveChangesAsync(cancel);
        return handle;
    }

    /// <summary>Whether the step after the password is still open, and whether there is an app whose code can be asked for.</summary>
    public async Task<(bool IsOpen, bool HasApp)> LookAfterPassword(string? handle, CancellationToken cancel) =>
        await steps.Look(handle, StepPurpose.SecondFactor, cancel) is { } step ? (true, await db.Authenticators.AnyAsync(a => a.AccountId == step.AccountId, cancel)) : (false, false);

    /// <summary>Whether a code that was mailed may still be given.</summary>
    public async Task<bool> IsMailCodeOpen(string? handle, CancellationToken cancel) => await steps.Look(handle, StepPurpose.MailCode, cancel) is not null;

    /// <summary>Staff, second half: a code from the app, or a recovery code.</summary>
    public async Task<Admission> GiveCode(string? handle, string code, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.SecondFactor, cancel) is not { } step) return Admission.Over;
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == step.AccountId, cancel) is not { } account || !await IsRight(account, code, cancel)) return await Refuse("a code", cancel);
        return await steps.Use(step, cancel) ? await Admit(account, cancel) : Admission.Over;
    }

    /// <summary>Staff, both halves at once, for programs.</summary>
    public async Task<Admission> WithPassword(string email, string password, string code, CancellationToken cancel) =>
        await passwords.Check(email, password, cancel) is { } account && await IsRight(account, code, cancel) ? await Admit(account, cancel) : await Refuse("a password and a code", cancel);

    /// <summary>Young people, first half: mails a code to the address if it is one of theirs. The handle looks the same either way.</summary>
    public async Task<string> AskForCode(string email, CancellationToken cancel)
    {
        var normal = Inviting.Normal(email);
        var mayMail = await SignInTries.Take(db, normal, clock.GetUtcNow(), cancel, TryLimit.Mail, TryLimit.MailsInADay);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancel);
        if (account is not { IsYoung: true, IsOpen: true, PinHash: not null }) account = null;
        var code = Digits(6);
        var handle = steps.Begin(StepPurpose.MailCode, account?.Id, new Mailed(code), SignInStep.Life);
        post.Write(Letters.SignInCode(mayMail && account is not null ? account.Email! : string.Empty, code), until: clock.GetUtcNow() + SignInStep.Life);
        await db.SaveChangesAsync(cancel);
        return handle;
    }

    /// <summary>Young people, second half: the code from the mail and the PIN.</summary>
    public async Task<Admission> WithPin(string? handle, string pin, string code, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.MailCode, cancel) is not { } step) return Admission.Over;
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == step.AccountId, cancel);
        var isCode = Same(steps.Read<Mailed>(step).Code, PinRules.Normal(code));
        // PINs are counted for whoever has the mailbox, so that a stranger locks nobody out.
        var mayLook = isCode && account is not null && await SignInTries.Take(db, account.NormalizedUserName!, clock.GetUtcNow(), cancel, TryLimit.Pin, TryLimit.PinsInAWeek);
        var isPin = passwords.IsPin(account, pin);
        if (!mayLook || !isPin || account is not { IsYoung: true, IsOpen: true }) return await Refuse("a PIN and a code", cancel);
        if (!await steps.Use(step, cancel)) return Admission.Over;
        await SignInTries.Forget(db, account.NormalizedUserName!, cancel, TryLimit.Pin, TryLimit.PinsInAWeek);
        return await Admit(account, cancel);
    }

    /// <summary>Anybody, first half: what the browser is to ask its passkeys.</summary>
    public async Task<(string Handle, string Options)> AskForPasskey(CancellationToken cancel)
    {
        var (options, state) = await passkeys.Ask();
        var handle = steps.Begin(StepPurpose.Passkey, account: null, new Challenged(state), SignInStep.Life);
        await db.SaveChangesAsync(cancel);
        return (handle, options);
    }

    /// <summary>Anybody, second half: what the passkey signed. No lockout of passwords or PINs stands in its way.</summary>
    public async Task<Admission> WithPasskey(string? handle, string credential, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Passkey, cancel) is not { } step) return Admission.Over;
        if (await passkeys.WhoseIs(credential, steps.Read<Challenged>(step).State) is not { } account) return await Refuse("a passkey", cancel);
        return await steps.Use(step, cancel) ? await Admit(account, cancel) : Admission.Over;
    }

    /// <summary>Signs an account in whose owner has shown both; nobody comes in to one that is shut.</summary>
    public async Task<Admission> Admit(Account account, CancellationToken cancel)
    {
        if (!account.IsOpen) return await Refuse("an account that is shut", cancel);
        var (signIn, handle) = SignIn.Start(account, clock.GetUtcNow(), Browsers.Name(http.HttpContext?.Request.Headers.UserAgent));
        db.SignIns.Add(signIn);
        await db.SaveChangesAsync(cancel);
        return Admission.In(account, handle, signIn.ExpiresAt);
    }

    // The same work for somebody known and unknown, so it does not say for whom.
    private async Task<Admission> Refuse(string what, CancellationToken cancel)
    {
        await db.Keep("refused to sign in", what, cancel);
        return Admission.No;
    }

    /// <summary>Whether a code is one of this account's; it is used up, and so is a try.</summary>
    public async Task<bool> IsRight(Account account, string code, CancellationToken cancel)
    {
        if (!await SignInTries.Take(db, account.NormalizedUserName!, clock.GetUtcNow(), cancel, TryLimit.Code, TryLimit.CodesInAWeek)) return false;
        if (await authenticators.Of(account.Id, cancel) is not { } authenticator) return false;
        var used = await authenticators.Use(authenticator, code, cancel);
        if (used == CodeUsed.No) return false;
        if (used == CodeUsed.Recovery)
        {
            post.Write(Letters.Changed(account, $"A recovery code was used to sign in. {authenticator.RecoveryHashes.Count - 1} are left.", clock.GetUtcNow()), clock.GetUtcNow().AddDays(2));
            await db.SaveChangesAsync(cancel);
        }

        await SignInTries.Forget(db, account.NormalizedUserName!, cancel, TryLimit.Code, TryLimit.CodesInAWeek);
        return true;
    }

    /// <summary>So many random digits.</summary>
    public static string Digits(int many) => RandomNumberGenerator.GetInt32((int)Math.Pow(10, many)).ToString($"D{many}", CultureInfo.InvariantCulture);

    /// <summary>Whether two codes are the same, without telling by the time it takes how far.</summary>
    public static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
