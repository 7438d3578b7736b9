using Mentoring.Contracts.Mentees;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sample;

/// <summary>The sample's database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class SampleDb(DbContextOptions<SampleDb> options) : ServiceDb(options)
{
    /// <summary>Notes.</summary>
    public DbSet<Note> Notes => Set<Note>();

    /// <summary>What was heard; one row for each time, so that a repeat would be seen.</summary>
    public DbSet<Hearing> Hearings => Set<Hearing>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(note =>
        {
            note.Property(n => n.Title).HasMaxLength(100);
            note.HasIndex(n => n.Title).IsUnique().HasDatabaseName("ux_notes_title");
        });
        modelBuilder.Entity<Hearing>().Property(h => h.Fact).HasMaxLength(100);
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>An aggregate of one text.</summary>
public sealed class Note : Aggregate
{
    /// <summary>Its id; told as a young person's.</summary>
    public required MenteeId Id { get; init; }

    /// <summary>Unique.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is closed.</summary>
    public bool Closed { get; private set; }

    /// <summary>Writes one.</summary>
    public static Note Write(string title, DateTimeOffset now)
    {
        var note = new Note { Id = MenteeId.New(), Title = title };
        note.Tell(new MenteeReferred { MenteeId = note.Id.Value, At = now });
        return note;
    }

    /// <summary>Closes it, once.</summary>
    public Decision Close(DateTimeOffset now)
    {
        if (Closed) return Decision.AlreadySo;
        if (Title.StartsWith("Open", StringComparison.Ordinal)) return Decision.Refused("A note that begins with Open stays open.");
        Closed = true;
        Tell(new MenteeLeft { MenteeId = Id.Value, At = now });
        return Decision.Done;
    }
}

/// <summary>A fact was heard.</summary>
public sealed class Hearing
{
    /// <summary>Of its own.</summary>
    public required Guid Id { get; init; }

    /// <summary>The match that the fact was about.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The fact's short name.</summary>
    public required string Fact { get; init; }
}
