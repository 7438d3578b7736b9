using System.Net;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>What somebody gets from an endpoint, as far as access goes.</summary>
public enum Gets
{
    /// <summary>The call is let through: any answer but 401, 403, 404 and 5xx. A 400 or 409 is the handler speaking, so bodies need not be perfect.</summary>
    In,

    /// <summary>401: sign in first.</summary>
    SignInFirst,

    /// <summary>403: not with this role, or say why first.</summary>
    Forbidden,

    /// <summary>404: nothing here that you can see.</summary>
    NotFound,
}

/// <summary>Whose record a call is about: who "own" is. An id that is left out is a stranger's, so nobody of that role owns the record.</summary>
public sealed record Owners
{
    /// <summary>The own mentor.</summary>
    public MentorId Mentor { get; init; } = MentorId.New();

    /// <summary>The own young person.</summary>
    public MenteeId Mentee { get; init; } = MenteeId.New();

    /// <summary>The own partner.</summary>
    public PartnerId Partner { get; init; } = PartnerId.New();

    /// <summary>The own caseworker.</summary>
    public CaseworkerId Caseworker { get; init; } = CaseworkerId.New();

    /// <summary>Who covers for the own caseworker today; counts where the matrix arranges it.</summary>
    public CaseworkerId Cover { get; init; } = CaseworkerId.New();

    /// <summary>A mentor whose match with the own young person has ended; counts where the matrix arranges it.</summary>
    public MentorId FormerMentor { get; init; } = MentorId.New();

    /// <summary>An account of its own for whoever asks, by role, where the record belongs to an account; new ones where left out.</summary>
    public AccountId? Account { get; init; }
}

/// <summary>One call of an endpoint.</summary>
/// <param name="Url">The address.</param>
/// <param name="Body">The JSON body, or an <see cref="HttpContent"/>.</param>
/// <param name="Own">Whose record it is; the matrix' own where left out.</param>
public sealed record Call(string Url, object? Body = null, Owners? Own = null);

/// <summary>
/// The table of who gets what from every endpoint of a service. An endpoint that is not in the table, a row without endpoint and an
/// endpoint that does not say who may call it are failures. Roles that a row does not mention are expected to be refused. Where the matrix
/// knows how a match ends, every row that lets the two of a match in must say what they get once it is over.
/// </summary>
/// <param name="service">A service of the test's own, since calls that are let through change it.</param>
/// <param name="own">Whose records the rows are about, unless a row says otherwise.</param>
/// <param name="relate">Arranges the relations around a call's owners: who covers today, and a former mentor; null where the service knows of none.</param>
/// <param name="end">Ends the match of a call's owners; null where the service knows of none.</param>
public sealed class AccessMatrix(IServiceUnderTest service, Owners own, Func<Owners, Task>? relate = null, Func<Owners, Task>? end = null)
{
    private static readonly string[] LeftOut = ["/health/", "/openapi/", "/assets/"];
    private readonly List<AccessRow> rows = [];

    /// <summary>Adds a row for an endpoint whose call can be made for everybody alike.</summary>
    /// <param name="endpoint">Method and route pattern as declared: <c>POST /mentors/{id}/checks</c>.</param>
    /// <param name="url">The address of the own record; the pattern itself where left out.</param>
    /// <param name="body">The JSON body.</param>
    public AccessRow Row(string endpoint, string? url = null, object? body = null) => Row(endpoint, () => Task.FromResult(new Call(url ?? endpoint.Split(' ')[1], body)));

    /// <summary>Adds a row for an endpoint that needs a new record for each call.</summary>
    public AccessRow Row(string endpoint, Func<Task<Call>> call)
    {
        var row = new AccessRow(endpoint, call);
        rows.Add(row);
        return row;
    }

    /// <summary>Calls every endpoint as everybody and compares.</summary>
    public async Task Check()
    {
        var wrong = Compare();
        foreach (var row in rows) wrong.AddRange(await Check(row));

        // Last, because records that rows share are over from here on.
        if (end is not null)
            foreach (var row in rows) wrong.AddRange(await CheckOnceOver(row, end));
        if (wrong.Count > 0) throw new ShouldAssertException($"The access table and the service do not agree:\n- {string.Join("\n- ", wrong)}");
    }

    private List<string> Compare()
    {
        var declared = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // Pages have a matrix of their own, by folder.
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(e => !LeftOut.Any(l => Pattern(e).StartsWith(l, StringComparison.Ordinal)))
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(m => (Name: $"{m} {Pattern(e)}", Endpoint: e)))
            .ToList();
        var inTable = rows.Select(r => r.Endpoint).ToList();
        return
        [
            .. declared.Where(e => e.Endpoint.Metadata.GetMetadata<Access>() is null).Select(e => $"{e.Name} does not say who may call it: add .For(…), .ForEverybodySignedIn() or .ForAnybody()."),
            .. declared.Where(e => !inTable.Contains(e.Name, StringComparer.Ordinal)).Select(e => $"{e.Name} is not in the table: add a row for it."),
            .. inTable.Where(r => declared.All(e => e.Name != r)).Select(r => $"{r} is in the table but the service has no such endpoint."),
            .. inTable.GroupBy(r => r, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} is in the table {g.Count()} times."),
        ];
    }

    private async Task<List<string>> Check(AccessRow row)
    {
        // Who is refused comes first, so that the record is as the test made it; and nothing may come of it.
        var wrong = new List<string>();
        var everybody = row.Expectations().Where(e => relate is not null || !e.Who.IsRelated).OrderByDescending(e => e.Gets != Gets.In).ToList();
        foreach (var (who, gets) in everybody)
        {
            var call = await row.Call();
            if (who.IsRelated) await relate!(call.Own ?? own);
            if (await Compare(row, who, call, gets) is { } difference) wrong.Add(difference);
        }

        return wrong;
    }

    private async Task<List<string>> CheckOnceOver(AccessRow row, Func<Owners, Task> ending)
    {
        var wrong = new List<string>();
        foreach (var (who, gets) in row.OnceOver())
        {
            if (gets is not { } declared)
            {
                wrong.Add($"{row.Endpoint} does not say what {who.Name} gets once the match is over: add .Over(…).");
                continue;
            }

            var call = await row.Call();
            await ending(call.Own ?? own);
            if (await Compare(row, who, call, declared) is { } difference) wrong.Add($"once the match is over, {difference}");
        }

        return wrong;
    }

    private async Task<string?> Compare(AccessRow row, Who who, Call call, Gets gets)
    {
        var before = gets == Gets.In ? null : await service.Fingerprint();
        using var response = await service.As(who.As(call.Own ?? own)).Send(row.Method, call.Url, call.Body);
        var got = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Gets.SignInFirst,
            HttpStatusCode.Forbidden => Gets.Forbidden,
            HttpStatusCode.NotFound => Gets.NotFound,
            _ => Gets.In,
        };
        if ((int)response.StatusCode >= 500 || got != gets)
            return $"{row.Endpoint} as {who.Name}: should be {Words(gets)} but was answered {(int)response.StatusCode} {Shorten(await response.Content.ReadAsStringAsync())}";
        return before is not null && before != await service.Fingerprint() ? $"{row.Endpoint} as {who.Name}: was refused and yet something was changed." : null;
    }

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.Trim('/');

    private static string Shorten(string text) => text.Length > 300 ? text[..300] + "…" : text;

    private static string Words(Gets gets) => gets switch
    {
        Gets.In => "let in",
        Gets.SignInFirst => "asked to sign in (401)",
        Gets.Forbidden => "forbidden (403)",
        _ => "told that there is nothing (404)",
    };
}
