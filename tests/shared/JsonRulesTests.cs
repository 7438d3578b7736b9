using System.Text;

namespace Mentoring.Shared.Tests;

public sealed class JsonRulesTests(SampleService service)
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"words\"", "")]
    [InlineData("{", "")]
    [InlineData("{}", "title")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"title":7}""", "title")]
    [InlineData("""{"title":["x"]}""", "title")]
    [InlineData("""{"title":"T","colour":"red"}""", "'colour' is not a member")]
    [InlineData("""{"title":"T","title":"U"}""", "twice")]
    [InlineData("""{"title":"T","Title":"U"}""", "")]
    [InlineData("""{"title":"T",}""", "")]
    [InlineData("""{"title":"T"} // a remark""", "")]
    [InlineData("""{'title':'T'}""", "")]
    [InlineData("""{"title":"T","stars":"3"}""", "stars")]
    [InlineData("""{"title":"T","stars":3.5}""", "stars")]
    [InlineData("""{"title":"T","stars":99999999999}""", "stars")]
    [InlineData("""{"title":"T","stars":NaN}""", "stars")]
    [InlineData("""{"title":"T","stars":11}""", "0 to 10 stars")]
    [InlineData("""{"title":"T","mood":0}""", "mood")]
    [InlineData("""{"title":"T","mood":"Cheerful!"}""", "mood")]
    [InlineData("""{"title":"T","on":"2026-02-30"}""", "on")]
    [InlineData("""{"title":"T","on":"30/01/2026"}""", "on")]
    [InlineData("""{"title":"T","about":"somebody"}""", "about")]
    [InlineData("""{"title":"T","about":{"value":"0198c0de-0000-7000-8000-000000000000"}}""", "about")]
    [InlineData("""{"title":"T","tags":["a","b","c","d","e","f"]}""", "at most 5 tags")]
    [InlineData("""{"title":"T","tags":[null]}""", "empty place")]
    [InlineData("""{"title":"T","tags":["T"]}""", "says nothing")]
    [InlineData("""{"title":""}""", "1 to 100")]
    [InlineData("""{"title":"a\u0000b"}""", "control characters")]
    [InlineData("""{"title":"a\u001bb"}""", "control characters")]
    [InlineData("""{"title":"a\ud800b"}""", "title")]
    public async Task What_does_not_fit_is_refused_in_words(string body, string says)
    {
        var problem = await service.AsCaseworker().Post("/notes", new StringContent(body, Encoding.UTF8, "application/json")).ShouldBeProblem(HttpStatusCode.BadRequest, says);
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Too_deep_and_broken_bytes_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"title":"T","inner":""", 20)) + "null" + new string('}', 20);
        await service.AsCaseworker().Post("/notes", new StringContent(deep, Encoding.UTF8, "application/json")).ShouldBeProblem(HttpStatusCode.BadRequest);
        var broken = new ByteArrayContent([.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        broken.Headers.ContentType = new("application/json");
        await service.AsCaseworker().Post("/notes", broken).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Other_kinds_of_content_and_other_methods_and_places_are_refused_in_words()
    {
        await service.AsCaseworker().Post("/notes", new StringContent("title=T", Encoding.UTF8, "application/x-www-form-urlencoded")).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType);
        await service.AsCaseworker().Put("/notes", new { title = "T" }).ShouldBeProblem(HttpStatusCode.MethodNotAllowed);
        await service.AsCaseworker().Get("/nowhere").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker().Get("/notes/not-an-id").ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsCaseworker().Get("/notes?take=many").ShouldBeProblem(HttpStatusCode.BadRequest, "take");
        await service.AsCaseworker().Get("/notes?after=%00").ShouldBeProblem(HttpStatusCode.BadRequest, "control characters");
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_has_another_role_is_told_so()
    {
        await service.AsNobody().Post("/notes", new { title = "T" }).ShouldBeProblem(HttpStatusCode.Unauthorized);
        await service.AsMentee().Post("/notes", new { title = "T" }).ShouldBeProblem(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_lead_must_say_why_and_it_is_kept()
    {
        var note = await service.AsCaseworker().Post("/notes", new { title = $"A note {Guid.CreateVersion7()}" }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        await service.AsLead(null).Get($"/notes/{note.Id}").ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        await service.AsLead("too short").Get($"/notes/{note.Id}").ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        (await service.Db(db => db.Set<LeadReading>().CountAsync(r => r.Record == $"mentee {note.Id}"))).ShouldBe(0);
        await service.AsLead("A concern was raised today").Get($"/notes/{note.Id}").ShouldBe(HttpStatusCode.OK);
        (await service.Db(db => db.Set<LeadReading>().SingleAsync(r => r.Record == $"mentee {note.Id}"))).Reason.ShouldBe("A concern was raised today");
    }

    [Fact]
    public void A_page_ends_where_the_list_ends()
    {
        Guid[] ids = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
        var query = new PageQuery(null, 3);
        query.Limit.ShouldBe(4);
        query.Cut(ids, id => id).Next.ShouldBe(ids[2]);
        query.Cut(ids, id => id).Items.ShouldBe(ids[..3]);
        query.Cut(ids[..3], id => id).Next.ShouldBeNull();
        new PageQuery(null, 100_000).Limit.ShouldBe(101);
        new PageQuery(null, -5).Limit.ShouldBe(2);
    }
}
