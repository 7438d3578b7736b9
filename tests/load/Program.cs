using System.Diagnostics;
using System.Globalization;
using Mentoring.Load;
using Mentoring.Matching;
using Mentoring.Matching.Tests;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;

// load [PEOPLE]: the matching service with so many mentors and as many young people in its own database (10,000 when left out), asked
// over HTTP by twenty callers and told facts over RabbitMQ. The service is a process of its own; its callers and the servers share the machine.
const int Callers = 20, Warm = 40_000, Requests = 4_000, Pace = 100, MostFacts = 6_000;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var many = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
await using var service = new Service();
await service.InitializeAsync();
var people = new RandomPeople(7);
var facts = Math.Min(MostFacts, many);
var caseworker = service.Caseworker;
Console.WriteLine($"{many:n0} mentors and {many:n0} young people; {Callers} callers; {Environment.ProcessorCount} cores");

List<MentorCopy> mentors = [.. Enumerable.Range(0, many).Select(_ => people.Mentor(odd: false))];
List<MenteeCopy> mentees = [.. Enumerable.Range(0, many).Select(_ => people.Mentee(odd: false))];
var now = TimeProvider.System.GetUtcNow();
foreach (var mentee in mentees)
{
    mentee.Remember(new CaseworkerAssigned { MenteeId = mentee.Id.Value, CaseworkerId = caseworker.Value, At = now });
    mentee.Remember(new MenteeReady { MenteeId = mentee.Id.Value, ReadyUntil = London.DateAt(now).AddDays(90), At = now });
}

foreach (var mentor in mentors) mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = London.DateAt(now).AddDays(300), At = now });
foreach (var chunk in mentors.Cast<object>().Concat(mentees).Chunk(2_000)) await service.Db(db =>
{
    db.AddRange(chunk);
    return db.SaveChangesAsync();
});

// From nothing to the first answer, with everybody read into memory.
var since = Stopwatch.GetTimestamp();
await service.Restart();
await Shortlist(mentees[0]);
Say("restart to the first shortlist", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s", "at most 10 s");

await Ask(Warm); // until the program is compiled as it is in a service that runs
since = Stopwatch.GetTimestamp();
var times = await Ask(Requests);
Say("shortlist of 20 over HTTP, without a pause, p50", $"{times[times.Length / 2]:0.0} ms", string.Empty);
Say("  p99", $"{times[(int)(times.Length * 0.99)]:0.0} ms", "at most 10 ms");
Say("  a second", $"{Requests / Stopwatch.GetElapsedTime(since).TotalSeconds:0}", string.Empty);
times = await Ask(Requests, TimeSpan.FromMilliseconds(Pace));
Say($"the same, each caller every {Pace} ms, p50", $"{times[times.Length / 2]:0.0} ms", string.Empty);
Say("  p99", $"{times[(int)(times.Length * 0.99)]:0.0} ms", "at most 10 ms");
var alone = new List<double>();
for (var i = 0; i < 300; i++)
{
    since = Stopwatch.GetTimestamp();
    await Shortlist(mentees[people.Below(many)]);
    alone.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
}

alone.Sort();
Say("one caller alone, p50 / p99", $"{alone[150]:0.0} / {alone[297]:0.0} ms", string.Empty);
Say("memory of the service while shortlists run", $"{service.Memory / 1e6:0} MB", "at most 500 MB");

// Facts: told as fast as the broker confirms, until the last one is in the database. Memory follows the database before every answer, so one more shortlist says that it has.
await Facts(); // until compiled, as above
since = Stopwatch.GetTimestamp();
var told = await Facts();
await Shortlist(mentees[0]);
Say("facts a second into store and memory", $"{facts / Stopwatch.GetElapsedTime(since).TotalSeconds:0}", "at least 1,000");
Say("  told by the publisher in", $"{told.TotalSeconds:0.0} s", string.Empty);

since = Stopwatch.GetTimestamp();
(await service.Ask(HttpMethod.Post, "/plans", new { })).Dispose();
var done = await Eventually.Get(async () => (await service.Db(db => db.Plans.AsNoTracking().SingleAsync())) is { IsOver: true } over ? over : null, "the plan is made", TimeSpan.FromMinutes(2));
Say("a plan for everybody, asked for to stored", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s", string.Empty);
Say("  of which computing", $"{done.Figures!.Milliseconds} ms", string.Empty);
Say("  matched of waiting", $"{done.Figures.Matched:n0} of {done.Figures.Waiting:n0}", string.Empty);
Say("memory of the service after all of this", $"{service.Memory / 1e6:0} MB", "at most 500 MB");

// Tells facts, waits until they are in the database, and says how long telling took.
async Task<TimeSpan> Facts()
{
    var at = TimeProvider.System.GetUtcNow().AddMinutes(1);
    var begun = Stopwatch.GetTimestamp();
    await Parallel.ForEachAsync(mentors.Take(facts), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (mentor, cancel) => await service.Tell(new MentorAvailabilityChanged
    {
        MentorId = mentor.Id.Value,
        Zone = "Europe/London",
        Weekly = mentor.Availability!.Weekly,
        Exceptions = [],
        At = at,
    }, cancel));
    var published = Stopwatch.GetElapsedTime(begun);
    await Eventually.Is(async () => await service.Db(db => db.Mentors.CountAsync(m => m.AvailabilityAt == at)) >= facts, "every fact is in the database", TimeSpan.FromMinutes(5));
    return published;
}

async Task Shortlist(MenteeCopy mentee)
{
    using var response = await service.Ask(HttpMethod.Get, $"/mentees/{mentee.Id}/suggestions?take=20");
    await response.Content.ReadAsByteArrayAsync();
}

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
            await Shortlist(mentees[i * 7919 % many]);
            found.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    })));
    return [.. found.Order()];
}

static void Say(string what, string figure, string limit) => Console.WriteLine($"{what,-50}{figure,18}   {limit}");
