namespace Mentoring.Portal;

/// <summary>Shows new recovery codes to their owner, in the browser that made them, until they say that the codes are kept or ten minutes are over.</summary>
/// <param name="db">The database.</param>
/// <param name="steps">Where they are until then, protected.</param>
public sealed class RecoveryCodesShown(AccountsDb db, SignInSteps steps)
{
    /// <summary>Keeps codes for a look. The handle belongs into the browser's cookie.</summary>
    public async Task<string> Keep(Guid account, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        var handle = steps.Begin(StepPurpose.ShowingCodes, account, codes, SignInStep.Life);
        await db.SaveChangesAsync(cancel);
        return handle;
    }

    /// <summary>The codes; none once they are kept, or for anybody else.</summary>
    public async Task<IReadOnlyList<string>> Look(Guid account, string? handle, CancellationToken cancel) =>
        await steps.Look(handle, StepPurpose.ShowingCodes, cancel) is { } step && step.AccountId == account ? steps.Read<IReadOnlyList<string>>(step) : [];

    /// <summary>They are kept; nobody sees them again.</summary>
    public async Task Forget(Guid account, string? handle, CancellationToken cancel)
    {
        if (await steps.Look(handle, StepPurpose.ShowingCodes, cancel) is { } step && step.AccountId == account) await steps.Use(step, cancel);
    }
}
