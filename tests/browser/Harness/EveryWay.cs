using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Mentoring.Browser.Tests;

/// <summary>
/// Runs a story on a phone (360 px) and on a desk (1280 px), on one with JavaScript and on the other without: half the stories
/// this way round, half the other. Where <c>MENTORING_EVERY_WAY</c> is set, each story goes all four ways. The test takes
/// <c>(int width, bool script)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryWayAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        TheoryDataRow<int, bool>[] all = [new(Visitor.Phone, true), new(Visitor.Desk, false), new(Visitor.Phone, false), new(Visitor.Desk, true)];
        var every = Environment.GetEnvironmentVariable("MENTORING_EVERY_WAY") is { Length: > 0 };
        var around = testMethod.Name.Length % 2 * 2; // the same ones each time
        return new(every ? all : all[around..(around + 2)]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
