using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared;

/// <summary>A safeguarding lead read a record and said why. Kept for good.</summary>
public sealed class LeadReading
{
    /// <summary>A version-7 Guid.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose account.</summary>
    public required AccountId By { get; init; }

    /// <summary>What was read, such as <c>mentee 0198…</c>.</summary>
    public required string Record { get; init; }

    /// <summary>Why, in the lead's words.</summary>
    public required string Reason { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<LeadReading>(entity =>
    {
        entity.ToTable("LeadReadings");
        entity.Property(r => r.Record).HasMaxLength(100);
        entity.Property(r => r.Reason).HasMaxLength(500);
    });
}

/// <summary>Lets a safeguarding lead read any record, with a reason that is kept first.</summary>
/// <param name="http">The request, whose <c>Access-Reason</c> header holds the reason.</param>
/// <param name="clock">The clock.</param>
public sealed class LeadAccess(IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>
    /// Whether the caller is a lead and may therefore see the record. The reading is stored before this returns.
    /// </summary>
    /// <exception cref="SayWhyException">The caller is a lead but gave no reason; answers <c>403</c>.</exception>
    public async Task<bool> Allows(ServiceDb db, Caller caller, string record, CancellationToken cancel)
    {
        if (!caller.Is(Roles.SafeguardingLead)) return false;
        var reason = http.HttpContext?.Request.Headers["Access-Reason"].ToString().Trim() ?? string.Empty;
        if (reason.Length is < 10 or > 500 || !JsonRules.IsClean(reason)) throw new SayWhyException();
        db.Add(new LeadReading { Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), By = caller.Account, Record = record, Reason = reason });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
