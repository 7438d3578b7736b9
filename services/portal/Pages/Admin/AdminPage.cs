using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>What administrators' pages share. What they change of the portal's own is changed by the same use cases as the API's.</summary>
public abstract class AdminPage : MentoringPage
{
    /// <summary>The portal's own accounts.</summary>
    protected AccountsDb Db => Of<AccountsDb>();

    /// <summary>The clock.</summary>
    protected TimeProvider Clock => Of<TimeProvider>();

    /// <summary>Something of the portal's.</summary>
    protected T Of<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    /// <summary>Runs a use case of the portal's own, all of it or nothing. Null when it is done, else why not.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    protected async Task<ProblemHttpResult?> Run<T>(Func<Task<T>> useCase)
        where T : INestedHttpResult
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        if ((await useCase()).Result is ProblemHttpResult problem) return problem;
        await transaction.CommitAsync(CancellationToken.None);
        return null;
    }

    /// <summary>Sends somebody the mail with which they make their account. Null when it is on its way, else why not.</summary>
    protected Task<ProblemHttpResult?> SendInvitation(Invite.Request request) => Run(() => Invite.Handle(request, Caller, Of<OwningServices>(), Of<Inviting>(), Db, Clock, Gone));
}

/// <summary>How administrators' pages speak of accounts and invitations.</summary>
public static class AdminWords
{
    /// <summary>What an account is called where its owner must stay unknown.</summary>
    public static string Name(AccountView account) => account.Name ?? account.Email ?? (account.MenteeId is null && account.Roles.Count > 0 ? "An account without a name" : "A young person");

    /// <summary>Roles in words.</summary>
    public static string Roles(IEnumerable<string> roles) => roles.Any() ? Say.List(roles.Select((r, i) => i == 0 ? Say.Word(r) : Say.Word(r).ToLower(Say.British))) : "No role any more";

    /// <summary>How an invitation stands, with a tag's colour.</summary>
    public static (string Words, string Colour) State(InvitationState state) => state switch
    {
        InvitationState.Open => ("Waiting", "yellow"),
        InvitationState.Accepted => ("Accepted", "green"),
        InvitationState.Withdrawn => ("Taken back", "grey"),
        _ => ("Run out", "orange"),
    };
}
