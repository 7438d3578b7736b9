using System.Diagnostics;
using System.Globalization;
using Mentoring.Load;
using Mentoring.Matching;
using Mentoring.Matching.People;
using Mentoring.Matching.Tests;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;

// load [PEOPLE]: the matching service with so many mentors and as many young people in its own database (10,000 when left out), asked
// over HTTP by twenty callers and told facts over RabbitMQ. The service and its callers share this process and the machine.
const int Callers = 20, Warm = 40_000, Requests = 4_000, Pace = 100, Facts = 6_000;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var many = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
await using var service = new Service();
await service.InitializeAsync();
var people = new RandomPeople(7);
var caseworker = CaseworkerId.New();
Console.WriteLine($"{many:n0} mentors and {many:n0} young people; {Callers} callers; {Environment.ProcessorCount} cores");

List<MentorCopy> mentors = [.. Enumerable.Range(0, many).Select(_ => people.Mentor(odd: false))];
List<MenteeCopy> mentees = [.. Enumerable.Range(0, many).Select(_ => people.Mentee(odd: false))];
var now = service.Clock.GetUtcNow();
foreach (var mentee in mentees)
{
    mentee.Remember(new CaseworkerAssigned { MenteeId = mentee.Id.Value, CaseworkerId = caseworker.Value, At = now });
    mentee.Remember(new MenteeReady { MenteeId = mentee.Id.Value, ReadyUntil = London.DateAt(now).AddDays(90), At = now });
}

foreach (var mentor in mentors) mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = London.DateAt(now).AddDays(300), At = now });
foreach (var chunk in mentors.Cast<object>().Concat(mentees).Chunk(2_000)) await service.Db(async db =>
{
    db.AddRange(chunk);
    await db.SaveChangesAsync();
});

// From nothing to the first answer, with everybody read into memory.
var since = Stopwatch.GetTimestamp();
await service.Restart();
var client = service.AsCaseworker(caseworker);
await client.Get<SuggestionsAnswer>($"/mentees/{mentees[0].Id}/suggestions?take=20");
Say("restart to the first shortlist", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s", "at most 10 s");

await Ask(Warm); // until the program is compiled as it is in a service that runs
GC.Collect();
var before = GC.GetTotalMemory(true);
since = Stopwatch.GetTimestamp();
var times = await Ask(Requests);
Say("shortlist of 20 over HTTP, without a pause, p50", $"{times[times.Length / 2]:0.0} ms", string.Empty);
Say("  p99", $"{times[(int)(times.Length * 0.99)]:0.0} ms", "at most 10 ms");
Say("  a second", $"{Requests / Stopwatch.GetElapsedTime(since).TotalSeconds:0}", string.Empty);
times = await Ask(Requests / 2, TimeSpan.FromMilliseconds(Pace));
Say($"the same, each caller every {Pace} ms, p50", $"{times[times.Length / 2]:0.0} ms", string.Empty);
Say("  p99", $"{times[(int)(times.Length * 0.99)]:0.0} ms", "at most 10 ms");
var alone = new List<double>();
for (var i = 0; i < 300; i++)
{
    since = Stopwatch.GetTimestamp();
    await client.Get<SuggestionsAnswer>($"/mentees/{mentees[people.Below(many)].Id}/suggestions?take=20");
    alone.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
}

alone.Sort();
Say("one caller alone, p50 / p99", $"{alone[150]:0.0} / {alone[297]:0.0} ms", string.Empty);

// Facts: told as fast as the broker confirms, until the last one is in the database and in memory.
var bus = service.Services.GetRequiredService<MassTransit.IBus>();
since = Stopwatch.GetTimestamp();
var at = service.Clock.GetUtcNow().AddMinutes(1);
await Parallel.ForEachAsync(mentors.Take(Facts), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (mentor, cancel) => await bus.Publish(new MentorAvailabilityChanged
{
    MentorId = mentor.Id.Value,
    Zone = "Europe/London",
    Weekly = mentor.Availability!.Weekly,
    Exceptions = [],
    At = at,
}, cancel));
var told = Stopwatch.GetElapsedTime(since);
await Eventually.Is(async () => await service.Db(db => db.Mentors.CountAsync(m => m.AvailabilityAt == at)) >= Math.Min(Facts, many), "every fact is in the database", TimeSpan.FromMinutes(5));
await service.Services.GetRequiredService<PeopleInMemory>().CatchUp(CancellationToken.None);
Say("facts a second into store and memory", $"{Math.Min(Facts, many) / Stopwatch.GetElapsedTime(since).TotalSeconds:0}", "at least 1,000");
Say("  told by the publisher in", $"{told.TotalSeconds:0.0} s", string.Empty);

since = Stopwatch.GetTimestamp();
var plan = await client.Post("/plans", new { }).ShouldBe<PlanAnswer>(System.Net.HttpStatusCode.Accepted);
var done = await Eventually.Get(async () => (await service.Db(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan.Id))) is { IsOver: true } over ? over : null, "the plan is made", TimeSpan.FromMinutes(2));
Say("a plan for everybody, asked for to stored", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s", string.Empty);
Say("  of which computing", $"{done.Figures!.Milliseconds} ms", string.Empty);
Say("  matched of waiting", $"{done.Figures.Matched:n0} of {done.Figures.Waiting:n0}", string.Empty);
using var process = Process.GetCurrentProcess();
Say("memory of the process, callers included", $"{process.WorkingSet64 / 1e6:0} MB", "at most 500 MB");
Say("  of which managed, while shortlists run", $"{before / 1e6:0} MB", string.Empty);

// Each caller asks one after the other: as soon as the last answer is there, or at a steady pace, beginning at a moment of its own.
async Task<double[]> Ask(int requests, TimeSpan pace = default)
{
    var found = new System.Collections.Concurrent.ConcurrentBag<double>();
    await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
    {
        // The clock begins to tick when it is made.
        await Task.Delay(pace * caller / Callers);
        using var clock = pace > TimeSpan.Zero ? new PeriodicTimer(pace) : null;
        for (var i = caller; i < requests; i += Callers)
        {
            if (clock is not null) await clock.WaitForNextTickAsync();
            var begun = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync($"/mentees/{mentees[i * 7919 % many].Id}/suggestions?take=20");
            await response.Content.ReadAsByteArrayAsync();
            response.EnsureSuccessStatusCode();
            found.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    })));
    return [.. found.Order()];
}

static void Say(string what, string figure, string limit) => Console.WriteLine($"{what,-50}{figure,18}   {limit}");
