using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Mentoring.Shared;

/// <summary>
/// Polly around every HTTP call to another process: a timeout for each try, a circuit breaker, and three more tries with
/// jitter for reads. A write is never repeated unless it carries an <c>Idempotency-Key</c>.
/// </summary>
public sealed class HttpResilience : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    /// <summary>Makes the pipeline.</summary>
    /// <param name="clock">The clock.</param>
    public HttpResilience(TimeProvider clock)
    {
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => arguments.Context.Properties.GetValue(MayRepeat, false) && Failed(arguments.Outcome) ? PredicateResult.True() : PredicateResult.False(),
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => Failed(arguments.Outcome) ? PredicateResult.True() : PredicateResult.False(),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .AddTimeout(TimeSpan.FromSeconds(5))
            .Build();
    }

    private static ResiliencePropertyKey<bool> MayRepeat { get; } = new("may-repeat");

    private static bool Failed(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException || outcome.Result is { } response && (int)response.StatusCode is 408 or 502 or 503 or 504;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(MayRepeat, request.Method == HttpMethod.Get || request.Headers.Contains("Idempotency-Key"));
        try
        {
            return await pipeline.ExecuteAsync(async c => await base.SendAsync(request, c.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
