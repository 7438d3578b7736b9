using System.Text.RegularExpressions;
using Mentoring.Testing;

namespace Mentoring.Browser.Tests;

/// <summary>The portal's mail, as whoever it is for reads it.</summary>
/// <param name="folder">Where the portal leaves it.</param>
public sealed partial class Letters(string folder)
{
    /// <summary>The newest letter to an address that holds all these words; waits for it.</summary>
    public Task<Letter> To(string email, params string[] words) => Eventually.Get(
        () => Task.FromResult(All(email).FirstOrDefault(letter => words.All(word => letter.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))),
        $"{email} has mail about '{string.Join("', '", words)}'");

    /// <summary>The next letter to an address after those already read; waits for it.</summary>
    public async Task<Letter> Next(string email, Func<Task> whatBringsIt)
    {
        var before = All(email).Count();
        await whatBringsIt();
        return await Eventually.Get(() => Task.FromResult(All(email).Count() > before ? All(email).First() : null), $"{email} gets a letter");
    }

    /// <summary>All letters to an address, the newest first.</summary>
    // The names of the files are version-7 Guids, so the last name is the newest.
    public IEnumerable<Letter> All(string email) => Directory.GetFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Select(File.ReadAllText)
        .Where(text => Address().Match(text) is { Success: true } to && to.Groups["address"].Value.Equals(email, StringComparison.OrdinalIgnoreCase))
        .Select(text => new Letter(text));

    [GeneratedRegex(@"^To: .*?(?<address>[^\s<>]+@[^\s<>]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

/// <summary>A letter.</summary>
/// <param name="Text">All of it.</param>
public sealed partial record Letter(string Text)
{
    /// <summary>What stands behind <c>Your code:</c>.</summary>
    public string Code => CodeLine().Match(Text) is { Success: true } found ? found.Groups["code"].Value : throw new InvalidOperationException("No code in:\n" + Text);

    /// <summary>The first web address in it.</summary>
    public Uri Link => Web().Match(Text) is { Success: true } found ? new(found.Value) : throw new InvalidOperationException("No link in:\n" + Text);

    [GeneratedRegex(@"^Your code: (?<code>[0-9A-Za-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Web();
}
