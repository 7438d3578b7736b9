using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Mentoring.Shared.Messaging;

/// <summary>What is counted about facts: meter <c>Mentoring</c>.</summary>
internal sealed class MessagingMeter
{
    private readonly Counter<long> told;
    private readonly Counter<long> heard;
    private readonly Counter<long> repeats;
    private readonly Counter<long> failures;
    private long backlog;

    public MessagingMeter(IMeterFactory meters)
    {
        var meter = meters.Create("Mentoring");
        told = meter.CreateCounter<long>("mentoring.facts.told", "{fact}", "Facts that the broker confirmed.");
        heard = meter.CreateCounter<long>("mentoring.facts.heard", "{fact}", "Facts that were handled and committed.");
        repeats = meter.CreateCounter<long>("mentoring.facts.repeats", "{fact}", "Facts that came again and changed nothing.");
        failures = meter.CreateCounter<long>("mentoring.facts.failures", "{failure}", "Tries to publish or to handle a fact that failed.");
        meter.CreateObservableGauge("mentoring.outbox.backlog", () => Interlocked.Read(ref backlog), "{fact}", "Facts in the outbox that the broker has not confirmed.");
    }

    /// <summary>Where the spans of telling a fact come from.</summary>
    public static ActivitySource Source { get; } = new("Mentoring");

    public void Told(string fact) => told.Add(1, new KeyValuePair<string, object?>("fact", fact));

    public void Heard(string queue) => heard.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public void Repeated(string queue) => repeats.Add(1, new KeyValuePair<string, object?>("queue", queue));

    public void Failed(string where) => failures.Add(1, new KeyValuePair<string, object?>("where", where));

    public void Waiting(long count) => Interlocked.Exchange(ref backlog, count);
}
