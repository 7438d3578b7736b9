using System.Collections.Concurrent;
using System.Data;
using Mentoring.Matching.Engine;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Works effects out in the background, each once however many ask, and one after the other, so that people who are being matched do not wait for it.</summary>
/// <param name="scopes">For a database of its own.</param>
/// <param name="clock">The clock.</param>
/// <param name="life">Stops the work when the service stops.</param>
internal sealed class EffectRuns(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life) : IDisposable
{
    private static readonly PlanOptions Options = new() { RaiseTheWorst = false, MostForAPartner = null };
    private readonly ConcurrentDictionary<(PolicyDraftId, int, string), Lazy<EffectRun>> runs = [];
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The run for a draft as it stands and people as they stand; begun if it was not.</summary>
    public EffectRun Of(PolicyDraftId draft, int revision, string peopleAt)
    {
        var key = (draft, revision, peopleAt);
        return runs.GetOrAdd(key, _ => new(() =>
        {
            var progress = new EffectProgress();
            return new(progress, Task.Run(async () =>
            {
                try
                {
                    return await Work(draft, progress, life.ApplicationStopping);
                }
                finally
                {
                    runs.TryRemove(key, out var _);
                }
            }));
        })).Value;
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<KeptEffect> Work(PolicyDraftId id, EffectProgress progress, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
            var now = clock.GetUtcNow();
            // One snapshot, so that the effect and how people stood belong together.
            await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            var peopleAt = await PeopleState.Of(db, now, cancel);
            var draft = await db.PolicyDrafts.AsNoTracking().SingleAsync(d => d.Id == id, cancel);
            if (await db.PolicyEffects.AsNoTracking().SingleOrDefaultAsync(e => e.DraftId == id && e.Revision == draft.Revision && e.PeopleAt == peopleAt, cancel) is { } kept) return kept;
            var present = await db.NewestPolicy(cancel);
            var proposed = draft.AsPolicy(present, London.DateAt(now));
            var (today, then) = (await WhoWaits.Read(db, present, now, cancel), await WhoWaits.Read(db, proposed, now, cancel));
            await snapshot.CommitAsync(cancel);

            progress.Reach(10);
            var before = Proposal.Make(today, Options, progress.Between(10, 50), cancel);
            var after = Proposal.Make(then, Options, progress.Between(50, 90), cancel);
            var made = new KeptEffect { DraftId = id, Revision = draft.Revision, PeopleAt = peopleAt, At = now, Effect = DraftEffect.Of(today, then, before.Matches(), after.Matches()) };
            await Keep(db, made, cancel);
            progress.Reach(100);
            return made;
        }
        finally
        {
            one.Release();
        }
    }

    // Another instance may have worked out the same at the same time; the two are alike.
    private static async Task Keep(MatchingDb db, KeptEffect effect, CancellationToken cancel)
    {
        try
        {
            db.Add(effect);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            if (!await db.PolicyEffects.AnyAsync(e => e.DraftId == effect.DraftId && e.Revision == effect.Revision && e.PeopleAt == effect.PeopleAt, cancel)) throw;
        }
    }
}

/// <summary>A run.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Effect">What comes of it.</param>
internal sealed record EffectRun(EffectProgress Progress, Task<KeptEffect> Effect);

/// <summary>How far the work has come, in percent.</summary>
internal sealed class EffectProgress
{
    private int percent;

    /// <summary>0 to 100.</summary>
    public int Percent => Volatile.Read(ref percent);

    /// <summary>Goes on to a percentage, never back.</summary>
    public void Reach(int reached) => Volatile.Write(ref percent, Math.Max(Percent, reached));

    /// <summary>A part of the work that the engine does.</summary>
    public IProgress<SolveProgress> Between(int from, int to) => new Part(this, from, to);

    private sealed class Part(EffectProgress whole, int from, int to) : IProgress<SolveProgress>
    {
        private const int Steps = (int)SolveStep.Searching + 1;

        public void Report(SolveProgress value)
        {
            var ofStep = value.Of == 0 ? 0 : Math.Clamp(value.Done / (double)value.Of, 0, 1);
            whole.Reach(from + (int)((to - from) * ((int)value.Step + ofStep) / Steps));
        }
    }
}
