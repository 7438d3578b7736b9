using System.Collections.Concurrent;

namespace Mentoring.Testing;

/// <summary>What a service logged, kept in memory: for failures, and for tests that nothing personal is in it.</summary>
public sealed class CapturedLog : ILoggerProvider
{
    private const int Kept = 20_000;
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>All lines, oldest first: level, category, message, exception.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>The last warnings and errors, for the message of a failure.</summary>
    public string Tail(int count) => string.Join('\n', lines.Where(l => l.StartsWith("Warning", StringComparison.Ordinal) || l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal)).TakeLast(count));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            log.lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? string.Empty : $"\n{exception}")}");
            if (log.lines.Count > Kept) log.lines.TryDequeue(out _);
        }
    }
}
