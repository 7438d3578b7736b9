using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Mentees.Tests;

/// <summary>Consent as records: to which words, when, until when; and the words can always be read again.</summary>
public sealed class ConsentTests(MenteeService service)
{
    /// <summary>One for each version that was ever in use. A change of words is a new version at the end, and a new line here; never a change of a line.</summary>
    private static readonly IReadOnlyDictionary<string, string> Fingerprints = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["2026-1"] = "D9E552BE837DFD14",
        ["2026-2"] = "1C7D2A50687EA94C",
    };

    [Fact]
    public void The_words_of_every_version_are_kept_as_they_were()
    {
        ConsentStatement.All.ToDictionary(s => s.Version, s => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', s.Words))))[..16]).ShouldBe(Fingerprints);
        ConsentStatement.All.Select(s => s.Version).ShouldBeUnique();
        ConsentStatement.Newest.ShouldBe(ConsentStatement.All[^1]);
    }

    [Fact]
    public async Task Every_version_can_be_read_and_one_that_never_was_cannot()
    {
        foreach (var statement in ConsentStatement.All)
            (await service.AsNobody().Get<ReadConsentStatement.Answer>($"/consent-statement?version={statement.Version}")).Words.ShouldBe(statement.Words);
        (await service.AsNobody().Get<ReadConsentStatement.Answer>("/consent-statement")).Version.ShouldBe(ConsentStatement.Newest.Version);
        await service.AsNobody().Get("/consent-statement?version=1999-9").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_yes_to_older_words_holds_until_its_end_is_read_as_it_was_and_asks_anew()
    {
        var caseworker = CaseworkerId.New();
        var id = await service.Ready(caseworker);
        await service.Db(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(db.Database, $"update consents set statement_version = '2026-1' where mentee_id = {id.Value}"));

        var me = await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me");
        (me.IsAskedAnew, me.Standing.Stage, me.Standing.StillNeeded.Count).ShouldBe((true, MenteeStage.Ready, 0));
        var old = me.Consents.ShouldHaveSingleItem();
        (old.StatementVersion, old.Words).ShouldSatisfyAllConditions(o => o.StatementVersion.ShouldBe("2026-1"), o => o.Words.ShouldBe(ConsentStatement.Of("2026-1")!.Words));

        await service.AsMentee(id).Post($"/mentees/{id}/consent", new { statementVersion = "2026-1", agreed = true }).ShouldBeProblem(HttpStatusCode.Conflict, "The words have changed");
        await service.AsMentee(id).Post($"/mentees/{id}/consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = true }).ShouldSucceed();
        me = await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me");
        (me.IsAskedAnew, me.Consents.Count).ShouldBe((false, 2));
        me.Consents[0].ShouldSatisfyAllConditions(c => c.StatementVersion.ShouldBe("2026-1"), c => c.GivenAt.ShouldBe(old.GivenAt), c => c.WithdrawnAt.ShouldBeNull());
        me.Consents[1].Words.ShouldBe(ConsentStatement.Newest.Words);

        // One yes less is none: taken back, nothing of the older one is left in force.
        await service.AsMentee(id).Post($"/mentees/{id}/consent/withdrawal").ShouldSucceed();
        me = await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me");
        me.Consents.ShouldAllBe(c => c.WithdrawnAt != null);
        (me.IsAskedAnew, me.Standing.StillNeeded[0]).ShouldBe((false, Need.Consent));
    }

    [Fact]
    public void A_yes_that_ran_out_or_was_taken_back_is_not_asked_anew_but_asked()
    {
        var mentee = Some.Ready();
        mentee.IsAskedAnew(Some.Today).ShouldBeFalse();
        mentee.WithdrawConsent(Some.Today, Some.Noon);
        mentee.IsAskedAnew(Some.Today).ShouldBeFalse();
    }
}
