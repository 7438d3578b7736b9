namespace Mentoring.Mentors;

/// <summary>How many rows of a list are what.</summary>
public sealed record ImportCounts
{
    /// <summary>People who are new.</summary>
    public required int New { get; init; }

    /// <summary>People who are known and change.</summary>
    public required int Changed { get; init; }

    /// <summary>People who are known and do not change.</summary>
    public required int Same { get; init; }

    /// <summary>Rows to mend.</summary>
    public required int Wrong { get; init; }

    internal static ImportCounts Of(IReadOnlyList<ImportRow> rows) => new()
    {
        New = rows.Count(r => r.Status == RowStatus.New),
        Changed = rows.Count(r => r.Status == RowStatus.Changed),
        Same = rows.Count(r => r.Status == RowStatus.Same),
        Wrong = rows.Count(r => r.Status == RowStatus.Wrong),
    };
}

/// <summary>A row of a list, for the coordinator who sent it.</summary>
public sealed record ImportRowAnswer
{
    /// <summary>The row as a spreadsheet numbers it, from 1: the header and blank rows count, line breaks inside a cell do not.</summary>
    public required int Line { get; init; }

    /// <summary>What the row means.</summary>
    public required RowStatus Status { get; init; }

    /// <summary>What has to be mended, in sentences; empty for a good row.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What was left out or understood differently, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The name as far as it could be read.</summary>
    public required string Name { get; init; }

    /// <summary>The email as far as it could be read.</summary>
    public required string Email { get; init; }
}

/// <summary>A list of people: what it would do, or, once committed, what it did.</summary>
public sealed record ImportAnswer
{
    /// <summary>The import's id.</summary>
    public required ImportId ImportId { get; init; }

    /// <summary>When the file was sent, UTC. It is kept for 30 days.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was asked to take the good rows, UTC; null while this is a preview.</summary>
    public required DateTimeOffset? BegunAt { get; init; }

    /// <summary>How many rows, from the first, have been gone through since.</summary>
    /// <example>300</example>
    public required int Taken { get; init; }

    /// <summary>Whether taking the rows was given up after several failures. What was taken stays; the list can be sent again, and who is in stays the same.</summary>
    public required bool IsStuck { get; init; }

    /// <summary>When the last of the good rows was taken, UTC; null before that.</summary>
    public required DateTimeOffset? CommittedAt { get; init; }

    /// <summary>The encoding that was found: <c>utf-8</c>, <c>utf-16</c> or <c>windows-1252</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The separator that was found: <c>comma</c>, <c>semicolon</c> or <c>tab</c>.</summary>
    public required string Separator { get; init; }

    /// <summary>The columns that are not known and were left alone.</summary>
    public required IReadOnlyList<string> IgnoredColumns { get; init; }

    /// <summary>How many rows are what. Blank rows are not counted.</summary>
    public required ImportCounts Counts { get; init; }

    /// <summary>The rows, in the file's order.</summary>
    public required IReadOnlyList<ImportRowAnswer> Rows { get; init; }

    internal static ImportAnswer Of(MentorImport import) => new()
    {
        ImportId = import.Id,
        SentAt = import.SentAt,
        BegunAt = import.BegunAt,
        Taken = import.Taken,
        IsStuck = import.IsStuck,
        CommittedAt = import.CommittedAt,
        Encoding = import.Encoding,
        Separator = import.Separator switch { ';' => "semicolon", '\t' => "tab", _ => "comma" },
        IgnoredColumns = import.Ignored,
        Counts = ImportCounts.Of(import.Rows),
        Rows = [.. import.Rows.Select(row => new ImportRowAnswer
        {
            Line = row.Read.Line,
            Status = row.Status,
            Reasons = row.Reasons,
            Notes = row.Notes,
            Name = row.Read.Name,
            Email = row.Read.Email,
        })],
    };
}
