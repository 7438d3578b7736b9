using System.Net.Http.Headers;
using System.Text;

namespace Mentoring.Mentors.Tests;

/// <summary>CSV files as requests.</summary>
internal static class TestFile
{
    public static HttpContent Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static HttpContent Of(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    public static HttpContent Form(params byte[][] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var file in files) form.Add(Of(file), "file", "people.csv");
        return form;
    }

    /// <summary>Our own invented partner's list, with every trouble that lists have.</summary>
    public static string Millworks => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "millworks.csv"), Encoding.UTF8);
}
