using System.Collections.Frozen;
using System.Text.Json;
using Mentoring.Shared;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentoring.Sessions;

/// <summary>
/// The bank holidays of England and Wales, from the file <c>bank-holidays.json</c> beside this one, whose entries are those of
/// gov.uk/bank-holidays. Nobody knows more than is published, so nothing is offered past the last day of the file.
/// </summary>
public sealed class BankHolidays
{
    private readonly FrozenDictionary<DateOnly, string> titles;

    private BankHolidays(Published published)
    {
        LastDay = published.LastDay;
        titles = published.Events.ToFrozenDictionary(e => e.Date, e => e.Title);
    }

    /// <summary>Those in the file.</summary>
    public static BankHolidays EnglandAndWales { get; } = Read();

    /// <summary>The last date of which the file says whether it is one.</summary>
    public DateOnly LastDay { get; }

    /// <summary>From when the file should be extended: half a year before its end.</summary>
    public DateOnly ExtendFrom => LastDay.AddMonths(-6);

    /// <summary>All of them, in order.</summary>
    public IEnumerable<(DateOnly Date, string Title)> All => titles.OrderBy(t => t.Key).Select(t => (t.Key, t.Value));

    /// <summary>Whether a date is one. Of dates past the end nobody knows.</summary>
    public bool Has(DateOnly date) => titles.ContainsKey(date);

    private static BankHolidays Read()
    {
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.json") ?? throw new InvalidOperationException("The file of bank holidays is not in the program.");
        return new(JsonSerializer.Deserialize<Published>(file, JsonRules.Facts)!);
    }

    private sealed record Published
    {
        public required DateOnly LastDay { get; init; }

        public required IReadOnlyList<Event> Events { get; init; }
    }

    private sealed record Event
    {
        public required string Title { get; init; }

        public required DateOnly Date { get; init; }
    }
}

/// <summary>Says in good time that the file of bank holidays comes to its end; docs/operations.md tells how to extend it.</summary>
/// <param name="clock">The clock.</param>
public sealed class BankHolidaysHealth(TimeProvider clock) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(WhatToDo(clock.Today()) is { } say ? HealthCheckResult.Degraded(say) : HealthCheckResult.Healthy("The bank holidays are known far enough ahead."));

    /// <summary>Says it in the log too, once at every start.</summary>
    public static void Warn(WebApplication app)
    {
        if (WhatToDo(app.Services.GetRequiredService<TimeProvider>().Today()) is { } say) app.Logger.LogWarning("{Say}", say);
    }

    /// <summary>What is to be done about the file; null while it reaches far enough.</summary>
    public static string? WhatToDo(DateOnly today)
    {
        var known = BankHolidays.EnglandAndWales;
        return today < known.ExtendFrom ? null : $"Bank holidays are known until {known.LastDay:O}; no session can be booked after that day. Extend services/session/Sessions/bank-holidays.json, see docs/operations.md.";
    }
}
