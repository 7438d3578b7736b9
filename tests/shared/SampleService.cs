using Mentoring.Sample;

[assembly: Xunit.AssemblyFixture(typeof(Mentoring.Shared.Tests.SampleService))]

namespace Mentoring.Shared.Tests;

/// <summary>The sample service on a database and a broker of its own.</summary>
public class SampleService() : ServiceFixture<SampleDb>("mentee")
{
    /// <summary>What goes wrong on purpose.</summary>
    internal Trouble Trouble => Services.GetRequiredService<Trouble>();

    /// <summary>The times a fact of a match was heard.</summary>
    internal Task<int> Hearings(Guid match) => Db(db => db.Hearings.CountAsync(h => h.MatchId == match));

    /// <summary>What an outbox, receipts or keys hold, counted by SQL.</summary>
    internal Task<int> Count(FormattableString sql) => Db(db => db.Database.SqlQuery<int>(sql).SingleAsync());
}
