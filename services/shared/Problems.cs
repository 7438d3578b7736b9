using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Mentoring.Shared;

/// <summary>What each named constraint means in words, so that a race lost in Postgres is a sentence and not a bug.</summary>
/// <param name="Sentences">Constraint name to sentence.</param>
public sealed record ConstraintSentences(IReadOnlyDictionary<string, string> Sentences);

/// <summary>Problem documents (RFC 9457) whose <c>detail</c> is a sentence a person can act on.</summary>
public static class Problems
{
    /// <summary>The record is not there, or is another's: both answer the same.</summary>
    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound, "There is nothing here that you can see. Check the address and who you are signed in as.");

    /// <summary>The request is understood but wrong.</summary>
    public static ProblemHttpResult Invalid(string sentence) => Of(StatusCodes.Status400BadRequest, sentence);

    /// <summary>The caller is known but must not do this.</summary>
    public static ProblemHttpResult Forbidden(string sentence) => Of(StatusCodes.Status403Forbidden, sentence);

    /// <summary>The move is illegal in the present state.</summary>
    public static ProblemHttpResult Conflict(string sentence) => Of(StatusCodes.Status409Conflict, sentence);

    /// <summary>A problem with a status and a sentence.</summary>
    public static ProblemHttpResult Of(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status, title: Title(status));

    /// <summary>The problem an exception stands for, or null when it is a bug.</summary>
    public static ProblemDetails? From(Exception exception, ConstraintSentences sentences) => exception switch
    {
        SayWhyException => Details(StatusCodes.Status403Forbidden, exception.Message),
        BadHttpRequestException { InnerException: JsonException json } => Details(StatusCodes.Status400BadRequest, Sentence(json)),
        BadHttpRequestException bad => Details(bad.StatusCode, Sentence(bad)),
        InvalidOperationException { InnerException: ArgumentException } charset when charset.Message.Contains("is not a known encoding", StringComparison.Ordinal) =>
            Details(StatusCodes.Status415UnsupportedMediaType, "The charset of this content is not known here. Send JSON as UTF-8."),
        DbUpdateConcurrencyException => Details(StatusCodes.Status409Conflict, "Somebody else changed this a moment ago. Read it again and repeat your change if it still fits."),
        DbUpdateException { InnerException: PostgresException postgres } => From(postgres, sentences),
        PostgresException postgres => From(postgres, sentences),
        CommitUnknownException => Details(StatusCodes.Status503ServiceUnavailable, exception.Message),
        _ when IsAway(exception) => Details(StatusCodes.Status503ServiceUnavailable, "The database does not answer just now. Nothing was changed; try again in a moment."),
        BrokenCircuitException or TimeoutRejectedException or HttpRequestException =>
            Details(StatusCodes.Status503ServiceUnavailable, "Another part of the system does not answer just now. Nothing was changed; try again in a moment."),
        InvalidOperationException when exception.Message.StartsWith("IDX20803", StringComparison.Ordinal) =>
            Details(StatusCodes.Status503ServiceUnavailable, "Access tokens cannot be checked just now, because the portal that issues them does not answer. Nothing was changed; try again in a moment."),
        _ => null,
    };

    /// <summary>Whether an exception means that the database is away, and not that we asked it for something wrong.</summary>
    internal static bool IsAway(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DiskFull || IsPreparedForOldTable(postgres),
        { } when IsOutOfStep(exception) => true,
        NpgsqlException => exception.InnerException is SocketException or IOException or TimeoutException || ((NpgsqlException)exception).IsTransient,
        DbUpdateException or InvalidOperationException or RetryLimitExceededException => exception.InnerException is { } inner && IsAway(inner),
        _ => false,
    };

    // Npgsql 10 loses count of what a connection was answered when a question is cancelled at the moment it is being prepared. It closes that connection; the
    // next one knows nothing of it.
    private static bool IsOutOfStep(Exception exception) =>
        exception.GetType() == typeof(Exception) && exception.Message.StartsWith("Received unexpected backend message", StringComparison.Ordinal);

    /// <summary>Whether two changes met and this one lost, so that the same request may succeed the next time.</summary>
    internal static bool IsRace(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
        DbUpdateConcurrencyException => true,
        DbUpdateException => exception.InnerException is { } inner && IsRace(inner),
        _ => false,
    };

    /// <summary>The title that goes with a status.</summary>
    public static string Title(int status) => status switch
    {
        400 => "This request cannot be read",
        401 => "Sign in first",
        403 => "Not allowed",
        404 => "Not found",
        405 => "Not possible here",
        409 => "Not possible now",
        412 => "Changed in the meantime",
        413 => "Too large",
        415 => "Wrong kind of content",
        422 => "This does not fit together",
        429 => "Too many tries",
        503 => "Not available just now",
        _ => "Something went wrong",
    };

    private static ProblemDetails Details(int status, string sentence) => new() { Status = status, Title = Title(status), Detail = sentence };

    private static ProblemDetails? From(PostgresException postgres, ConstraintSentences sentences) => postgres.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.CheckViolation
            when postgres.ConstraintName is { } name && sentences.Sentences.TryGetValue(name, out var sentence) => Details(StatusCodes.Status409Conflict, sentence),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable =>
            Details(StatusCodes.Status409Conflict, "Two changes met at the same moment and this one was not made. Try again."),
        PostgresErrorCodes.DiskFull => Details(StatusCodes.Status503ServiceUnavailable, "The server's disk is full. Nothing was changed; tell whoever runs it."),
        PostgresErrorCodes.FeatureNotSupported when IsPreparedForOldTable(postgres) =>
            Details(StatusCodes.Status503ServiceUnavailable, "The database has just been brought up to date. Nothing was changed; try again in a moment."),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections =>
            Details(StatusCodes.Status503ServiceUnavailable, "The database is restarting. Nothing was changed; try again in a moment."),
        _ => null,
    };

    // A table got a column after a question about all of its columns was prepared. Npgsql prepares it anew for the next time.
    private static bool IsPreparedForOldTable(PostgresException postgres) =>
        postgres.SqlState == PostgresErrorCodes.FeatureNotSupported && postgres.MessageText.Contains("cached plan", StringComparison.Ordinal);

    private static string Sentence(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => "That is larger than this endpoint takes.",
        StatusCodes.Status415UnsupportedMediaType => "This endpoint does not take that kind of content. Most take application/json.",
        _ when bad.Message.Contains("Failed to bind parameter", StringComparison.Ordinal) => $"A value in the address is not of the right kind: {Quoted(bad.Message)}.",
        _ when bad.Message.Contains("Required parameter", StringComparison.Ordinal) => $"Something required is missing: {Quoted(bad.Message)}.",
        _ => "The request cannot be read. Check that it is complete and well formed.",
    };

    // The framework quotes the parameter, as in: Failed to bind parameter "DateOnly from" from "x".
    private static string Quoted(string message) => message.Split('"') is [_, var parameter, ..] ? parameter.Split(' ')[^1] : "a value";

    private static string Sentence(JsonException json)
    {
        var message = json.Message;
        if (message.Contains("missing required properties", StringComparison.Ordinal))
            return $"Something required is missing: {message[(message.LastIndexOf(':') + 1)..].Trim().TrimEnd('.').Replace("'", string.Empty, StringComparison.Ordinal)}.";
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return $"{Quote(message)} is not a member this endpoint knows.";
        if (message.Contains("Duplicate propert", StringComparison.OrdinalIgnoreCase))
            return "A member stands twice in this JSON.";

        var place = json.Path is { Length: > 2 } path ? $"'{path[2..]}'" : "The body";
        return message.StartsWith("is ", StringComparison.Ordinal)
            ? $"{place} {message.Split(" Path:", StringSplitOptions.None)[0]}"
            : $"{place} is missing, of the wrong kind, or not well-formed JSON.";
    }

    private static string Quote(string message) => message.Split('\'') is [_, var member, ..] ? $"'{member}'" : "A member";
}

/// <summary>A safeguarding lead asked for a record without saying why.</summary>
public sealed class SayWhyException() : Exception("Say why you need this record in the Access-Reason header (10 to 500 characters). It is kept beside your name.");

/// <summary>The connection was lost while a change was being committed, so that nobody here knows whether it was.</summary>
/// <param name="inner">What went wrong.</param>
public sealed class CommitUnknownException(Exception inner)
    : Exception("The database went away while this was being saved. Look whether it was done before you try again; with the same Idempotency-Key you can simply send it again.", inner);
