using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>The id of an import.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct ImportId(Guid Value) : IId<ImportId>
{
    /// <inheritdoc/>
    public static ImportId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static ImportId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ImportId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static ImportId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>What a row of a list means for the mentors that are known.</summary>
public enum RowStatus
{
    /// <summary>Nobody has this email yet; they will be registered.</summary>
    New,

    /// <summary>They are known, and the row says something new of them.</summary>
    Changed,

    /// <summary>They are known, and the row says nothing new.</summary>
    Same,

    /// <summary>Something has to be mended first; nothing is taken from this row.</summary>
    Wrong,
}

/// <summary>A row together with what it means.</summary>
public sealed record ImportRow
{
    /// <summary>The row as read.</summary>
    public required ListedRow Read { get; init; }

    /// <summary>What it means.</summary>
    public required RowStatus Status { get; init; }

    /// <summary>Everything that has to be mended.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The notes of the reading, and of what is known already.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A partner's list of people: first a preview, then the good rows are taken, once.</summary>
public sealed class MentorImport : Aggregate
{
    /// <summary>How many rows are taken in one step, so that it can be seen how far a long list has come.</summary>
    public const int RowsAStep = 200;

    /// <summary>After so many failures in a row nothing more is tried.</summary>
    public const int MostFailures = 3;

    private MentorImport()
    {
    }

    /// <summary>The import's id.</summary>
    public required ImportId Id { get; init; }

    /// <summary>The partner whose people these are.</summary>
    public required PartnerId PartnerId { get; init; }

    /// <summary>Who sent the file.</summary>
    public required AccountId SentBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The encoding that was found.</summary>
    public required string Encoding { get; init; }

    /// <summary>The separator that was found.</summary>
    public required char Separator { get; init; }

    /// <summary>The names in the header row.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>The columns that are not known and were left alone.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>The rows, in the file's order: as they were taken, or as they stood at the preview.</summary>
    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    /// <summary>Who asked for the good rows to be taken; null while it is a preview.</summary>
    public AccountId? BegunBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>How many rows, from the first, have been looked at and taken where they are good.</summary>
    public int Taken { get; private set; }

    /// <summary>How often a step could not be taken, one after the other. With <see cref="MostFailures"/> it is given up.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether it was given up: what is taken stays, and the list can be sent again.</summary>
    public bool IsStuck => Failures >= MostFailures && CommittedAt is null;

    /// <summary>When the last row was taken, UTC; null before that.</summary>
    public DateTimeOffset? CommittedAt { get; private set; }

    /// <summary>The rows that are taken in the next step.</summary>
    public IReadOnlyList<ImportRow> Next() => [.. Rows.Skip(Taken).Take(RowsAStep)];

    /// <summary>Makes a preview of a file.</summary>
    public static MentorImport Preview(PartnerId partner, CsvFile file, ListColumns columns, IReadOnlyDictionary<string, Mentor> known, AccountId by, DateOnly today, DateTimeOffset now) => new()
    {
        Id = ImportId.New(),
        PartnerId = partner,
        SentBy = by,
        SentAt = now,
        Encoding = file.Encoding,
        Separator = file.Separator,
        Header = file.Header,
        Ignored = columns.Ignored,
        Rows = [.. ListedRow.ReadAll(file, columns, today).Select(row => Judge(row, partner, known))],
    };

    /// <summary>The good rows are to be taken. A second time changes nothing.</summary>
    public Decision Begin(AccountId by, DateTimeOffset now)
    {
        if (BegunAt is not null) return Decision.AlreadySo;
        (BegunBy, BegunAt) = (by, now);
        return Decision.Done;
    }

    /// <summary>
    /// Takes the good rows among the next ones: registers who is new and changes who is known. What is known now counts, not what
    /// was known at the preview. Nothing happens before the beginning and after the end.
    /// </summary>
    /// <param name="known">The mentors with the rows' emails, by email.</param>
    /// <param name="register">Keeps a mentor who is new.</param>
    /// <param name="now">The time.</param>
    public void Take(IReadOnlyDictionary<string, Mentor> known, Action<Mentor> register, DateTimeOffset now)
    {
        if (BegunBy is not { } by || CommittedAt is not null) return;
        List<ImportRow> step = [.. Next().Select(row => Judge(row.Read, PartnerId, known))];
        foreach (var row in step)
        {
            if (row is { Status: RowStatus.New, Read.Person: { } person })
                register(Mentor.Register(PartnerId, person.Person, person.Profile, person.Availability, by, now));
            else if (row is { Status: RowStatus.Changed, Read.Person: { } changed })
                known[changed.Email].TakeFromPartner(changed, by, now);
        }

        Rows = [.. Rows.Take(Taken), .. step, .. Rows.Skip(Taken + step.Count)];
        Taken += step.Count;
        Failures = 0;
        if (Taken == Rows.Count) CommittedAt = now;
    }

    private static ImportRow Judge(ListedRow read, PartnerId partner, IReadOnlyDictionary<string, Mentor> known)
    {
        ImportRow As(RowStatus status, string? reason = null, string? note = null) => new()
        {
            Read = read,
            Status = status,
            Reasons = reason is null ? read.Reasons : [.. read.Reasons, reason],
            Notes = note is null ? read.Notes : [.. read.Notes, note],
        };

        if (read.Person is not { } person) return As(RowStatus.Wrong);
        if (!known.TryGetValue(person.Email, out var mentor)) return As(RowStatus.New);
        if (mentor.PartnerId != partner) return As(RowStatus.Wrong, "Somebody with this email is registered already, and not with you. Ask a caseworker.");
        if (mentor.HasEnded) return As(RowStatus.Wrong, "This person's registration has ended. Ask a caseworker if they want to come back.");
        var note = mentor.Stage == Stage.Invited ? null : "They have applied, so their name and profile are theirs now. Only phone and job title are taken from the list. A caseworker can put a name right.";
        return mentor.IsChangedBy(person) ? As(RowStatus.Changed, note: note) : As(RowStatus.Same, note: note);
    }
}
