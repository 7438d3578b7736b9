using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>For tests that stop a service: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
