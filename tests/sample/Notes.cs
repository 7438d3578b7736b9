using System.Buffers;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sample;

/// <summary>How a note feels.</summary>
public enum Mood
{
    /// <summary>Good.</summary>
    Cheerful,

    /// <summary>Neither.</summary>
    SoSo,
}

/// <summary>A note to write.</summary>
public sealed record NewNote : IValidatableObject
{
    /// <summary>Unique.</summary>
    [StringLength(100, MinimumLength = 1, ErrorMessage = "Give a title of 1 to 100 letters.")]
    public required string Title { get; init; }

    /// <summary>How it feels.</summary>
    public Mood Mood { get; init; }

    /// <summary>A number.</summary>
    [Range(0, 10, ErrorMessage = "Give 0 to 10 stars.")]
    public int Stars { get; init; }

    /// <summary>A date.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Somebody.</summary>
    public MenteeId? About { get; init; }

    /// <summary>Words.</summary>
    [MaxLength(5, ErrorMessage = "Give at most 5 tags.")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>More about it.</summary>
    public NewNote? Inner { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Tags is [var first, ..] && first == Title) yield return new("A tag that repeats the title says nothing.", [nameof(Tags)]);
    }
}

/// <summary>What a note says.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
public sealed record NoteAnswer(MenteeId Id, string Title);

/// <summary>The sample's endpoints.</summary>
public static class Notes
{
    /// <summary>Maps them.</summary>
    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        app.MapPost("/notes", Write).For(Roles.Caseworker);
        app.MapPost("/notes/{id}/closing", Close).For(Roles.Caseworker);
        app.MapGet("/notes/{id}", Read).Sensitive("note").For(Roles.Caseworker, Roles.SafeguardingLead, Roles.Mentee);
        app.MapGet("/notes", List).For(Roles.Caseworker);
        app.MapPost("/notes/then/{what}", Then).For(Roles.Caseworker);
        app.MapPost("/visits", Visit).ForAnybody();
        app.MapPost("/attempts", Attempt).ForAnybody().WithMetadata(OwnTransaction.Mark);
        app.MapPost("/texts", Text).ForAnybody();
    }

    private static async Task<Created<NoteAnswer>> Write(NewNote request, SampleDb db, TimeProvider clock, CancellationToken cancel)
    {
        var note = Note.Write(request.Title, clock.GetUtcNow());
        db.Add(note);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/notes/{note.Id}", new NoteAnswer(note.Id, note.Title));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Close(MenteeId id, SampleDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Notes.SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } note) return Problems.NotFound();
        var decision = note.Close(clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<NoteAnswer>, ProblemHttpResult>> Read(MenteeId id, SampleDb db, Caller caller, LeadAccess lead, CancellationToken cancel)
    {
        db.About = id;
        if (!caller.Is(Roles.Caseworker) && !caller.IsMentee(id) && !await lead.Allows(db, caller, $"mentee {id}", cancel)) return Problems.NotFound();
        return await db.Notes.SingleOrDefaultAsync(n => n.Id == id, cancel) is { } note ? TypedResults.Ok(new NoteAnswer(note.Id, note.Title)) : Problems.NotFound();
    }

    private static async Task<Page<NoteAnswer>> List([AsParameters] PageQuery page, SampleDb db, CancellationToken cancel)
    {
        var after = new MenteeId(page.After ?? Guid.Empty);
        var rows = await db.Notes.OrderBy(n => n.Id).Where(n => page.After == null || (Guid)(object)n.Id > (Guid)(object)after).Take(page.Limit).ToListAsync(cancel);
        return page.Cut([.. rows.Select(n => new NoteAnswer(n.Id, n.Title))], n => n.Id.Value);
    }

    // Stores a note and tells of it, and then goes wrong in some way.
    private static async Task<IResult> Then(string what, NewNote request, SampleDb db, Trouble trouble, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var note = Note.Write(request.Title, clock.GetUtcNow());
        trouble.Written[note.Title] = note.Id.Value;
        db.Add(note);
        await db.SaveChangesAsync(cancel);
        http.Response.Headers["X-Written"] = "inside";
        switch (what)
        {
            case "refuse":
                return Decision.Refused("This is not done.").AsConflict();
            case "fail":
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Something else is away.");
            case "throw":
                throw new InvalidOperationException("A bug.");
            case "collide":
                db.Add(Note.Write(request.Title, clock.GetUtcNow()));
                await db.SaveChangesAsync(cancel);
                return TypedResults.Ok();
            case "recover":
                try
                {
                    await db.Database.ExecuteSqlAsync($"select 1 / 0", cancel);
                }
                catch (Npgsql.PostgresException)
                {
                    return Problems.Conflict("The database refused that.");
                }

                return TypedResults.Ok();
            case "write-by-hand":
                await http.Response.StartAsync(cancel);
                http.Response.BodyWriter.Write("by "u8);
                await http.Response.WriteAsync("hand", cancel);
                return TypedResults.Empty;
            case "race":
                throw new DbUpdateConcurrencyException("Two changes met.");
            case "no-words":
                return TypedResults.NotFound();
            default:
                return TypedResults.NoContent();
        }
    }

    private static async Task<Accepted> Visit(SampleDb db, TimeProvider clock, CancellationToken cancel)
    {
        db.Add(Note.Write($"Visit {Guid.CreateVersion7()}", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<ProblemHttpResult> Attempt(SampleDb db, TimeProvider clock, CancellationToken cancel)
    {
        db.Add(Note.Write($"Attempt {Guid.CreateVersion7()}", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return Problems.Forbidden("No, and it was counted.");
    }

    private static async Task<Ok<int>> Text(HttpRequest request, CancellationToken cancel)
    {
        using var reader = new StreamReader(request.Body);
        return TypedResults.Ok((await reader.ReadToEndAsync(cancel)).Length);
    }
}
