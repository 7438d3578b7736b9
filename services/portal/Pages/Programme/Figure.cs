using Microsoft.AspNetCore.Html;

namespace Mentoring.Portal.Pages.Programme;

/// <summary>What a figure counts or measures.</summary>
public enum Unit
{
    /// <summary>Young people, or matches and sessions of young people.</summary>
    People,

    /// <summary>Days.</summary>
    Days,

    /// <summary>A part of a hundred.</summary>
    Percent,

    /// <summary>Points of ten, with one decimal.</summary>
    Points,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Mentors: not about young people.</summary>
    Mentors,
}

/// <summary>One cell of a table.</summary>
/// <param name="Value">The figure; null when there is none.</param>
/// <param name="Unit">What it counts.</param>
public sealed record Cell(decimal? Value, Unit Unit)
{
    /// <summary>How the page says it.</summary>
    public string Words => Value is not { } value ? "–" : Unit switch
    {
        Unit.Percent => value.ToString("0", Say.British) + "%",
        Unit.Points => value.ToString("0.0", Say.British),
        Unit.Hours => value.ToString("#,0.#", Say.British),
        _ => value.ToString("#,0", Say.British),
    };
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsOnePersons">Whether its figures are each of one person, such as the longest wait: nothing to pass on.</param>
public sealed record Column(string Name, bool IsOnePersons = false);

/// <summary>A line of a table.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="About">How many young people its figures rest on.</param>
/// <param name="Cells">The figures, one a column.</param>
public sealed record Line(string Name, int About, IReadOnlyList<Cell> Cells);

/// <summary>A part of the programme's figures: a table, the same drawn, and what to know when reading it. Page and file are both written from it.</summary>
public sealed record Figure
{
    /// <summary>Its name in addresses.</summary>
    public required string Name { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence or two.</summary>
    public required string Says { get; init; }

    /// <summary>The heading of the first column.</summary>
    public required string What { get; init; }

    /// <summary>The other columns.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>The same drawn; null where there is nothing to draw.</summary>
    public IHtmlContent? Chart { get; init; }

    /// <summary>What the colours of the chart stand for, in their order.</summary>
    public IReadOnlyList<string> Legend { get; init; } = [];

    /// <summary>What to know when reading it.</summary>
    public string? Note { get; init; }
}
