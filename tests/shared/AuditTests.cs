using Mentoring.Shared.Audit;
using Npgsql;

namespace Mentoring.Shared.Tests;

/// <summary>Who did what to whom, when, from where and why; and nobody can make it unsaid.</summary>
public sealed class AuditTests(AuditTests.Own service) : IClassFixture<AuditTests.Own>
{
    public sealed class Own : SampleService;

    private sealed record Entry(string Did, string What, Guid? Account, string? Roles, Guid? Mentee, string? SignIn, string? Why);

    [Fact]
    public async Task A_write_is_kept_with_who_what_and_from_where_in_the_same_commit()
    {
        var note = await service.AsCaseworker().Post("/notes", new { title = $"Kept {Guid.CreateVersion7()}" }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        var entry = (await Entries(note.Id.ToString())).ShouldHaveSingleItem();
        entry.ShouldSatisfyAllConditions(
            e => e.Did.ShouldBe("POST /notes"),
            e => e.What.ShouldBe($"/notes → /notes/{note.Id}"),
            e => e.Roles.ShouldBe("caseworker"),
            e => e.Account.ShouldNotBeNull(),
            e => e.SignIn.ShouldNotBeNull());
    }

    [Fact]
    public async Task What_was_refused_or_went_wrong_is_not_said_to_have_been_done()
    {
        var before = (await Verified()).Entries;
        await service.AsCaseworker().Post("/notes", new { title = string.Empty }).ShouldBe(HttpStatusCode.BadRequest);
        await service.AsCaseworker().Post("/notes/then/throw", new { title = $"Thrown {Guid.CreateVersion7()}" }).ShouldBe(HttpStatusCode.InternalServerError);
        await service.AsMentor().Post("/notes", new { title = "Not mine to write" }).ShouldBe(HttpStatusCode.Forbidden);
        (await Verified()).Entries.ShouldBe(before);
    }

    [Fact]
    public async Task Reading_a_sensitive_record_is_kept_before_it_is_answered_with_the_reason_of_a_lead_and_ones_own_is_ones_own()
    {
        var note = await service.AsCaseworker().Post("/notes", new { title = $"Read {Guid.CreateVersion7()}" }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        await service.AsMentee(note.Id).Get($"/notes/{note.Id}").ShouldSucceed();
        await service.AsMentee().Get($"/notes/{note.Id}").ShouldBe(HttpStatusCode.NotFound);
        await service.AsCaseworker().Get($"/notes/{note.Id}").ShouldSucceed();
        await service.AsLead("A worry was raised yesterday").Get($"/notes/{note.Id}").ShouldSucceed();
        var read = (await Entries(note.Id.ToString())).Where(e => e.Did == "GET /notes/{id}").ToArray();
        read.Select(e => (e.Roles, e.Mentee, e.Why)).ShouldBe([("caseworker", note.Id.Value, null), ("safeguarding-lead", note.Id.Value, "A worry was raised yesterday")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_shown()
    {
        var note = await service.AsCaseworker().Post("/notes", new { title = $"Hidden {Guid.CreateVersion7()}" }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        await service.AsOwner("alter table audit_entries rename to audit_entries_away");
        try
        {
            var answer = await service.AsCaseworker().Get($"/notes/{note.Id}");
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Hidden");
            await service.AsCaseworker().Post("/notes", new { title = "Unkept" }).ShouldBe(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await service.AsOwner("alter table audit_entries_away rename to audit_entries");
        }

        (await service.Db(db => db.Notes.CountAsync(n => n.Title == "Unkept"))).ShouldBe(0);
    }

    [Theory]
    [InlineData("insert into audit_entries select * from audit_entries limit 1")]
    [InlineData("update audit_entries set did = 'nothing'")]
    [InlineData("delete from audit_entries")]
    [InlineData("truncate audit_entries")]
    [InlineData("update audit_heads set number = 0")]
    [InlineData("create or replace function append_audit(account uuid, roles text, did text, what text, mentee uuid, sign_in text, trace text, why text) returns void language sql as ''")]
    [InlineData("drop function append_audit")]
    public async Task The_services_role_can_only_append(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => service.Db(db => db.Database.ExecuteSqlRawAsync(sql)));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Ten_thousand_at_once_follow_each_other()
    {
        var before = (await Verified()).Entries;
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => await Append($"number {i}"));
        var found = await Verified();
        found.Wrong.ShouldBeEmpty();
        found.Entries.ShouldBe(before + 10_000);
    }

    // What the owner of the database may do, whom nothing in it can stop. A lane of its own is filled first, so that there is something to spoil.
    [Theory]
    [InlineData("an edit", "update audit_entries set did = 'GET /nothing' where lane = {0} and number = 3", "entry 3 was changed")]
    [InlineData("an edited reason", "update audit_entries set why = 'no reason' where lane = {0} and number = 3", "the reason in entry 3 was changed")]
    [InlineData("a removal", "delete from audit_entries where lane = {0} and number = 3", "entry 3 is missing")]
    [InlineData("everything gone", "truncate audit_entries", "the end was cut off")]
    [InlineData("a cut tail", "delete from audit_entries where lane = {0} and number > 4", "the end was cut off")]
    [InlineData("a head without its lane", "truncate audit_heads", "its head is missing")]
    [InlineData("two that changed places", "update audit_entries set number = 7 - number where lane = {0} and number in (3, 4)", "does not follow entry 2")]
    [InlineData("one too many", "insert into audit_entries select lane, 6, at, account, roles, did, what, mentee, sign_in, trace, why, why_digest, previous, hash from audit_entries where lane = {0} and number = 5", "does not follow entry 5")]
    public async Task It_is_found(string what, string sql, string says)
    {
        await using var spoiled = new Own();
        await spoiled.InitializeAsync();
        var lane = await Fill(spoiled);
        (await Verified(spoiled)).Wrong.ShouldBeEmpty();
        await spoiled.AsOwner("alter table audit_entries drop constraint pk_audit_entries;" + string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, lane));
        (await Verified(spoiled)).Wrong.ShouldContain(sentence => sentence.Contains(says, StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task A_tail_that_was_cut_with_its_head_and_a_chain_that_was_written_anew_do_not_fit_the_anchors()
    {
        await using var spoiled = new Own();
        await spoiled.InitializeAsync();
        var lane = await Fill(spoiled);
        var anchors = new[] { new Anchor(spoiled.Clock.GetUtcNow(), [.. (await spoiled.Db(db => db.Database.SqlQuery<HeadRow>($"select lane, number, hash from audit_heads where number > 0").ToListAsync())).Select(h => new Head(h.Lane, h.Number, h.Hash))]) };
        (await spoiled.Db(db => VerifyAudit.Look(db, anchors, default))).Wrong.ShouldBeEmpty();

        await spoiled.AsOwner($"delete from audit_entries where lane = {lane} and number > 4; update audit_heads h set number = 4, hash = e.hash from audit_entries e where h.lane = {lane} and e.lane = {lane} and e.number = 4");
        (await Verified(spoiled)).Wrong.ShouldBeEmpty();
        (await spoiled.Db(db => VerifyAudit.Look(db, anchors, default))).Wrong.ShouldHaveSingleItem().ShouldContain("entry 5 was there on");

        await spoiled.AsOwner($"insert into audit_entries select lane, 5, at, account, roles, 'another', what, mentee, sign_in, trace, why, why_digest, hash, '' from audit_entries where lane = {lane} and number = 4; update audit_entries e set hash = sha256(previous || convert_to(audit_content(e), 'UTF8')) where lane = {lane} and number = 5; update audit_heads h set number = 5, hash = e.hash from audit_entries e where h.lane = {lane} and e.lane = {lane} and e.number = 5");
        (await Verified(spoiled)).Wrong.ShouldBeEmpty();
        (await spoiled.Db(db => VerifyAudit.Look(db, anchors, default))).Wrong.ShouldHaveSingleItem().ShouldContain("entry 5 is not what it was");
    }

    [Fact]
    public async Task A_reason_can_be_forgotten_and_the_chain_still_holds()
    {
        await using var own = new Own();
        await own.InitializeAsync();
        await Fill(own);
        await own.AsOwner("update audit_entries set why = null");
        (await Verified(own)).Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Heads_are_anchored_in_a_file_outside_and_the_command_compares_them()
    {
        var folder = Directory.CreateTempSubdirectory("mentoring-anchors-").FullName;
        await using var own = new Anchored(folder);
        await own.InitializeAsync();
        await own.AsCaseworker().Post("/notes", new { title = $"Anchored {Guid.CreateVersion7()}" }).ShouldSucceed();
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var file = Path.Combine(folder, "mentee.anchors");
        await Eventually.Is(() => File.Exists(file) && new FileInfo(file).Length > 0, "the heads are anchored");
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Database"] = own.Database, ["RabbitMq__Uri"] = own.Vhost.AbsoluteUri, ["Auth__Issuer"] = "http://127.0.0.1:1", ["Audit__Anchors"] = folder };
        var (fine, said) = await TestProcess.Run(typeof(SampleDb).Assembly.Location, settings, ["verify-audit"]);
        (fine, said[^1]).ShouldBe((ExitCodes.Fine, "1 entries and 1 anchors were looked at; all is as it was written."));

        await own.AsOwner("delete from audit_entries; update audit_heads set number = 0, hash = ''");
        var (broken, why) = await TestProcess.Run(typeof(SampleDb).Assembly.Location, settings, ["verify-audit"]);
        broken.ShouldBe(ExitCodes.AuditBroken);
        string.Join('\n', why).ShouldContain("is missing");
        Directory.Delete(folder, recursive: true);
    }

    private sealed record HeadRow(short Lane, long Number, byte[] Hash);

    private sealed class Anchored(string folder) : SampleService
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("Audit:Anchors", folder)];
    }

    private Task Append(string what) => service.Db(db => db.Keep(new Caller { Account = new(Guid.CreateVersion7()), Roles = new HashSet<string> { Roles.Caseworker } }, "test", what, null, null, null, CancellationToken.None));

    // Five entries in one lane: one connection writes to one lane.
    private static async Task<int> Fill(SampleService own)
    {
        await own.Db(async db =>
        {
            await db.Database.OpenConnectionAsync();
            for (var i = 1; i <= 5; i++) await db.Keep(new Caller { Account = new(Guid.CreateVersion7()), Roles = new HashSet<string> { Roles.SafeguardingLead } }, "test", $"number {i}", null, null, $"because {i}", CancellationToken.None);
        });
        return await own.Db(db => db.Database.SqlQuery<int>($"select lane::int as \"Value\" from audit_entries group by lane").SingleAsync());
    }

    private Task<VerifyAudit.Finding> Verified() => Verified(service);

    private static Task<VerifyAudit.Finding> Verified(SampleService own) => own.Db(db => VerifyAudit.Look(db, [], default));

    private Task<List<Entry>> Entries(string containing) => service.Db(db => db.Database.SqlQuery<Entry>(
        $"""select did, what, account, roles, mentee, sign_in as "SignIn", why from audit_entries where what like '%' || {containing} || '%' order by at""").ToListAsync());
}
