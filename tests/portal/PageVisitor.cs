using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

/// <summary>Somebody who is signed in, reads a page and sends its form back as a browser without scripts does.</summary>
public sealed partial class PageVisitor(Uri portal, string handle) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal };
    private readonly Dictionary<string, string> cookies = new() { [SignInCookies.SignIn] = handle };

    /// <summary>The page as it was last shown.</summary>
    public string Html { get; private set; } = string.Empty;

    /// <summary>What the form of the page holds: every field that a browser would send, with its value.</summary>
    public List<(string Name, string Value)> Form { get; private set; } = [];

    /// <summary>Opens a page.</summary>
    public async Task Open(string path)
    {
        (await Send(new(HttpMethod.Get, path))).ShouldBe(HttpStatusCode.OK, Html);
        Html.ShouldNotContain("class=\"away\"");
    }

    /// <summary>Chooses an answer in a list, which holds one.</summary>
    public void Select(string name, string value)
    {
        Form.RemoveAll(f => f.Name == name).ShouldBe(1, $"{name} is not on the page");
        Form.Add((name, value));
    }

    /// <summary>Ticks a box.</summary>
    public void Tick(string name, string value)
    {
        Attributes(Html, "input").ShouldContain(a => a["name"] == name && a["value"] == value, $"{name} has no {value}");
        Form.Add((name, value));
    }

    /// <summary>Sends the form.</summary>
    public async Task<HttpStatusCode> Save(string path) => await Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(Form.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<HttpStatusCode> Send(HttpRequestMessage message)
    {
        using var request = message;
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : []) cookies[set.Split('=')[0]] = set.Split('=', 2)[1].Split(';')[0];
        Html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Form = [.. Fields(PostedForm().Matches(Html).Select(m => m.Value).LastOrDefault(f => f.Contains("govuk-form-group", StringComparison.Ordinal)) ?? string.Empty)];
        return answer.StatusCode;
    }

    private static IEnumerable<(string Name, string Value)> Fields(string form)
    {
        foreach (var input in Attributes(form, "input").Where(a => a.ContainsKey("name") && (a["type"] is not ("checkbox" or "radio") || a.ContainsKey("checked")))) yield return (input["name"], input.GetValueOrDefault("value", string.Empty));
        foreach (Match area in Area().Matches(form)) yield return (area.Groups["name"].Value, area.Groups["text"].Value.TrimStart('\n'));
        foreach (Match list in List().Matches(form))
        {
            var options = Attributes(list.Value, "option").ToList();
            yield return (list.Groups["name"].Value, (options.Find(o => o.ContainsKey("selected")) ?? options[0])["value"]);
        }
    }

    private static IEnumerable<Dictionary<string, string>> Attributes(string html, string tag) =>
        Regex.Matches(html, $"<{tag} [^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(t => Attribute().Matches(t.Value).ToDictionary(a => a.Groups["name"].Value, a => a.Groups["value"].Value));

    [GeneratedRegex("<form [^>]*method=\"post\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex PostedForm();

    [GeneratedRegex("<textarea [^>]*name=\"(?<name>[^\"]+)\"[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.None, 1000)]
    private static partial Regex Area();

    [GeneratedRegex("<select [^>]*name=\"(?<name>[^\"]+)\".*?</select>", RegexOptions.Singleline, 1000)]
    private static partial Regex List();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Attribute();
}
