using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Mentoring.Contracts.Tests;

public sealed class RuleTests
{
    private static readonly Type[] Plain = [typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(DayOfWeek), typeof(string), typeof(bool), typeof(int)];

    private static readonly string[] Personal =
        ["name", "email", "mail", "phone", "mobile", "address", "street", "birth", "age", "gender", "ethnic", "text", "note", "comment", "reason", "message", "description", "about", "words", "photo"];

    private static IEnumerable<Type> EveryType => Fact.All.Select(f => f.Type).Concat(Fact.Shapes);

    private static IEnumerable<PropertyInfo> EveryMember => EveryType.SelectMany(Fact.MembersOf);

    [Fact]
    public void There_are_facts_to_judge()
    {
        Fact.All.Count.ShouldBeGreaterThanOrEqualTo(29);
        Fact.Shapes.ShouldBe([typeof(WeeklyWindow), typeof(AvailabilityChange), typeof(TraitPreference)], ignoreOrder: true);
    }

    [Fact]
    public void Every_fact_is_a_plain_sealed_record_in_the_namespace_of_the_service_that_tells_it()
    {
        EveryType.Where(t => !t.IsSealed || t.BaseType != typeof(object) || t.GetMethod("<Clone>$") is null).ShouldBeEmpty("Concrete records only: the full type name is the contract.");
        Fact.All.Where(f => !Fact.Services.ContainsKey(f.Owner)).ShouldBeEmpty();
        Fact.All.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("Two facts of one name confuse people.");
    }

    [Fact]
    public void Every_public_record_beside_the_shapes_is_a_fact() =>
        typeof(HeardByAttribute).Assembly.GetExportedTypes().Where(t => t.GetMethod("<Clone>$") is not null).Except(EveryType).ShouldBeEmpty("A fact says who hears it: [HeardBy(…)], also when it is nobody yet.");

    [Fact]
    public void Listeners_are_services_and_nobody_listens_to_themselves()
    {
        foreach (var fact in Fact.All)
        {
            fact.HeardBy.ShouldBeSubsetOf(Fact.Services.Keys, $"{fact} is heard by somebody who is no service.");
            fact.HeardBy.ShouldNotContain(fact.Owner, $"{fact} is heard by its own service.");
            fact.HeardBy.ShouldBeUnique();
        }
    }

    [Fact]
    public void Every_member_is_required_unless_it_came_later_and_set_once()
    {
        EveryMember.Where(m => m.GetCustomAttribute<RequiredMemberAttribute>() is null == (Fact.VersionOf(m) == 1)).Select(Path).ShouldBeEmpty("These members are not required.");
        EveryMember.Where(m => m.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) != true).Select(Path).ShouldBeEmpty("These members can be changed later.");
    }

    [Fact]
    public void Members_are_plain_values_or_lists_and_records_of_them()
    {
        EveryMember.Where(m => !Plain.Contains(Fact.ItemType(m.PropertyType)) && !Fact.IsShape(Fact.ItemType(m.PropertyType))).Select(Path).ShouldBeEmpty();
        EveryMember.Where(m => Fact.IsList(m.PropertyType) && Fact.IsNullable(m)).Select(Path).ShouldBeEmpty("A list is empty rather than null.");
    }

    [Fact]
    public void Every_fact_says_when_it_happened_in_UTC()
    {
        Fact.All.Where(f => f.Type.GetProperty("At")?.PropertyType != typeof(DateTimeOffset)).ShouldBeEmpty();
        EveryMember.Where(m => m.PropertyType == typeof(DateTime)).Select(Path).ShouldBeEmpty();
        EveryMember.Where(m => Fact.ItemType(m.PropertyType) == typeof(DateTimeOffset) && !Comments.Of(m).Contains("UTC", StringComparison.Ordinal)).Select(Path).ShouldBeEmpty("Instants are in UTC and say so.");
        foreach (var file in Samples.Files)
        {
            var fact = JsonNode.Parse(File.ReadAllText(file))!["fact"]!.AsObject();
            foreach (var instant in fact.Where(m => m.Key.EndsWith("At", StringComparison.Ordinal) || m.Key == "at"))
                DateTimeOffset.Parse(instant.Value!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture).Offset.ShouldBe(TimeSpan.Zero, System.IO.Path.GetFileName(file));
        }
    }

    [Fact]
    public void No_member_is_about_who_somebody_is()
    {
        EveryMember.Where(m => Words(m.Name).Any(w => Personal.Contains(w, StringComparer.OrdinalIgnoreCase))).Select(Path).ShouldBeEmpty("Names, contacts and free text stay in the service that owns them.");
        EveryMember.Where(m => m.Name.Contains("Postcode", StringComparison.Ordinal) && m.Name != "OutwardPostcode").Select(Path).ShouldBeEmpty("At most the outward half of a postcode.");
    }

    [Fact]
    public void Every_text_comes_from_a_closed_list_or_is_a_zone_or_the_outward_half_of_a_postcode() =>
        EveryMember.Where(m => Fact.ItemType(m.PropertyType) == typeof(string) && m.Name is not ("Zone" or "OutwardPostcode") && Comments.Words(m) is null).Select(Path)
            .ShouldBeEmpty("Say in the comment which list of Vocabulary its words come from.");

    [Fact]
    public void Everything_has_a_comment_and_every_fact_says_who_tells_it_and_when()
    {
        EveryType.Where(t => Comments.Of(t).Length < 20).ShouldBeEmpty("These types have no comment.");
        EveryMember.Where(m => Comments.Of(m).Length < 8).Select(Path).ShouldBeEmpty("These members have no comment.");
        Fact.All.Where(f => !Comments.Of(f.Type).StartsWith($"Told by the {f.Owner} service ", StringComparison.Ordinal)).ShouldBeEmpty("Begin with: Told by the … service when …");
    }

    private static string Path(PropertyInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !char.IsUpper(name[i])) continue;
            yield return name[start..i];
            start = i;
        }
    }
}
