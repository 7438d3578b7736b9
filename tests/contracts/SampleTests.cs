using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Contracts.Tests;

public sealed class SampleTests
{
    public static TheoryData<string> EverySample => [.. Directory.Exists(Samples.Folder) ? Samples.Files.Select(f => Path.GetFileName(f)) : []];

    [Fact]
    public void Every_fact_has_a_sample()
    {
        foreach (var fact in Fact.All.Where(f => Repository.Write && !File.Exists(Samples.FileOf(f)))) File.WriteAllText(Samples.FileOf(fact), Samples.New(fact));
        Fact.All.Where(f => !File.Exists(Samples.FileOf(f))).Select(f => f.Name)
            .ShouldBeEmpty("These facts have no sample. MENTORING_WRITE_DOCS=1 dotnet test tests/contracts writes a first one; look at it and commit it. Samples are never changed afterwards.");
    }

    [Theory]
    [MemberData(nameof(EverySample))]
    public void Every_fact_ever_shipped_is_read_by_todays_types(string file)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, file)))!.AsObject();
        var name = sample["type"]!.GetValue<string>();
        var type = typeof(HeardByAttribute).Assembly.GetType(name);
        type.ShouldNotBeNull($"{name} was shipped and may still wait in a queue; it must not be removed or renamed.");
        Fact.All.ShouldContain(f => f.Type == type, $"{name} is no fact any more: its HeardBy is gone.");

        var fact = JsonSerializer.Deserialize(sample["fact"], type, JsonRules.Facts);
        var read = JsonSerializer.SerializeToNode(fact, type, JsonRules.Facts)!.AsObject();
        foreach (var (member, value) in sample["fact"]!.AsObject())
        {
            read.ContainsKey(member).ShouldBeTrue($"{name}.{member} was shipped and is read no more.");
            JsonNode.DeepEquals(read[member], value).ShouldBeTrue($"{name}.{member} was {value?.ToJsonString()} and is read as {read[member]?.ToJsonString()}.");
        }
    }

    [Theory]
    [MemberData(nameof(EverySample))]
    public void Every_member_is_required_unless_it_came_later(string file)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, file)))!.AsObject();
        var type = typeof(HeardByAttribute).Assembly.GetType(sample["type"]!.GetValue<string>())!;
        foreach (var member in sample["fact"]!.AsObject().Select(m => m.Key).ToList())
        {
            var without = sample["fact"]!.DeepClone().AsObject();
            without.Remove(member);
            if (Fact.MembersOf(type).Single(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name) == member) is var added && Fact.VersionOf(added) > 1)
            {
                JsonSerializer.Deserialize(without, type, JsonRules.Facts).ShouldNotBeNull();
                continue;
            }

            Should.Throw<JsonException>(() => JsonSerializer.Deserialize(without, type, JsonRules.Facts), $"{type.Name} was read without {member}");
        }
    }

    [Theory]
    [MemberData(nameof(EverySample))]
    public void A_member_of_tomorrow_is_ignored_today(string file)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, file)))!.AsObject();
        var type = typeof(HeardByAttribute).Assembly.GetType(sample["type"]!.GetValue<string>())!;
        var newer = sample["fact"]!.DeepClone().AsObject();
        newer["aMemberOfTomorrow"] = new JsonObject { ["deep"] = true };
        JsonSerializer.Deserialize(newer, type, JsonRules.Facts).ShouldNotBeNull();
    }
}
