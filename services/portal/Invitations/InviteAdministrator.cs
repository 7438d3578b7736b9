using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>The command <c>invite-administrator &lt;email&gt;</c>: how the first administrator comes in. Whoever may run it has the database anyway.</summary>
public static class InviteAdministrator
{
    /// <summary>Writes the invitation and its mail, and prints the code. Returns the exit code.</summary>
    public static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not [var email] || !Addresses.CanBeMailed(email))
        {
            await Console.Error.WriteLineAsync("Give one e-mail address: invite-administrator name@example.org");
            return 2;
        }

        var db = services.GetRequiredService<AccountsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (invitation, code) = await services.GetRequiredService<Inviting>()
            .Send(Roles.Administrator, email.Trim(), "Administrator", greeting: null, by: null, mentor: null, mentee: null, partner: null, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Console.WriteLine($"Code: {code}");
        Console.WriteLine($"It works once, until {invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC: POST /api/invitations/acceptance. The mail goes out when the portal runs.");
        return 0;
    }
}
