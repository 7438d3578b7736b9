using System.Globalization;
using Mentoring.Portal.Tags;

namespace Mentoring.Portal.Pages.Programme;

/// <summary>A quarter of a year in which young people were referred: those who came at the same time, whatever became of them.</summary>
/// <param name="From">Its first day.</param>
public sealed record Cohort(DateOnly From)
{
    /// <summary>Its last day.</summary>
    public DateOnly To => From.AddMonths(3).AddDays(-1);

    /// <summary>How it stands in an address: 2026-q2.</summary>
    public string Word => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-q{(From.Month + 2) / 3}");

    /// <summary>How it is said: April to June 2026.</summary>
    public string Text => $"{From.ToString("MMMM", Say.British)} to {To.ToString("MMMM yyyy", Say.British)}";

    /// <summary>The quarters of the last three years, this one first.</summary>
    public static IReadOnlyList<Cohort> Last(DateOnly today)
    {
        var present = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        return [.. Enumerable.Range(0, 12).Select(back => new Cohort(present.AddMonths(-3 * back)))];
    }
}

/// <summary>Which days and which young people the figures are about.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Cohort">Those referred in one quarter; null for all.</param>
/// <param name="Mine">Only the caseworker's own young people, and those they cover today.</param>
public sealed record ProgrammeFilter(DateOnly From, DateOnly To, Cohort? Cohort, bool Mine)
{
    /// <summary>How far back one can look, in years.</summary>
    public const int MostYears = 5;

    /// <summary>The last twelve months, this one with them.</summary>
    public static (DateOnly From, DateOnly To) Usual(DateOnly today) => (new DateOnly(today.Year, today.Month, 1).AddMonths(-11), today);

    /// <summary>Reads what was chosen; what cannot be read is told field by field, and then there is no filter.</summary>
    /// <param name="from">The first day as it was typed.</param>
    /// <param name="to">The last day as it was typed.</param>
    /// <param name="cohort">A quarter's word, or nothing.</param>
    /// <param name="whose"><c>mine</c>, or nothing.</param>
    /// <param name="today">Today in London.</param>
    /// <param name="wrong">Told of a field's name and the sentence for it.</param>
    public static ProgrammeFilter? Read(DateParts from, DateParts to, string? cohort, string? whose, DateOnly today, Action<string, string> wrong)
    {
        var good = true;
        var usual = Usual(today);
        var (first, last) = from.IsEmpty && to.IsEmpty ? ((DateOnly?)usual.From, (DateOnly?)usual.To) : (from.Read(), to.Read());
        if (first is null) Wrong(nameof(From), from.IsEmpty ? "Enter the first day." : "The first day must be a real date, such as 1 4 2026.");
        else if (first.Value.Year < 2020 || first > today) Wrong(nameof(From), "The first day must be from 2020 on, and not after today.");
        if (last is null) Wrong(nameof(To), to.IsEmpty ? "Enter the last day." : "The last day must be a real date, such as 31 3 2027.");
        else if (last < first) Wrong(nameof(To), "The last day must not be before the first.");
        else if (first?.AddYears(MostYears) < last) Wrong(nameof(To), "Choose five years or less.");
        var quarter = string.IsNullOrEmpty(cohort) ? null : Cohort.Last(today).FirstOrDefault(c => c.Word == cohort);
        if (quarter is null && !string.IsNullOrEmpty(cohort)) Wrong(nameof(Cohort), "Choose a quarter from the list.");
        if (whose is not (null or "" or "mine")) Wrong("Whose", "Choose all young people or your own.");
        return good ? new(first!.Value, last!.Value, quarter, whose == "mine") : null;

        void Wrong(string field, string sentence)
        {
            good = false;
            wrong(field, sentence);
        }
    }

    /// <summary>The quarters to choose from.</summary>
    public static IReadOnlyList<Choice> Cohorts(DateOnly today) => [new(string.Empty, "At any time"), .. Cohort.Last(today).Select(c => new Choice(c.Word, c.Text))];

    /// <summary>The services' question.</summary>
    public string Query => string.Create(CultureInfo.InvariantCulture, $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}")
        + (Cohort is { } c ? string.Create(CultureInfo.InvariantCulture, $"&referredFrom={c.From:yyyy-MM-dd}&referredTo={c.To:yyyy-MM-dd}") : string.Empty)
        + (Mine ? "&mine=true" : string.Empty);

    /// <summary>The page's own address with the same choice.</summary>
    public string Address => string.Create(
        CultureInfo.InvariantCulture,
        $"From.Day={From.Day}&From.Month={From.Month}&From.Year={From.Year}&To.Day={To.Day}&To.Month={To.Month}&To.Year={To.Year}&Cohort={Cohort?.Word}&Whose={(Mine ? "mine" : null)}");

    /// <summary>What is shown, in a sentence's words.</summary>
    public string Says => $"{Say.ShortDay(From)} to {Say.ShortDay(To)}, {(Mine ? "your own young people and those you cover" : "all young people")}{(Cohort is { } c ? $" referred from {c.Text}" : string.Empty)}.";
}
