using System.Text.RegularExpressions;

namespace Mentoring.Demo;

/// <summary>The folder where the portal leaves its mail when no mail server is configured.</summary>
/// <param name="folder">The folder.</param>
public sealed partial class Mailbox(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The code in the newest invitation to an address; waits for the mail to arrive.</summary>
    /// <exception cref="DemoException">No invitation came.</exception>
    public Task<string> InvitationFor(string email, CancellationToken cancel) => Wait(email, Code(), after: string.Empty, "invitation", cancel);

    /// <summary>The code to sign in with that a young person is mailed once they ask.</summary>
    /// <param name="email">Their address.</param>
    /// <param name="after">The newest mail before they asked.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DemoException">No code came.</exception>
    public Task<string> SignInCodeFor(string email, string after, CancellationToken cancel) => Wait(email, SignInCode(), after, "code", cancel);

    /// <summary>The newest mail there is; empty without any. The names of the files are version-7 Guids, so the last name is the newest.</summary>
    public string Newest() => Files().FirstOrDefault(string.Empty);

    private async Task<string> Wait(string email, Regex code, string after, string what, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            do
            {
                if (Find(email, code, after) is { } found) return found;
            }
            while (await look.WaitForNextTickAsync(inTime.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Said below.
        }

        throw new DemoException($"No {what} for {email} arrived in {folder} within {Patience.TotalSeconds:0} seconds.");
    }

    private IEnumerable<string> Files() => !Directory.Exists(folder) ? [] : Directory.GetFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal);

    private string? Find(string email, Regex code, string after) => Files()
        .TakeWhile(file => string.CompareOrdinal(file, after) > 0)
        .Select(File.ReadAllText)
        .Where(mail => To().Match(mail) is { Success: true } to && to.Groups["address"].Value.Equals(email, StringComparison.OrdinalIgnoreCase))
        .Select(mail => code.Match(mail))
        .FirstOrDefault(found => found.Success)?.Groups["code"].Value;

    [GeneratedRegex(@"^To: .*?(?<address>[^\s<>]+@[^\s<>]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex To();

    [GeneratedRegex(@"^Your code: (?<code>[0-9A-Za-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^Your sign-in code: (?<code>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInCode();
}
