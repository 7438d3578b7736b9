using System.Net;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>One test for every service: wrong tokens of every kind are refused, and the right one is not.</summary>
public static class TokensThatMustBeRefused
{
    /// <summary>Calls an endpoint with every kind of wrong token.</summary>
    /// <param name="service">The service.</param>
    /// <param name="persona">Somebody who may call it.</param>
    /// <param name="url">The endpoint, asked by GET.</param>
    public static async Task Check(IServiceUnderTest service, Persona persona, string url)
    {
        using (var right = await service.As(persona).Get(url)) ((int)right.StatusCode).ShouldBeLessThan(400, $"{persona} with a right token at {url}");
        var accepted = new List<string>();
        foreach (var (wrong, token) in service.Tokens.Wrong(persona))
        {
            using var response = await service.WithToken(token).Get(url);
            if (response.StatusCode != HttpStatusCode.Unauthorized) accepted.Add($"A token {wrong} was answered {(int)response.StatusCode}.");
            else await response.ShouldBeProblem(HttpStatusCode.Unauthorized);
        }

        if (accepted.Count > 0) throw new ShouldAssertException(string.Join('\n', accepted));
    }
}
