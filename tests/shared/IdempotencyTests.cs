namespace Mentoring.Shared.Tests;

public sealed class IdempotencyTests(SampleService service)
{
    private readonly string key = Guid.CreateVersion7().ToString();
    private readonly string title = $"A note {Guid.CreateVersion7()}";

    [Fact]
    public async Task The_same_key_and_request_get_the_first_answer_again_and_happen_once()
    {
        var client = service.AsCaseworker();
        using var first = await client.Post("/notes", new { title }, key).ShouldBe(HttpStatusCode.Created);
        using var second = await client.Post("/notes", new { title }, key).ShouldBe(HttpStatusCode.Created);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        IsRepeat(first).ShouldBeFalse();
        IsRepeat(second).ShouldBeTrue();
        var note = await first.ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == note.Id.Value);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var client = service.AsCaseworker();
        await client.Post("/notes", new { title }, key).ShouldSucceed();
        await client.Post("/notes", new { title = title + " again" }, key).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "was used for another request");
        await client.Post("/notes/then/nothing", new { title }, key).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "was used for another request");
        (await Notes(title + " again")).ShouldBe(0);
    }

    [Fact]
    public async Task Twenty_requests_at_once_with_one_key_happen_once_and_all_get_the_same_answer()
    {
        var client = service.AsCaseworker();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await client.Post("/notes", new { title }, key).ShouldBe(HttpStatusCode.Created);
            return await answer.Content.ReadAsStringAsync();
        }));
        answers.Distinct().Count().ShouldBe(1);
        (await Notes(title)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_persons_key_is_another_key()
    {
        await service.AsCaseworker().Post("/notes", new { title }, key).ShouldSucceed();
        await service.AsCaseworker().Post("/notes", new { title = title + " too" }, key).ShouldSucceed();
    }

    [Fact]
    public async Task Strangers_with_one_key_do_not_stand_in_each_others_way()
    {
        await service.AsNobody().Post("/visits?by=one", null, key).ShouldBe(HttpStatusCode.Accepted);
        using var other = await service.AsNobody().Post("/visits?by=another", null, key).ShouldBe(HttpStatusCode.Accepted);
        using var again = await service.AsNobody().Post("/visits?by=one", null, key).ShouldBe(HttpStatusCode.Accepted);
        IsRepeat(other).ShouldBeFalse();
        IsRepeat(again).ShouldBeTrue();
    }

    [Theory]
    [InlineData("refuse", HttpStatusCode.Conflict)]
    [InlineData("collide", HttpStatusCode.Conflict)]
    [InlineData("recover", HttpStatusCode.Conflict)]
    public async Task A_refusal_is_repeated_too_and_leaves_nothing_behind(string what, HttpStatusCode status)
    {
        var client = service.AsCaseworker();
        using var first = await client.Post($"/notes/then/{what}", new { title }, key).ShouldBe(status);
        using var second = await client.Post($"/notes/then/{what}", new { title }, key).ShouldBe(status);
        await first.ShouldBeProblem(status);
        await second.ShouldBeProblem(status);
        IsRepeat(second).ShouldBeTrue();
        (await Notes(title)).ShouldBe(0);
    }

    [Theory]
    [InlineData("fail", HttpStatusCode.ServiceUnavailable)]
    [InlineData("throw", HttpStatusCode.InternalServerError)]
    [InlineData("race", HttpStatusCode.Conflict)]
    [InlineData("no-words", HttpStatusCode.NotFound)]
    public async Task What_may_be_otherwise_next_time_is_not_kept_so_that_the_next_try_is_a_real_one(string what, HttpStatusCode status)
    {
        var client = service.AsCaseworker();
        await client.Post($"/notes/then/{what}", new { title }, key).ShouldBeProblem(status);
        using var second = await client.Post($"/notes/then/{what}", new { title }, key).ShouldBe(status);
        IsRepeat(second).ShouldBeFalse();
        (await Notes(title)).ShouldBe(0);
        await client.Post("/notes", new { title }, key).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_answer_that_was_written_by_hand_is_kept_whole()
    {
        var client = service.AsCaseworker();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await client.Post("/notes/then/write-by-hand", new { title }, key).ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldBe("by hand");
        }

        (await Notes(title)).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_repeated_without_one()
    {
        var client = service.AsCaseworker();
        for (var i = 0; i < 2; i++) await client.Post("/notes/then/nothing", new { title }, key).ShouldBe(HttpStatusCode.NoContent);
        (await Notes(title)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("\"\"")]
    public async Task A_key_that_is_none_is_refused(string bad)
    {
        await service.AsCaseworker().Post("/notes", new { title }, bad).ShouldBeProblem(HttpStatusCode.BadRequest, "Idempotency-Key");
        await service.AsCaseworker().Post("/notes", new { title }, new string('x', 201)).ShouldBeProblem(HttpStatusCode.BadRequest, "Idempotency-Key");
        (await Notes(title)).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_in_quotes_is_the_same_key()
    {
        var client = service.AsCaseworker();
        await client.Post("/notes", new { title }, key).ShouldSucceed();
        IsRepeat(await client.Post("/notes", new { title }, $"\"{key}\"")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_endpoint_that_commits_itself_keeps_what_it_wrote_when_it_refuses()
    {
        var before = await service.Db(db => db.Notes.CountAsync(n => n.Title.StartsWith("Attempt")));
        await service.AsNobody().Post("/attempts").ShouldBeProblem(HttpStatusCode.Forbidden);
        (await service.Db(db => db.Notes.CountAsync(n => n.Title.StartsWith("Attempt")))).ShouldBe(before + 1);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused_in_words()
    {
        using var answer = await service.AsNobody().Post("/texts", new StringContent(new string('x', (1024 * 1024) + 1)));
        await answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "larger than");
        (await service.AsNobody().Post("/texts", new StringContent(new string('x', 1024 * 1024))).ShouldBe<int>(HttpStatusCode.OK)).ShouldBe(1024 * 1024);
    }

    [Fact]
    public async Task Old_keys_and_receipts_are_forgotten_and_young_ones_kept()
    {
        var now = service.Clock.GetUtcNow();
        foreach (var (age, name) in new[] { (6, "young"), (8, "old") })
            await service.Store(new IdempotencyKey { Account = Guid.Empty, Key = name + key, RequestHash = [1], Status = 200, At = now.AddDays(-age) });
        foreach (var (age, name) in new[] { (29, "young"), (31, "old") })
            await service.Store(new Receipt { MessageId = Guid.CreateVersion7(), Queue = name + key, At = now.AddDays(-age) });
        using var again = ActivatorUtilities.CreateInstance<Housekeeping>(service.Services);
        await again.StartAsync(CancellationToken.None);
        await Eventually.Is(() => service.Db(async db => !await db.Set<IdempotencyKey>().AnyAsync(k => k.Key == "old" + key) && !await db.Set<Receipt>().AnyAsync(r => r.Queue == "old" + key)), "the old are forgotten");
        (await service.Db(db => db.Set<IdempotencyKey>().AnyAsync(k => k.Key == "young" + key))).ShouldBeTrue();
        (await service.Db(db => db.Set<Receipt>().AnyAsync(r => r.Queue == "young" + key))).ShouldBeTrue();
        await again.StopAsync(CancellationToken.None);
    }

    private static bool IsRepeat(HttpResponseMessage answer) => answer.Headers.Contains("Idempotent-Replayed");

    private Task<int> Notes(string called) => service.Db(db => db.Notes.CountAsync(n => n.Title == called));
}
