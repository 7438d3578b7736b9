using Mentoring.Matching.Engine;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>
/// Makes the plans that were asked for, one at a time, and one of its own every night. Several instances may run it: each plan is made by
/// one of them, and taken over by another when that one falls silent.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="bell">Rings when there is one to make.</param>
/// <param name="clock">The clock.</param>
/// <param name="settings"><c>Plans:Make</c> set to false: another instance makes them. <c>Plans:EveryNight</c> set to false leaves the nightly plan out.</param>
/// <param name="log">The log.</param>
public sealed class MakePlans(IServiceScopeFactory scopes, PlanBell bell, TimeProvider clock, IConfiguration settings, ILogger<MakePlans> log) : BackgroundService
{
    // Nights are planned once the last caseworker sleeps; a night nobody was up for is made up for in the morning.
    private static readonly TimeOnly NightBegins = new(3, 0);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);
    private const int KeptDays = 60;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && settings.GetValue("Plans:Make", true))
        {
            try
            {
                if (settings.GetValue("Plans:EveryNight", true)) await AskForTheNight(stoppingToken);
                while (await MakeNext(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not look for plans to make; will look again in a moment");
            }

            await bell.Wait(Look, stoppingToken);
        }
    }

    /// <summary>Asks for the plan of this night, unless that was done, and forgets plans that are old.</summary>
    public async Task AskForTheNight(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (today, time) = (London.DateAt(now), London.TimeAt(now));
        if (time < NightBegins) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        if (await db.Plans.AnyAsync(p => p.Night == today, cancel)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Of several instances one does it.
        await db.Database.ExecuteSqlAsync($"lock table cohort_plans in share row exclusive mode", cancel);
        if (await db.Plans.AnyAsync(p => p.Night == today, cancel)) return;
        db.Add(new CohortPlan { Id = PlanId.New(), AskedBy = null, AskedAt = now, Night = today, Options = new() { RaiseTheWorst = false, MostForAPartner = null } });
        await db.SaveChangesAsync(cancel);
        var old = now.AddDays(-KeptDays);
        await db.Plans.Where(p => p.AskedAt < old).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Makes the next plan; false when there is none to make.</summary>
    public async Task<bool> MakeNext(CancellationToken cancel)
    {
        if (await Claim(cancel) is not { } plan) return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = new Watch();
        var making = Task.Run(() => Make(plan, watch, stop.Token), CancellationToken.None);
        while (await Task.WhenAny(making, Task.Delay(Beat, CancellationToken.None)) != making)
        {
            if (!stop.IsCancellationRequested && await Hear(plan.Id, watch, cancel)) await stop.CancelAsync();
        }

        try
        {
            await making;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await End(plan.Id, PlanState.Cancelled, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "The plan {Plan} could not be made", plan.Id);
            await End(plan.Id, PlanState.Failed, cancel);
        }

        return true;
    }

    private async Task<CohortPlan?> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var now = clock.GetUtcNow();
        var silent = now - CohortPlan.Silence;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var plan = (await db.Plans.FromSql($"select *, xmin from cohort_plans where state = 'Waiting' or (state = 'Running' and heard_at < {silent}) order by asked_at limit 1 for update skip locked").ToListAsync(cancel)).SingleOrDefault();
        if (plan is null) return null;
        plan.Begin(now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return plan;
    }

    private async Task Make(CohortPlan plan, Watch watch, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
        var who = await WhoWaits.Read(db, clock.GetUtcNow(), stop);
        var proposal = Proposal.Make(who, plan.Options, watch, stop);

        // All of it or nothing, and only by whoever still holds the plan.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var held = await db.Plans.FromSql($"select *, xmin from cohort_plans where id = {plan.Id.Value} for update").SingleAsync(stop);
        if (held.State != PlanState.Running || held.IsToStop) throw new OperationCanceledException("It was stopped, or taken over.");
        await db.PlannedPeople.Where(p => p.PlanId == plan.Id).ExecuteDeleteAsync(stop);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(proposal.PeopleOf(plan.Id));
        held.Finish(proposal.Figures, clock.GetUtcNow());
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        log.LogInformation("Made a plan: {Matched} of {Waiting} young people who wait could have a mentor, computed in {Milliseconds} ms", proposal.Figures.Matched, proposal.Figures.Waiting, proposal.Figures.Milliseconds);
    }

    // Says how far it has come, and hears whether it is to stop.
    private async Task<bool> Hear(PlanId id, Watch watch, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
            var (step, percent, now) = (watch.Step, watch.Percent, clock.GetUtcNow());
            await db.Plans.Where(p => p.Id == id && p.State == PlanState.Running)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Step, step).SetProperty(x => x.Percent, percent).SetProperty(x => x.HeardAt, now), cancel);
            return await db.Plans.AnyAsync(p => p.Id == id && p.IsToStop, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogWarning(exception, "Could not say how far the plan {Plan} has come", id);
            return false;
        }
    }

    private async Task End(PlanId id, PlanState state, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var plan = await db.Plans.FromSql($"select *, xmin from cohort_plans where id = {id.Value} for update").SingleOrDefaultAsync(cancel);
        if (plan is null || plan.IsOver) return;
        plan.End(state, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>How far the making has come, told by the engine and read by the one who writes it down.</summary>
    internal sealed class Watch : IProgress<SolveProgress>
    {
        private volatile string step = "Reading who waits";
        private volatile int percent;

        public string Step => step;

        public int Percent => percent;

        public void Report(SolveProgress value)
        {
            step = value.Step switch
            {
                SolveStep.Counting => "Finding out how many can have a mentor",
                SolveStep.Bidding => "Looking for the best plan",
                _ => "Looking after the last few",
            };
            percent = value.Of == 0 ? 0 : (int)Math.Min(100, 100L * value.Done / value.Of);
        }
    }
}
