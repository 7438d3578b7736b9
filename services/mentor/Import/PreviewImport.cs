using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator sends a list of people and sees what it would do. Nobody is registered yet.</summary>
public static class PreviewImport
{
    // Room for the wrapping of a form around the largest file.
    private const int LargestBody = CsvFile.LargestFile + (64 * 1024);

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/partners/{partnerId}/imports", Handle).For(Roles.Coordinator).MayAnswer(400, 404, 413, 415)
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody)).Accepts<string>("text/csv", "multipart/form-data")
        .WithSummary("Preview a list of people").WithDescription(
            "The body is the CSV file itself (text/csv), or a form with the file in it. Up to 2 MB and 2,000 rows; UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab. "
            + "The first row names the columns: first name, surname, email, date of birth, in person, online; and if you like mobile, job title, site postcode, can help with, interests, languages, availability, max mentees, about me.");

    private static async Task<Results<Created<ImportAnswer>, ProblemHttpResult>> Handle(
        PartnerId partnerId, HttpRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId) || !await db.Partners.AnyAsync(p => p.Id == partnerId, cancel)) return Problems.NotFound();
        var (bytes, refusal) = await Bytes(request, cancel);
        if (bytes is null) return refusal!;
        var (file, trouble) = CsvFile.Read(bytes);
        if (file is null) return Problems.Invalid(trouble!);
        var columns = ListColumns.Read(file.Header);
        if (columns.Missing.Count > 0) return Problems.Invalid($"The first row has to name the columns. Missing: {string.Join(", ", columns.Missing)}.");
        if (file.Rows.Count == 0) return Problems.Invalid("The file has a first row with columns, and no people below it.");

        var known = await Known(db, ListedRow.ReadAll(file, columns, clock.Today()), cancel);
        var import = MentorImport.Preview(partnerId, file, columns, known, caller.Account, clock.Today(), clock.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/partners/{partnerId}/imports/{import.Id}", ImportAnswer.Of(import));
    }

    /// <summary>The mentors with the emails of these rows, by email.</summary>
    internal static Task<Dictionary<string, Mentor>> Known(MentorDb db, IReadOnlyList<ListedRow> rows, CancellationToken cancel)
    {
        var emails = rows.Where(r => r.Person is not null).Select(r => r.Email).ToArray();
        return db.Mentors.Where(m => emails.Contains(m.Email)).ToDictionaryAsync(m => m.Email, cancel);
    }

    private static async Task<(byte[]? Bytes, ProblemHttpResult? Refusal)> Bytes(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType) return (await ReadAll(request.Body, cancel), null);
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancel);
        }
        catch (InvalidDataException)
        {
            return (null, Problems.Invalid("The form cannot be read. Send one file in it."));
        }

        if (form.Files is not [var file]) return (null, Problems.Invalid("Send one file in the form."));
        await using var content = file.OpenReadStream();
        return (await ReadAll(content, cancel), null);
    }

    private static async Task<byte[]> ReadAll(Stream content, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        await content.CopyToAsync(all, cancel);
        return all.ToArray();
    }
}
