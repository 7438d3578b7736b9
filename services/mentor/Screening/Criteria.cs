namespace Mentoring.Mentors;

/// <summary>A set question of a structured interview. A criterion is one that has to be met; any other is only answered.</summary>
public sealed record Question
{
    /// <summary>Its short name, such as <c>boundaries</c>.</summary>
    /// <example>boundaries</example>
    public required string Name { get; init; }

    /// <summary>What is asked, or what has to be so.</summary>
    public required string Words { get; init; }

    /// <summary>Whether it has to be met for the check to pass.</summary>
    public required bool IsCriterion { get; init; }
}

/// <summary>What was found for a question.</summary>
public sealed record InterviewAnswer
{
    /// <summary>The question's short name.</summary>
    public required string Question { get; init; }

    /// <summary>Whether the criterion is met; null for a question that is no criterion.</summary>
    public required bool? IsMet { get; init; }

    /// <summary>What was said, or seen, that shows it.</summary>
    public required string Words { get; init; }
}

/// <summary>
/// The set questions of the structured interviews, and the fixed criteria by which somebody is accepted or not: everybody is asked the same, and
/// accepted or turned down for the same reasons (Elements of Effective Practice for Mentoring, 5th edition, screening). The questions themselves are the programme's own.
/// </summary>
public static class Criteria
{
    /// <summary>The most characters of an answer.</summary>
    public const int LongestWords = 600;

    private static readonly IReadOnlyList<Question> OfReferees =
    [
        new() { Name = "how-known", Words = "How long have you known each other, and in what capacity?", IsCriterion = false },
        new() { Name = "verified", Words = "The referee is who they say, is not family, and was reached by phone or mail that we looked up or made sure of", IsCriterion = true },
        new() { Name = "reliable", Words = "The referee knows them as somebody who keeps their word", IsCriterion = true },
        new() { Name = "trusted", Words = "The referee would trust them alone with a child they care for", IsCriterion = true },
        new() { Name = "anything-else", Words = "Is there anything at all that we should know, or that worries you?", IsCriterion = false },
    ];

    private static readonly IReadOnlyList<Question> OfMentors =
    [
        new() { Name = "motives", Words = "They want this for the young person, and not to be needed", IsCriterion = true },
        new() { Name = "listens", Words = "They listen, and leave the decision with the young person", IsCriterion = true },
        new() { Name = "boundaries", Words = "They keep boundaries: money, gifts, private messages, secrets, where to meet", IsCriterion = true },
        new() { Name = "tells", Words = "They would tell the caseworker of a worry on the same day", IsCriterion = true },
        new() { Name = "respect", Words = "They speak with respect of young people in care and of their families", IsCriterion = true },
        new() { Name = "time", Words = "They have the time: about two hours a month, for a year", IsCriterion = true },
    ];

    /// <summary>The questions of a check; none for one that is not an interview.</summary>
    public static IReadOnlyList<Question> Of(CheckKind kind) => kind switch
    {
        CheckKind.FirstReference or CheckKind.SecondReference => OfReferees,
        CheckKind.Interview => OfMentors,
        _ => [],
    };

    /// <summary>What is wrong with the answers as they were sent, as a sentence; null when nothing is.</summary>
    public static string? WhatIsWrong(CheckResult result)
    {
        var questions = Of(result.Kind);
        if (result.Answers.Count > 0 && questions.Count == 0) return "Only references and the interview have set questions.";
        if (result.Answers.DistinctBy(a => a.Question).Count() < result.Answers.Count) return "A question is answered twice.";
        foreach (var answer in result.Answers)
        {
            if (questions.SingleOrDefault(q => q.Name == answer.Question) is not { } question) return $"There is no such question. These are: {string.Join(", ", questions.Select(q => q.Name))}.";
            if (question.IsCriterion != answer.IsMet.HasValue) return question.IsCriterion ? $"Say for '{question.Name}' whether it is met." : $"'{question.Name}' is no criterion: it is answered in words alone.";
        }

        return null;
    }

    /// <summary>Why a check cannot come out so with these answers, as a sentence; null when it can. Passed needs all of them, and every criterion met; not passed needs one that is not met.</summary>
    public static string? WhyNot(CheckResult result)
    {
        var questions = Of(result.Kind);
        if (questions.Count == 0) return null;
        var notMet = questions.Where(q => result.Answers.Any(a => a.Question == q.Name && a.IsMet == false)).Select(q => q.Name).ToArray();
        if (result.Outcome == CheckOutcome.Failed) return notMet.Length == 0 ? $"Turned down for the same reasons as everybody: say which is not met, of {Names(questions.Where(q => q.IsCriterion))}." : null;
        if (notMet.Length > 0) return $"Not every criterion is met, and so it is not passed: {string.Join(", ", notMet)}.";
        var left = questions.Where(q => result.Answers.All(a => a.Question != q.Name)).ToArray();
        return left.Length > 0 ? $"Everybody is asked the same. Still to be answered: {Names(left)}." : null;
    }

    private static string Names(IEnumerable<Question> questions) => string.Join(", ", questions.Select(q => q.Name));
}
