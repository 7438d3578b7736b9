using System.Diagnostics;

namespace Mentoring.Shared.Tests;

public sealed class OutboxTests(SampleService service)
{
    [Fact]
    public async Task What_a_handler_changes_and_what_it_tells_are_one_commit_and_the_fact_goes_out()
    {
        var note = await service.AsCaseworker().Post("/notes", new { title = Unique() }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == note.Id.Value);
        await Eventually.Is(() => service.Db(async db => (await db.Outbox.Select(r => r.Body).ToListAsync()).All(b => !b.Contains(note.Id.Value.ToString(), StringComparison.Ordinal))), "the confirmed row is removed");
    }

    [Theory]
    [InlineData("refuse", HttpStatusCode.Conflict)]
    [InlineData("fail", HttpStatusCode.ServiceUnavailable)]
    [InlineData("throw", HttpStatusCode.InternalServerError)]
    [InlineData("collide", HttpStatusCode.Conflict)]
    [InlineData("recover", HttpStatusCode.Conflict)]
    [InlineData("no-words", HttpStatusCode.NotFound)]
    public async Task What_is_rolled_back_changes_nothing_and_tells_nothing(string what, HttpStatusCode status)
    {
        var title = Unique();
        (await service.AsCaseworker().Post($"/notes/then/{what}", new { title })).StatusCode.ShouldBe(status);
        (await service.Db(db => db.Notes.AnyAsync(n => n.Title == title))).ShouldBeFalse();

        var written = service.Trouble.Written[title];
        await service.HeardNo<MenteeReferred>(f => f.MenteeId == written);
    }

    [Fact]
    public async Task The_bell_sends_the_postman_at_once_instead_of_at_the_next_round()
    {
        var client = service.AsCaseworker();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 10; i++)
        {
            var note = await client.Post("/notes", new { title = Unique() }).ShouldBe<NoteAnswer>(HttpStatusCode.Created);
            var since = Stopwatch.GetTimestamp();
            await service.Heard<MenteeReferred>(f => f.MenteeId == note.Id.Value);
            waits.Add(Stopwatch.GetElapsedTime(since));
        }

        // Without the bell each waits half a second on average.
        waits.Order().ElementAt(waits.Count / 2).ShouldBeLessThan(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task A_row_that_another_instance_wrote_goes_out_without_a_bell()
    {
        var id = Guid.CreateVersion7();
        await service.Db(async db =>
        {
            db.Tell(new MenteeReferred { MenteeId = id, At = service.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == id);
    }

    [Fact]
    public async Task The_rows_id_is_the_messages_id()
    {
        var id = Guid.CreateVersion7();
        var message = await service.Db(async db =>
        {
            db.Tell(new MenteeReferred { MenteeId = id, At = service.Clock.GetUtcNow() });
            var row = db.ChangeTracker.Entries<OutboxRow>().Single().Entity.MessageId;
            await db.SaveChangesAsync();
            return row;
        });
        await service.Heard<MenteeReferred>(f => f.MenteeId == id);
        service.Wire.Heard.Single(h => h.Fact is MenteeReferred f && f.MenteeId == id).MessageId.ShouldBe(message);
    }

    [Fact]
    public async Task A_thousand_facts_go_out_once_each_also_with_two_postmen()
    {
        Guid[] ids = [.. Enumerable.Range(0, 1000).Select(_ => Guid.CreateVersion7())];
        using var second = new PostmanBell();
        using var other = ActivatorUtilities.CreateInstance<Postman>(service.Services, second);
        await other.StartAsync(TestContext.Current.CancellationToken);
        await service.Db(async db =>
        {
            foreach (var id in ids) db.Tell(new MenteeReferred { MenteeId = id, At = service.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        await Eventually.Is(() => service.Db(async db => !await db.Outbox.AnyAsync()), "the outbox is empty", TimeSpan.FromSeconds(60));
        await service.Settle();
        await other.StopAsync(TestContext.Current.CancellationToken);
        service.Wire.Heard.Select(h => h.Fact).OfType<MenteeReferred>().Select(f => f.MenteeId).Where(ids.Contains).Order().ShouldBe(ids.Order());
    }

    [Fact]
    public async Task Only_facts_and_only_ones_own_can_be_told()
    {
        await service.Db(db =>
        {
            Should.Throw<InvalidOperationException>(() => db.Tell("words")).Message.ShouldBe("String is not a fact of Mentoring.Contracts and cannot be told.");
            Should.Throw<InvalidOperationException>(() => db.Tell(Some.Ended(Guid.CreateVersion7()))).Message.ShouldBe("MatchEnded is another service's to tell, not mentee's.");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Saving_synchronously_is_refused() => await service.Db(db =>
    {
        Should.Throw<NotSupportedException>(() => db.SaveChanges());
        return Task.CompletedTask;
    });

    private static string Unique() => $"A note {Guid.CreateVersion7()}";
}
