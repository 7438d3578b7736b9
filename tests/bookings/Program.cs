using System.Diagnostics;
using System.Globalization;
using System.Net;
using Mentoring.Bookings;
using Mentoring.Contracts.Sessions;
using Mentoring.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

// bookings: 200 callers at once who all want one of 20 times of one mentor; then 200 pairs who book as fast as they can, beside pgbench
// with the same insert under the same constraints on the same server. The service and its callers share this process and the machine.
const int Callers = 200, Slots = 20, Each = 30, Seconds = 10;
const double TicksOfLinux = 10; // milliseconds; USER_HZ is 100 everywhere
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var service = new Service();
await service.InitializeAsync();
var day = DateOnly.FromDateTime(service.Clock.GetUtcNow().UtcDateTime);
Console.WriteLine($"{Callers} callers; {Environment.ProcessorCount} cores");

// One mentor, 20 times, 200 who want one.
var mentor = MentorId.New();
var wanting = new List<(MatchCopy Match, HttpClient Client)>();
for (var i = 0; i < Callers; i++)
{
    var mentee = MenteeId.New();
    wanting.Add((await service.Match(mentee, mentor), service.AsMentee(mentee)));
}

DateTimeOffset[] times = [.. Enumerable.Range(0, Slots).Select(i => At(2 + (i / 10), 6 + (i % 10)))];
var wrong = 0;
var got = 0;
await Task.WhenAll(wanting.Select((who, number) => Task.Run(async () =>
{
    // Everybody begins at another time of the 20 and goes on until they have one or all are gone.
    for (var i = 0; i < Slots; i++)
    {
        using var answer = await who.Client.Post($"/matches/{who.Match.Id}/sessions", new { startsAt = times[(number + i) % Slots], minutes = 45, how = "phone" }, Guid.CreateVersion7().ToString());
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            Interlocked.Increment(ref got);
            return;
        }

        var words = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.Conflict || !words.Contains("That time is taken.", StringComparison.Ordinal)) Interlocked.Increment(ref wrong);
    }
})));
var held = await service.Db(db => db.Sessions.AsNoTracking().Where(s => s.MentorId == mentor).OrderBy(s => s.HeldFrom).ToListAsync());
var overlaps = held.Zip(held.Skip(1)).Count(pair => pair.First.HeldUntil > pair.Second.HeldFrom) + held.GroupBy(s => s.MenteeId).Count(own => own.Count() > 1);
await service.Settle();
var told = service.Wire.Heard.Select(h => h.Fact).OfType<SessionBooked>().Count(f => f.MentorId == mentor.Value);
Say("booked of 20 times", $"{got}", "20");
Say("  in the database", $"{held.Count}", "20");
Say("  told", $"{told}", "20");
Say("  overlaps on either side", $"{overlaps}", "0");
Say("answers that were not right", $"{wrong}", "0");

// 200 pairs.
var pairs = new List<(MatchCopy Match, HttpClient Client)>();
for (var i = 0; i < Callers; i++)
{
    var mentee = MenteeId.New();
    pairs.Add((await service.Match(mentee, MentorId.New()), service.AsMentee(mentee)));
}

await Book(0, 10); // until the program is compiled as it is in a service that runs
var since = Stopwatch.GetTimestamp();
var before = Processors();
await Book(10, Each);
var http = Callers * Each / Stopwatch.GetElapsedTime(since).TotalSeconds;
var spentBy = Processors().Zip(before, (after, earlier) => (after - earlier) / (Callers * Each)).ToArray();
await service.Settle();

var (alone, statements, inDatabase) = await Alone();
var bare = await Pgbench("insert");
var same = await Pgbench("insert with lock and outbox");
Say("bookings a second over HTTP", $"{http:0}", string.Empty);
Say("pgbench, the same insert with the same constraints", $"{bare:0}", string.Empty);
Say("  ratio", $"{http / bare:0.00}", "at least 0.50");
Say("pgbench, with the locks and the fact of a booking", $"{same:0}", string.Empty);
Say("  ratio", $"{http / same:0.00}", string.Empty);
Say("processor time a booking, the service and the callers", $"{spentBy[0]:0.0} ms", string.Empty);
Say("  Postgres", $"{spentBy[1]:0.0} ms", string.Empty);
Say("  RabbitMQ", $"{spentBy[2]:0.0} ms", string.Empty);
Say("one caller alone, p50", $"{alone:0.0} ms", string.Empty);
Say("  statements a booking", $"{statements:0.0}", string.Empty);
Say("  of the time, waiting for the database", $"{inDatabase:0.0} ms", string.Empty);

// Slots for eight weeks in a full diary.
var diary = await service.Db(db => db.Diary(pairs[0].Match, Voice.Mentee, new(At(0, 0), At(60, 0)), except: null, service.Clock.GetUtcNow(), default));
var spent = new List<double>();
for (var i = 0; i < 600; i++)
{
    since = Stopwatch.GetTimestamp();
    _ = Mentoring.Sessions.Slots.Between(diary, day, 56, 60, Enum.GetValues<MeetingWay>());
    if (i >= 100) spent.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
}

spent.Sort();
Say($"slots for eight weeks, {diary.Held.Count} sessions, p95", $"{spent[(int)(spent.Count * 0.95)]:0.00} ms", "at most 5 ms");
return wrong + overlaps == 0 && got == Slots && held.Count == Slots && told == Slots ? 0 : 1;

DateTimeOffset At(int days, int hour) => new(day.AddDays(days), new(hour, 0), TimeSpan.Zero);

// Milliseconds of the processor so far: of this process, of Postgres and of RabbitMQ.
static double[] Processors() => [Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds, Of("postgres"), Of("beam.smp")];

// With what its children had that are gone: Postgres has a process for each connection, and connections come and go.
static double Of(string name) => Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)).Sum(folder =>
{
    try
    {
        var stat = File.ReadAllText(Path.Combine(folder, "stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return stat.Contains($"({name})", StringComparison.Ordinal) ? fields[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) * TicksOfLinux : 0;
    }
    catch (IOException)
    {
        return 0; // it ended while it was looked at
    }
});

// Each pair books one time after the other; every one of them can be had.
async Task Book(int first, int many)
{
    var refused = 0;
    await Task.WhenAll(pairs.Select(pair => Task.Run(async () =>
    {
        for (var i = first; i < first + many; i++)
        {
            using var answer = await pair.Client.Post($"/matches/{pair.Match.Id}/sessions", new { startsAt = At(2 + (i / 14), 6 + (i % 14)), minutes = 45, how = "phone" }, Guid.CreateVersion7().ToString());
            if (answer.StatusCode != HttpStatusCode.Created) Interlocked.Increment(ref refused);
        }
    })));
    if (refused > 0) throw new InvalidOperationException($"{refused} bookings were refused that could be had.");
}

// How long one booking takes when nobody else asks, and what of that is waiting for Postgres.
async Task<(double P50, double Statements, double InDatabase)> Alone()
{
    var (count, ticks) = (0L, 0L);
    using var listener = new ActivityListener
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStopped = activity =>
        {
            Interlocked.Increment(ref count);
            Interlocked.Add(ref ticks, activity.Duration.Ticks);
        },
    };
    List<double> took = [];
    ActivitySource.AddActivityListener(listener);
    foreach (var (match, client) in pairs.Take(100))
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.Post($"/matches/{match.Id}/sessions", new { startsAt = At(40, 10), minutes = 45, how = "phone" }, Guid.CreateVersion7().ToString());
        answer.EnsureSuccessStatusCode();
        took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    took.Sort();
    return (took[50], count / 100.0, ticks / 100.0 / TimeSpan.TicksPerMillisecond);
}

// Rows as a booking writes them, for pairs and times that nobody else has.
async Task<double> Pgbench(string what)
{
    const string Insert = """
        insert into sessions (id, match_id, mentee_id, mentor_id, starts_at, ends_at, held_from, held_until, how, state, booked_by, booked_at, planned_at, changed_at, sequence)
        select gen_random_uuid(), md5('match' || p)::uuid, md5('mentee' || p)::uuid, md5('mentor' || p)::uuid, s, s + interval '45 minutes', s - interval '5 minutes', s + interval '50 minutes', 'Phone', 'Booked', 'Mentee', now(), now(), now(), 0
        from (select n % 200 as p, timestamptz '2030-01-01' + n / 200 * interval '1 hour' as s from (select nextval('bench_bookings') as n) as one) as booking;
        """;
    const string Whole = $"""
        begin;
        select * from matches where id = (select match_id from bench_pairs where n = :pair) for update;
        select * from mentors where id = (select mentor_id from bench_pairs where n = :pair) for update;
        select * from mentees where id = (select mentee_id from bench_pairs where n = :pair) for update;
        {Insert}
        insert into outbox (message_id, type, body) select gen_random_uuid(), 'nobody', '{"{}"}'::jsonb returning id as told \gset
        delete from outbox where id = :told;
        commit;
        """;
    await service.AsOwner(
        """
        create sequence if not exists bench_bookings;
        create table if not exists bench_pairs as select row_number() over (order by id) - 1 as n, id as match_id, mentor_id, mentee_id from matches;
        create unique index if not exists bench_pairs_n on bench_pairs (n)
        """);
    var script = Path.GetTempFileName();
    await File.WriteAllTextAsync(script, what == "insert" ? Insert : $"\\set pair random(0, {Callers - 1})\n{Whole}");
    var to = new NpgsqlConnectionStringBuilder(service.Owner);
    var start = new ProcessStartInfo("pgbench", ["-n", "-M", "prepared", "-c", "20", "-j", "2", "-T", $"{Seconds}", "-f", script, "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["PGPASSWORD"] = to.Password },
    };
    using var pgbench = Process.Start(start)!;
    var errors = pgbench.StandardError.ReadToEndAsync();
    var output = await pgbench.StandardOutput.ReadToEndAsync();
    await pgbench.WaitForExitAsync();
    File.Delete(script);
    if (pgbench.ExitCode != 0) throw new InvalidOperationException(await errors);
    return double.Parse(output.Split("tps = ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
}

static void Say(string what, string figure, string limit) => Console.WriteLine($"{what,-55}{figure,14}   {limit}");
