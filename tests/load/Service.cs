using Mentoring.Matching;
using Mentoring.Testing;

namespace Mentoring.Load;

/// <summary>The matching service; it makes no plan by itself, so that what is measured is what was asked for.</summary>
internal sealed class Service() : ServiceFixture<MatchingDb>("matching")
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("Plans:EveryNight", "false")];
}
