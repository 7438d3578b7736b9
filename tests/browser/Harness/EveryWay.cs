using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Mentoring.Browser.Tests;

/// <summary>
/// Runs a story four times: on a phone (360 px) and on a desk (1280 px), with JavaScript and without. The test takes
/// <c>(int width, bool script)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryWayAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<int, bool>(Visitor.Phone, true),
        new TheoryDataRow<int, bool>(Visitor.Phone, false),
        new TheoryDataRow<int, bool>(Visitor.Desk, true),
        new TheoryDataRow<int, bool>(Visitor.Desk, false),
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
