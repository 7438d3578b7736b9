using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Mentoring.Browser.Tests;

/// <summary>
/// Runs a story on a phone (360 px) or a desk (1280 px), with JavaScript or without: each story goes one of the four ways,
/// about a quarter of the stories each. Where <c>MENTORING_EVERY_WAY</c> is set, each goes all four; where <c>MENTORING_KEYBOARD</c> is,
/// both that are at a desk. The test takes <c>(int width, bool script)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryWayAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        TheoryDataRow<int, bool>[] all = [new(Visitor.Phone, true), new(Visitor.Desk, false), new(Visitor.Phone, false), new(Visitor.Desk, true)];
        static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 };
        var way = testMethod.Name.Length % all.Length; // the same one each time
        return new(IsSet("MENTORING_EVERY_WAY") ? all : IsSet("MENTORING_KEYBOARD") ? [all[1], all[3]] : [all[way]]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
