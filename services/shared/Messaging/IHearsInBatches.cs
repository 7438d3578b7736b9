namespace Mentoring.Shared.Messaging;

/// <summary>
/// A reaction to facts that come in great numbers. Those that wait, a hundred at the most, are handled one after the other by one
/// instance, in one commit. If one of them fails, none is done, and each is tried again in a commit of its own.
/// </summary>
public interface IHearsInBatches
{
    /// <summary>Called once for each batch, before its facts: the place to read with one query what they are about.</summary>
    /// <param name="facts">The facts, of all the kinds that the reaction hears.</param>
    /// <param name="cancel">Stops the work.</param>
    Task Prepare(IReadOnlyList<object> facts, CancellationToken cancel);
}
