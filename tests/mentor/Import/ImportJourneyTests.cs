using System.Net;
using System.Text;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Import;

/// <summary>A coordinator's way with a list: preview, commit, again, mend, send again.</summary>
public sealed class ImportJourneyTests(MentorService service)
{
    // The emails are unique among all mentors, so each test has a company of its own.
    private readonly string company = $"m{Guid.CreateVersion7():N}.example";

    private string Millworks => TestFile.Millworks.Replace("millworks.example", company, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Preview_commit_again_mend_the_wrong_rows_and_send_them_again()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);

        var preview = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Millworks)])).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        (preview.Encoding, preview.Separator, preview.CommittedAt).ShouldBe(("utf-8", "comma", null));
        preview.IgnoredColumns.ShouldBe(["Payroll ref"]);
        Counts(preview).ShouldBe((5, 0, 0, 8));
        preview.Rows.Select(r => r.Line).ShouldBe([2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15], "as a spreadsheet numbers them");
        preview.Rows.Single(r => r.Line == 5).Reasons.ShouldHaveSingleItem().ShouldContain("same email as row 4");
        preview.Rows.Single(r => r.Line == 10).Reasons.Count.ShouldBe(2, "every reason of a row is said at once");
        preview.Rows.Single(r => r.Line == 15).Notes.Count.ShouldBe(5);
        (await People(coordinator, partner)).ShouldBeEmpty("a preview registers nobody");

        var committed = await coordinator.Post($"/partners/{partner.Id}/imports/{preview.ImportId}/commit", null).ShouldBe<ImportAnswer>(HttpStatusCode.OK);
        Counts(committed).ShouldBe((5, 0, 0, 8));
        var people = await People(coordinator, partner);
        people.Select(p => p.LastName).ShouldBe(["Ångström", "Oduya", "Pell", "Tarrant", "Hale"], ignoreOrder: true);
        foreach (var person in people) await service.HeardOnce<MentorProfileChanged>(f => f.MentorId == person.MentorId.Value);
        var keziah = people.Single(p => p.FirstName == "Keziah");
        (await service.HeardOnce<MentorAvailabilityChanged>(f => f.MentorId == keziah.MentorId.Value)).Weekly.ShouldHaveSingleItem().Day.ShouldBe(DayOfWeek.Wednesday);
        await service.HeardNo<MentorAvailabilityChanged>(f => f.MentorId == people.Single(p => p.FirstName == "Linus").MentorId.Value);

        var again = await coordinator.Post($"/partners/{partner.Id}/imports/{preview.ImportId}/commit", null).ShouldBe<ImportAnswer>(HttpStatusCode.OK);
        Counts(again).ShouldBe((5, 0, 0, 8));
        again.CommittedAt.ShouldBe(committed.CommittedAt);
        (await People(coordinator, partner)).Count.ShouldBe(5);
        Counts(await coordinator.Get<ImportAnswer>($"/partners/{partner.Id}/imports/{preview.ImportId}")).ShouldBe((5, 0, 0, 8));

        var file = await coordinator.Get($"/partners/{partner.Id}/imports/{preview.ImportId}/wrong-rows.csv");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var bytes = await file.Content.ReadAsByteArrayAsync();
        bytes.AsSpan(0, 3).ToArray().ShouldBe(Encoding.UTF8.Preamble.ToArray(), "Excel needs the mark");
        var wrong = Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        wrong.ShouldStartWith("What to mend,First Name,");
        wrong.ShouldContain("\"'=HYPERLINK");
        wrong.ShouldContain("Row 5: This is the same email as row 4.");

        var unmended = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of(bytes)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        unmended.IgnoredColumns.ShouldBe(["Payroll ref"], "our own column is left out quietly");
        unmended.Rows.Single(r => r.Name.StartsWith('=')).Status.ShouldBe(RowStatus.Wrong);

        var mended = wrong.Replace("31/02/1990", "28/02/1990", StringComparison.Ordinal).Replace("not-an-email", $"hector@{company}", StringComparison.Ordinal).Replace("12/05/2020", "12/05/1999", StringComparison.Ordinal)
            .Replace("??", "LE1 6ZG", StringComparison.Ordinal).Replace("N,N,Sun 14-16,lots", "N,Y,Sun 14-16,2", StringComparison.Ordinal).Replace($"keziah.pell@{company}", $"imogen.pell@{company}", StringComparison.OrdinalIgnoreCase)
            .Replace("\"'=HYPERLINK(\"\"http://x.example\"\",\"\"me\"\")\"", "Silas", StringComparison.Ordinal);
        var second = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of(mended)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        Counts(second).ShouldBe((7, 0, 0, 1), "only the row that stops early is still to be filled in");
        await coordinator.Post($"/partners/{partner.Id}/imports/{second.ImportId}/commit", null).ShouldSucceed();
        (await People(coordinator, partner)).Count.ShouldBe(12);

        var whole = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of(Millworks)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        Counts(whole).ShouldBe((0, 0, 5, 8), "what is known already is the same");
        service.Log.Lines.ShouldAllBe(line => !line.Contains(company));
    }

    [Fact]
    public async Task A_list_changes_the_invited_whole_and_of_those_who_applied_only_phone_and_job()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var (invited, cleared, left) = (await service.Stored(Stage.Invited, partner.Id), await service.Stored(Stage.Cleared, partner.Id), await service.Stored(Stage.Left, partner.Id));
        var text = "Name,Email,DOB,Online,In person,Mobile,Max mentees,Availability\n"
            + string.Concat(new[] { invited, cleared, left }.Select(m => $"Odile Marchbank,{m.Email},18/05/1990,no,yes,07700 900555,3,Sat 9-10\n"));
        var preview = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of(text)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        preview.Rows.Select(r => r.Status).ShouldBe([RowStatus.Changed, RowStatus.Changed, RowStatus.Wrong]);
        preview.Rows[1].Notes.ShouldContain(n => n.Contains("name and profile are theirs"));
        preview.Rows[2].Reasons.ShouldHaveSingleItem().ShouldContain("ended");
        await coordinator.Post($"/partners/{partner.Id}/imports/{preview.ImportId}/commit", null).ShouldSucceed();

        var first = await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{invited.Id}");
        (first.Phone, first.Profile.Capacity, first.Profile.Online, first.Profile.Postcode, first.Profile.About).ShouldBe(("07700 900555", 3, false, "LE2 7FL", "I like long walks."));
        first.Availability.Weekly.ShouldHaveSingleItem().Day.ShouldBe(DayOfWeek.Saturday);
        var second = await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{cleared.Id}");
        (first.FirstName, first.LastName, first.DateOfBirth).ShouldBe(("Odile", "Marchbank", new DateOnly(1990, 5, 18)));
        (second.FirstName, second.LastName, second.DateOfBirth).ShouldBe(("Odalys", "Fernsby", new DateOnly(1990, 5, 17)), "they are who is screened");
        (second.Phone, second.Profile.Capacity, second.Profile.Online).ShouldBe(("07700 900555", 2, true));
        second.Stage.ShouldBe(Stage.Cleared);
    }

    [Fact]
    public async Task Somebody_of_another_partner_is_wrong_without_saying_whose()
    {
        var (one, other) = (await service.StoredPartner(), await service.StoredPartner());
        var theirs = await service.Stored(Stage.Invited, other.Id);
        var preview = await service.AsCoordinator(one.Id).Post($"/partners/{one.Id}/imports", TestFile.Of($"Name,Email,DOB,Online\nOdalys Fernsby,{theirs.Email},1990-05-17,y\n")).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        var row = preview.Rows.ShouldHaveSingleItem();
        row.Status.ShouldBe(RowStatus.Wrong);
        row.Reasons.ShouldHaveSingleItem().ShouldNotContain(other.Name);
        await service.AsCoordinator(one.Id).Post($"/partners/{one.Id}/imports/{preview.ImportId}/commit", null).ShouldSucceed();
        (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{theirs.Id}")).PartnerId.ShouldBe(other.Id);
    }

    [Fact]
    public async Task Commits_at_once_register_everybody_once()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var preview = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of(Millworks)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.AsCoordinator(partner.Id).Post($"/partners/{partner.Id}/imports/{preview.ImportId}/commit", null).ShouldBe<ImportAnswer>(HttpStatusCode.OK)));
        answers.ShouldAllBe(a => a.Counts == preview.Counts);
        (await People(coordinator, partner)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task As_many_rows_as_are_allowed_are_taken_in_steps_that_say_how_far_it_is()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var text = "Name,Email,DOB,Online\nAda Quill,not an address,1986-05-03,y\n" + string.Concat(Enumerable.Range(1, CsvFile.MostRows - 1).Select(i => $"Ada Quill,ada{i}@{company},1986-05-03,y\n"));
        var preview = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of(text)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        Counts(preview).ShouldBe((CsvFile.MostRows - 1, 0, 0, 1));
        (preview.BegunAt, preview.Taken).ShouldBe((null, 0));

        var address = $"/partners/{partner.Id}/imports/{preview.ImportId}";
        var begun = await coordinator.Post($"{address}/commit", null).ShouldBe<ImportAnswer>(HttpStatusCode.OK);
        (begun.Taken, begun.CommittedAt).ShouldBe((MentorImport.RowsAStep, null), "the first rows at once, the others in the background");
        (await coordinator.Post($"{address}/commit", null).ShouldBe<ImportAnswer>(HttpStatusCode.OK)).BegunAt.ShouldBe(begun.BegunAt.ShouldNotBeNull());

        var done = await Eventually.Get(async () => await coordinator.Get<ImportAnswer>(address) is { CommittedAt: not null } over ? over : null, "the whole list is taken", TimeSpan.FromMinutes(1));
        done.Taken.ShouldBe(CsvFile.MostRows);
        Counts(done).ShouldBe(Counts(preview));
        (await service.Db(db => db.Mentors.CountAsync(m => m.PartnerId == partner.Id))).ShouldBe(CsvFile.MostRows - 1, "everybody once");
    }

    [Fact]
    public async Task A_list_that_cannot_be_taken_says_so_and_keeps_no_other_waiting()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var bad = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of($"Name,Email,DOB,Online\nAda Quill,bad@{company},1986-05-03,y\n")).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        // A name that no list can bring in: the database refuses it.
        await service.Db(db => db.Database.ExecuteSqlAsync($"update mentor_imports set rows = replace(rows::text, '\"Ada\"', '\"' || repeat('x', 5000) || '\"')::jsonb, begun_by = sent_by, begun_at = sent_at where id = {bad.ImportId.Value}"));
        var good = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of("Name,Email,DOB,Online\n" + string.Concat(Enumerable.Range(0, MentorImport.RowsAStep + 1).Select(i => $"Ada Quill,good{i}@{company},1986-05-03,y\n")))).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        await coordinator.Post($"/partners/{partner.Id}/imports/{good.ImportId}/commit", null).ShouldSucceed();
        Task<ImportAnswer> Read(ImportAnswer import) => coordinator.Get<ImportAnswer>($"/partners/{partner.Id}/imports/{import.ImportId}");
        await Eventually.Is(async () => (await Read(good)).CommittedAt is not null, "the good list is taken");
        await Eventually.Is(async () => (await Read(bad)).IsStuck, "the bad list is given up");
        (await Read(bad)).ShouldSatisfyAllConditions(b => b.Taken.ShouldBe(0), b => b.CommittedAt.ShouldBeNull());
    }

    [Fact]
    public async Task A_file_of_windows_1252_with_semicolons_comes_in_a_form_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var partner = await service.StoredPartner();
        var bytes = Encoding.GetEncoding(1252).GetBytes($"Vorname;Forename;Surname;E-mail;DOB;Online\r\n;Renée;Núñez;renee@{company};03/05/1986;ja\r\n;Zoë;Núñez;zoe@{company};03/05/1986;y\r\n");
        var preview = await service.AsCoordinator(partner.Id).Post($"/partners/{partner.Id}/imports", TestFile.Form(bytes)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        (preview.Encoding, preview.Separator).ShouldBe(("windows-1252", "semicolon"));
        preview.Rows.Select(r => (r.Name, r.Status)).ShouldBe([("Renée Núñez", RowStatus.Wrong), ("Zoë Núñez", RowStatus.New)]);
    }

    [Fact]
    public async Task What_cannot_be_a_list_is_refused_in_a_sentence_and_nothing_is_kept()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        Task<HttpResponseMessage> Send(HttpContent? content) => coordinator.Post($"/partners/{partner.Id}/imports", content);

        await Send(TestFile.Of(string.Empty)).ShouldBeProblem(HttpStatusCode.BadRequest, "empty");
        await Send(TestFile.Of("Name,Email,DOB,Online\n")).ShouldBeProblem(HttpStatusCode.BadRequest, "no people");
        await Send(TestFile.Of("Colour,Shape\nred,round\n")).ShouldBeProblem(HttpStatusCode.BadRequest, "Missing: First name and Surname, E-mail, Date of birth, In person or Online");
        await Send(TestFile.Of("PK\u0003\u0004rest of a workbook")).ShouldBeProblem(HttpStatusCode.BadRequest, "workbook");
        await Send(TestFile.Of([65, 0, 66])).ShouldBeProblem(HttpStatusCode.BadRequest, "not text");
        await Send(TestFile.Of(new byte[CsvFile.LargestFile + 1])).ShouldBeProblem(HttpStatusCode.BadRequest, "2 MB");
        await Send(TestFile.Of(new byte[CsvFile.LargestFile + (200 * 1024)])).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge);
        await Send(TestFile.Form()).ShouldBeProblem(HttpStatusCode.BadRequest);
        await Send(TestFile.Form([65], [66])).ShouldBeProblem(HttpStatusCode.BadRequest, "one file");
        await Send(new StringContent("{}", Encoding.UTF8, "application/json")).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType);
        (await service.Db(db => Task.FromResult(db.Imports.Count(i => i.PartnerId == partner.Id)))).ShouldBe(0);
    }

    [Fact]
    public async Task The_import_of_another_partner_is_not_there()
    {
        var (one, other) = (await service.StoredPartner(), await service.StoredPartner());
        var preview = await service.AsCoordinator(one.Id).Post($"/partners/{one.Id}/imports", TestFile.Of(Millworks)).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        foreach (var partner in (PartnerId[])[one.Id, other.Id])
        {
            await service.AsCoordinator(other.Id).Get($"/partners/{partner}/imports/{preview.ImportId}").ShouldBe(HttpStatusCode.NotFound);
            await service.AsCoordinator(other.Id).Get($"/partners/{partner}/imports/{preview.ImportId}/wrong-rows.csv").ShouldBe(HttpStatusCode.NotFound);
            await service.AsCoordinator(other.Id).Post($"/partners/{partner}/imports/{preview.ImportId}/commit", null).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static (int New, int Changed, int Same, int Wrong) Counts(ImportAnswer import) => (import.Counts.New, import.Counts.Changed, import.Counts.Same, import.Counts.Wrong);

    private static async Task<IReadOnlyList<OwnPersonAnswer>> People(HttpClient coordinator, Partner partner) =>
        (await coordinator.Get<Found<OwnPersonAnswer>>($"/partners/{partner.Id}/mentors?take=100")).Items;
}
