using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Shared.Audit;

/// <summary>Marks an endpoint whose answer is somebody's record, so that every reading by another is kept.</summary>
/// <param name="Part">One of <see cref="RecordParts"/>.</param>
public sealed record SensitiveReading(string Part);

/// <summary>Parts of records whose reading is kept.</summary>
public static class RecordParts
{
    /// <summary>A mentor's record.</summary>
    public const string Mentor = "mentor";

    /// <summary>A concern.</summary>
    public const string Concern = "concern";

    /// <summary>Who a young person is and what they say about themselves.</summary>
    public const string Record = "record";

    /// <summary>What a mentor may read: a first name, goals, and the parts of a safety plan that are shared.</summary>
    public const string Introduction = "introduction";

    /// <summary>What happened with a young person, and when.</summary>
    public const string Timeline = "timeline";

    /// <summary>Offers and matches.</summary>
    public const string Matches = "matches";

    /// <summary>Times to meet.</summary>
    public const string Sessions = "sessions";

    /// <summary>Goals.</summary>
    public const string Goals = "goals";

    /// <summary>Thoughts that are shared.</summary>
    public const string Reflections = "reflections";

    /// <summary>Notes of talks.</summary>
    public const string CheckIns = "check-ins";

    /// <summary>How a match goes.</summary>
    public const string HowItGoes = "how-it-goes";

    /// <summary>Those that are a young person's, who is told of them.</summary>
    public static IReadOnlyList<string> OfYoungPeople { get; } = [Record, Introduction, Timeline, Matches, Sessions, Goals, Reflections, CheckIns, HowItGoes];
}

/// <summary>
/// Who did what to whom, when, from where and why. Every write of a request is kept in the same commit; a reading of a sensitive
/// record is kept before it is answered. No names, contacts or free text, other than the reason that a safeguarding lead gives.
/// </summary>
public static class AuditTrail
{
    private const int Longest = 300;

    /// <summary>Reading this is kept, unless it is one's own.</summary>
    /// <param name="endpoint">A GET.</param>
    /// <param name="part">One of <see cref="RecordParts"/>.</param>
    public static TBuilder Sensitive<TBuilder>(this TBuilder endpoint, string part)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new SensitiveReading(part));

    /// <summary>Keeps what a request did or read. In a transaction it belongs last, since others who write to the same lane wait for its end.</summary>
    internal static Task Keep(this ServiceDb db, HttpContext context, CancellationToken cancel)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var created = context.Response.Headers.Location.ToString();
        var what = created.Length > 0 ? $"{context.Request.Path} → {created}" : context.Request.Path.ToString();
        var caller = Caller.From(context.User);
        return db.Keep(
            caller,
            $"{context.Request.Method} {route}",
            what,
            db.About,
            context.User.FindFirst("sid")?.Value,
            caller.Is(Roles.SafeguardingLead) && context.Request.Headers["Access-Reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null,
            cancel);
    }

    /// <summary>Keeps what somebody did, where the request does not say it by itself, such as signing in.</summary>
    /// <param name="db">The database; the entry is in its transaction, if there is one.</param>
    /// <param name="caller">Who; with the empty account for a stranger.</param>
    /// <param name="did">What, as a method and a route, or a word.</param>
    /// <param name="what">To what: ids, never names.</param>
    /// <param name="about">The young person whose record it is.</param>
    /// <param name="signIn">From where: the sign-in, whose device the portal knows.</param>
    /// <param name="why">Why, in the caller's words.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task Keep(this ServiceDb db, Caller caller, string did, string what, MenteeId? about, string? signIn, string? why, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(caller);
        return db.Database.ExecuteSqlRawAsync(
            "select append_audit(@account, @roles, @did, @what, @mentee, @sign_in, @trace, @why)",
            [
                Parameter("account", caller.Account.Value == Guid.Empty ? null : caller.Account.Value, NpgsqlTypes.NpgsqlDbType.Uuid),
                Parameter("roles", string.Join(' ', caller.Roles.Order(StringComparer.Ordinal))),
                Parameter("did", Short(did)),
                Parameter("what", Short(what)),
                Parameter("mentee", about?.Value, NpgsqlTypes.NpgsqlDbType.Uuid),
                Parameter("sign_in", signIn),
                Parameter("trace", Activity.Current?.TraceId.ToString()),
                Parameter("why", why),
            ],
            cancel);
    }

    private static NpgsqlParameter Parameter(string name, object? value, NpgsqlTypes.NpgsqlDbType type = NpgsqlTypes.NpgsqlDbType.Text) => new(name, type) { Value = value ?? DBNull.Value };

    private static string Short(string text) => text.Length > Longest ? text[..Longest] : text;
}
