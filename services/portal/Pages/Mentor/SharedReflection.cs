namespace Mentoring.Portal.Pages.Mentor;

/// <summary>What a reflection says, whoever reads it.</summary>
public interface IReflectionWords
{
    /// <summary>What happened.</summary>
    string? What { get; }

    /// <summary>What it means.</summary>
    string? SoWhat { get; }

    /// <summary>What comes of it.</summary>
    string? NowWhat { get; }

    /// <summary>A step to take.</summary>
    NextStep? NextStep { get; }
}

/// <summary>A reflection as somebody reads it who did not write it.</summary>
/// <param name="Id">The reflection.</param>
/// <param name="Author">mentee or mentor.</param>
/// <param name="SessionAt">When the session was that it is about, if any.</param>
/// <param name="What">What happened.</param>
/// <param name="SoWhat">What it means.</param>
/// <param name="NowWhat">What comes of it.</param>
/// <param name="NextStep">A step to take.</param>
/// <param name="FinishedAt">When it was finished.</param>
public sealed record SharedReflection(
    Guid Id, string Author, DateTimeOffset? SessionAt, string? What, string? SoWhat, string? NowWhat, NextStep? NextStep, DateTimeOffset FinishedAt) : IReflectionWords
{
    /// <summary>What it is called in a list.</summary>
    public string Heading => SessionAt is { } at ? $"About the session on {Say.Day(Mentoring.Shared.London.DateAt(at))}" : $"A thought of {Say.Day(Mentoring.Shared.London.DateAt(FinishedAt))}";
}
