using Shouldly;
using Xunit;

namespace Mentoring.Contracts.Tests;

public sealed class DocumentTests
{
    [Fact]
    public void The_list_of_facts_for_people_is_what_the_contracts_say() => Compare(EventsDocument.Path, EventsDocument.Make());

    [Fact]
    public void The_list_of_facts_for_machines_is_what_the_contracts_say() => Compare(AsyncApiDocument.Path, AsyncApiDocument.Make());

    private static void Compare(string path, string made)
    {
        if (Repository.Write) File.WriteAllText(path, made);
        File.Exists(path).ShouldBeTrue($"{Path.GetFileName(path)} is missing. Write it with MENTORING_WRITE_DOCS=1 dotnet test tests/contracts.");
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(made, $"{Path.GetFileName(path)} is not what the contracts say any more. Write it again with MENTORING_WRITE_DOCS=1 dotnet test tests/contracts and read what changed.");
    }
}
