using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Shared;

/// <summary>
/// What an aggregate says to a move: done, already so, or refused with a sentence a person can act on. A refusal is an
/// answer and never an exception; a repeated move is a success that tells nothing new.
/// </summary>
public sealed record Decision
{
    private Decision(bool changed, string? refusal)
    {
        Changed = changed;
        Refusal = refusal;
    }

    /// <summary>The move was made.</summary>
    public static Decision Done { get; } = new(true, null);

    /// <summary>The move had been made before; nothing changed and nothing is told.</summary>
    public static Decision AlreadySo { get; } = new(false, null);

    /// <summary>Whether the aggregate changed.</summary>
    public bool Changed { get; }

    /// <summary>Why not, as a sentence; null unless refused.</summary>
    public string? Refusal { get; }

    /// <summary>Whether the move is illegal now.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The move is illegal now, because of <paramref name="sentence"/>.</summary>
    public static Decision Refused(string sentence) => new(false, sentence);

    /// <summary>The refusal as a <c>409</c> problem document.</summary>
    public ProblemHttpResult AsConflict() =>
        Problems.Conflict(Refusal ?? throw new InvalidOperationException("Only a refusal is a conflict."));

    /// <inheritdoc/>
    public override string ToString() => Refusal ?? (Changed ? "Done" : "Already so");
}
