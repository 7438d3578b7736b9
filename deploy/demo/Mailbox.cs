using System.Text.RegularExpressions;

namespace Mentoring.Demo;

/// <summary>The folder where the portal leaves its mail when no mail server is configured.</summary>
/// <param name="folder">The folder.</param>
public sealed partial class Mailbox(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The code in the newest invitation to an address; waits for the mail to arrive.</summary>
    /// <exception cref="DemoException">No invitation came.</exception>
    public async Task<string> InvitationFor(string email, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            do
            {
                if (NewestCode(email) is { } code) return code;
            }
            while (await look.WaitForNextTickAsync(inTime.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Said below.
        }

        throw new DemoException($"No invitation for {email} arrived in {folder} within {Patience.TotalSeconds:0} seconds.");
    }

    // The names of the files are version-7 Guids, so the last name is the newest mail.
    private string? NewestCode(string email) => !Directory.Exists(folder) ? null : Directory.GetFiles(folder, "*.eml")
        .OrderDescending(StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .Where(mail => To().Match(mail) is { Success: true } to && to.Groups["address"].Value.Equals(email, StringComparison.OrdinalIgnoreCase))
        .Select(mail => Code().Match(mail))
        .FirstOrDefault(code => code.Success)?.Groups["code"].Value;

    [GeneratedRegex(@"^To: .*?(?<address>[^\s<>]+@[^\s<>]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex To();

    [GeneratedRegex(@"^Your code: (?<code>[0-9A-Za-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
