using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>
/// What browsers load beside pages: style sheet, scripts, font, pictures. They are built from their packages with the portal and
/// embedded in its assembly under names that carry a hash of the content, so a browser keeps each for ever and never an old one.
/// </summary>
public static class Assets
{
    private static readonly Dictionary<string, string> Names = ReadNames();
    private static readonly FrozenDictionary<string, Asset> Files = Names.Values.ToFrozenDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>Where a file is, by its plain name, such as <c>site.css</c>.</summary>
    public static string Url(string name) => "/assets/" + Names[name];

    internal static void Map(IEndpointRouteBuilder app) => app.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], Handle).ForAnybody().ExcludeFromDescription();

    private static async Task Handle(string name, HttpContext http)
    {
        if (!Files.TryGetValue(name, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var small = asset.Brotli is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var content = small ? asset.Brotli! : asset.Content;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (small) http.Response.Headers.ContentEncoding = "br";
        http.Response.ContentType = asset.Type;
        http.Response.ContentLength = content.Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static Dictionary<string, string> ReadNames()
    {
        using var manifest = Open("manifest.json");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)!;
    }

    private static Asset Read(string name)
    {
        using var stream = Open(name);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var type = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            var other => throw new InvalidOperationException($"Say in Assets.cs which type a {other} file has."),
        };
        return new(type, content.ToArray(), type.StartsWith("font", StringComparison.Ordinal) ? null : Compress(content.ToArray()));
    }

    private static byte[] Compress(byte[] content)
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize)) brotli.Write(content);
        return small.ToArray();
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream("assets/" + name)
        ?? throw new InvalidOperationException($"The portal was built without its asset {name}.");

    private sealed record Asset(string Type, byte[] Content, byte[]? Brotli);
}
