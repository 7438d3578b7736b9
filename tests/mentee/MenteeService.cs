[assembly: AssemblyFixture(typeof(Mentoring.Mentees.Tests.MenteeService))]

namespace Mentoring.Mentees.Tests;

/// <summary>The service that most tests share.</summary>
public class MenteeService() : ServiceFixture<MenteeDb>("mentee")
{
    /// <summary>Today by the service's clock.</summary>
    public DateOnly Today => Clock.Today();

    /// <summary>Stores a young person who is ready.</summary>
    public async Task<MenteeId> Ready(CaseworkerId? caseworker = null)
    {
        var mentee = Some.Ready(caseworker ?? CaseworkerId.New(), Today);
        await Store(mentee);
        return mentee.Id;
    }

    /// <summary>Stores a young person who was just referred.</summary>
    public async Task<MenteeId> Referred(CaseworkerId? caseworker = null, PersonalDetails? person = null)
    {
        var mentee = Some.Referred(caseworker ?? CaseworkerId.New(), person);
        await Store(mentee);
        return mentee.Id;
    }

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:Referrals", "100000")];
}
