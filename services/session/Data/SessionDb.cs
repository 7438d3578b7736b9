using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The session service's own database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class SessionDb(DbContextOptions<SessionDb> options) : ServiceDb(options)
{
    /// <summary>Every session ever booked.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Safe places to meet.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>Reminders that were told.</summary>
    public DbSet<Reminder> Reminders => Set<Reminder>();

    /// <summary>What people have chosen about their sessions.</summary>
    public DbSet<OwnChoices> OwnChoices => Set<OwnChoices>();

    /// <summary>Reflections of both sides, drafts among them.</summary>
    public DbSet<Reflection> Reflections => Set<Reflection>();

    /// <summary>Goals of young people.</summary>
    public DbSet<Goal> Goals => Set<Goal>();

    /// <summary>Caseworkers' check-ins.</summary>
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    /// <summary>Reviews of matches.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Short words after sessions.</summary>
    public DbSet<Pulse> Pulses => Set<Pulse>();

    /// <summary>Those who said that they do not feel safe, or are not sure.</summary>
    public DbSet<Worry> Worries => Set<Worry>();

    /// <summary>Times without contact in matches.</summary>
    public DbSet<QuietSpell> QuietSpells => Set<QuietSpell>();

    /// <summary>Matches, from the matching service's facts.</summary>
    public DbSet<MatchCopy> Matches => Set<MatchCopy>();

    /// <summary>Mentors, from the mentor service's facts.</summary>
    public DbSet<MentorCopy> Mentors => Set<MentorCopy>();

    /// <summary>Young people, from the mentee service's facts.</summary>
    public DbSet<MenteeCopy> Mentees => Set<MenteeCopy>();

    /// <summary>Covers for absent caseworkers, from the mentee service's facts.</summary>
    public DbSet<CoverCopy> Covers => Set<CoverCopy>();

    /// <summary>
    /// Locks the match until the transaction ends; null when nothing was heard of it yet. Locks are always taken in the
    /// order match, mentor, mentee, place, sessions, so that no two transactions wait for each other.
    /// </summary>
    public Task<MatchCopy?> HoldMatch(MatchId id, CancellationToken cancel) =>
        Matches.FromSql($"select * from matches where id = {id.Value} for update").SingleOrDefaultAsync(cancel);

    /// <summary>Locks the match until the transaction ends, and begins to remember it when nothing was heard yet.</summary>
    public async Task<MatchCopy> HoldMatch(MatchId id, MenteeId mentee, MentorId mentor, DateTimeOffset at, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync(
            $"""
            insert into matches (id, mentee_id, mentor_id, state, state_at)
            values ({id.Value}, {mentee.Value}, {mentor.Value}, {nameof(MatchState.Active)}, {at.ToUniversalTime()})
            on conflict do nothing
            """,
            cancel);
        return (await HoldMatch(id, cancel))!;
    }

    /// <summary>The matches in which neither side reads anything of the other (see <see cref="MatchCopy.IsApart"/>).</summary>
    public IQueryable<MatchCopy> Apart => Matches.Where(m => m.State == MatchState.Ended || m.StoppedAt != null);

    /// <summary>Whether neither side of a match reads anything of the other.</summary>
    public Task<bool> IsApart(MatchId id, CancellationToken cancel) => Apart.AnyAsync(m => m.Id == id, cancel);

    /// <summary>Locks what is remembered of a mentor until the transaction ends, and begins to remember them when nothing was heard yet.</summary>
    public async Task<MentorCopy> HoldMentor(MentorId id, CancellationToken cancel)
    {
        var known = Mentors.FromSql($"select * from mentors where id = {id.Value} for update");
        if (await known.SingleOrDefaultAsync(cancel) is { } mentor) return mentor;
        await Database.ExecuteSqlAsync($"insert into mentors (id) values ({id.Value}) on conflict do nothing", cancel);
        return await known.SingleAsync(cancel);
    }

    /// <summary>Locks what is remembered of a young person until the transaction ends, and begins to remember them when nothing was heard yet.</summary>
    public async Task<MenteeCopy> HoldMentee(MenteeId id, CancellationToken cancel)
    {
        var known = Mentees.FromSql($"select * from mentees where id = {id.Value} for update");
        if (await known.SingleOrDefaultAsync(cancel) is { } mentee) return mentee;
        await Database.ExecuteSqlAsync($"insert into mentees (id) values ({id.Value}) on conflict do nothing", cancel);
        return await known.SingleAsync(cancel);
    }

    /// <summary>Locks what is remembered of a caseworker's cover until the transaction ends, and begins to remember it when nothing was heard yet.</summary>
    public async Task<CoverCopy> HoldCover(CaseworkerId id, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync($"insert into covers (id, first, last) values ({id.Value}, '-infinity', '-infinity') on conflict do nothing", cancel);
        return await Covers.FromSql($"select * from covers where id = {id.Value} for update").SingleAsync(cancel);
    }

    /// <summary>Locks a session until the transaction ends; null when there is none.</summary>
    public Task<Session?> HoldSession(SessionId id, CancellationToken cancel) =>
        Sessions.FromSql($"select *, xmin from sessions where id = {id.Value} for update").SingleOrDefaultAsync(cancel);

    /// <summary>Locks a worry until the transaction ends.</summary>
    public Task<Worry> HoldWorry(Guid id, CancellationToken cancel) => Worries.FromSql($"select *, xmin from worries where id = {id} for update").SingleAsync(cancel);

    /// <summary>Locks the sessions of a match that are booked and start at or after a moment.</summary>
    public Task<Session[]> HoldSessionsFrom(MatchId match, DateTimeOffset from, CancellationToken cancel) => Sessions.FromSql(
        $"select *, xmin from sessions where match_id = {match.Value} and state = 'Booked' and starts_at >= {from.ToUniversalTime()} order by id for update").ToArrayAsync(cancel);

    /// <summary>Locks the sessions of a mentor that are booked and start at or after a moment.</summary>
    public Task<Session[]> HoldSessionsFrom(MentorId mentor, DateTimeOffset from, CancellationToken cancel) => Sessions.FromSql(
        $"select *, xmin from sessions where mentor_id = {mentor.Value} and state = 'Booked' and starts_at >= {from.ToUniversalTime()} order by id for update").ToArrayAsync(cancel);

    /// <summary>Locks the sessions of a young person that are booked and start at or after a moment.</summary>
    public Task<Session[]> HoldSessionsFrom(MenteeId mentee, DateTimeOffset from, CancellationToken cancel) => Sessions.FromSql(
        $"select *, xmin from sessions where mentee_id = {mentee.Value} and state = 'Booked' and starts_at >= {from.ToUniversalTime()} order by id for update").ToArrayAsync(cancel);

    /// <summary>Locks a place until the transaction ends; null when it is not on the list. It is locked before the sessions that are booked there.</summary>
    public Task<Place?> HoldPlace(PlaceId id, CancellationToken cancel) =>
        Places.FromSql($"select *, xmin from places where id = {id.Value} for no key update").SingleOrDefaultAsync(cancel);

    /// <summary>Locks the sessions that are booked at a place and start after a moment.</summary>
    public Task<Session[]> HoldSessionsAt(PlaceId place, DateTimeOffset now, CancellationToken cancel) => Sessions.FromSql(
        $"select *, xmin from sessions where place_id = {place.Value} and state = 'Booked' and starts_at > {now} order by id for update").ToArrayAsync(cancel);

    /// <summary>Locks sessions of which a reminder is due and was not told, and that nobody else holds, until the transaction ends; the next first.</summary>
    public Task<Session[]> HoldSessionsNear(DateTimeOffset now, int atMost, CancellationToken cancel)
    {
        var (day, dayTooLate) = Reminder.Window(ReminderKind.DayBefore);
        var (hour, hourTooLate) = Reminder.Window(ReminderKind.HourBefore);
        return Sessions.FromSql(
            $"""
            select s.*, s.xmin from sessions s
            join (values ({nameof(ReminderKind.DayBefore)}, {day}::interval, {dayTooLate}::interval), ({nameof(ReminderKind.HourBefore)}, {hour}::interval, {hourTooLate}::interval)) as w (kind, due, too_late)
                on s.starts_at <= {now} + w.due and s.starts_at > {now} + w.too_late and s.planned_at <= s.starts_at - w.due
            where s.state = 'Booked' and s.starts_at > {now} and s.starts_at <= {now + day}
                and not exists (select 1 from reminders r where r.session_id = s.id and r.kind = w.kind and r.starts_at = s.starts_at)
            order by s.starts_at, s.id limit {atMost} for update of s skip locked
            """).ToArrayAsync(cancel);
    }

    /// <summary>A place on the list; null when it is not there or none is asked for.</summary>
    public Task<Place?> PlaceAt(PlaceId? id, CancellationToken cancel) =>
        id is { } place ? Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == place, cancel) : Task.FromResult<Place?>(null);

    /// <summary>The same, and nobody can close it until the transaction ends: who books there is either told of the closing or refused, and never slips past it.</summary>
    public Task<Place?> KeepPlaceAt(PlaceId? id, CancellationToken cancel) =>
        id is { } place ? Places.FromSql($"select *, xmin from places where id = {place.Value} for share").AsNoTracking().SingleOrDefaultAsync(cancel) : Task.FromResult<Place?>(null);

    /// <summary>The places where sessions are, by id.</summary>
    public Task<IReadOnlyDictionary<PlaceId, Place>> PlacesOf(IEnumerable<Session> sessions, CancellationToken cancel) => PlacesOf(sessions.Select(s => s.PlaceId), cancel);

    /// <summary>Places by id; nothing for none.</summary>
    public async Task<IReadOnlyDictionary<PlaceId, Place>> PlacesOf(IEnumerable<PlaceId?> asked, CancellationToken cancel)
    {
        PlaceId[] ids = [.. asked.OfType<PlaceId>().Distinct()];
        return ids.Length == 0 ? new Dictionary<PlaceId, Place>() : await Places.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
    }

    /// <summary>Writes down that a reminder is told; false when it was told before.</summary>
    public async Task<bool> ClaimReminder(Session session, ReminderKind kind, DateTimeOffset now, CancellationToken cancel) =>
        await Database.ExecuteSqlAsync(
            $"insert into reminders (session_id, kind, starts_at, at) values ({session.Id.Value}, {kind.ToString()}, {session.StartsAt}, {now}) on conflict do nothing",
            cancel) == 1;

    /// <summary>Locks what somebody has chosen until the transaction ends, and begins to keep it when they had chosen nothing yet.</summary>
    public async Task<OwnChoices> HoldChoices(Guid person, Voice side, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync($"insert into own_choices (person_id, side, remind) values ({person}, {side.ToString()}, {nameof(RemindMe.Both)}) on conflict do nothing", cancel);
        return await OwnChoices.FromSql($"select * from own_choices where person_id = {person} for update").SingleAsync(cancel);
    }

    /// <summary>Locks both diaries of a match that is held, and reads what decides on the times around <paramref name="within"/>.</summary>
    public async Task<Diary> HeldDiary(MatchCopy match, Voice asking, Stretch within, SessionId? except, DateTimeOffset now, CancellationToken cancel)
    {
        await HoldMentor(match.MentorId, cancel);
        await HoldMentee(match.MenteeId, cancel);
        return await Diary(match, asking, within, except, now, cancel);
    }

    /// <summary>
    /// What decides on the times of a match around <paramref name="within"/>.
    /// </summary>
    /// <param name="match">The match.</param>
    /// <param name="asking">Which side of it asks.</param>
    /// <param name="within">The time asked about.</param>
    /// <param name="except">A session that is about to move and so does not stand in its own way.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Diary> Diary(MatchCopy match, Voice asking, Stretch within, SessionId? except, DateTimeOffset now, CancellationToken cancel)
    {
        var mentor = await Mentors.FindAsync([match.MentorId], cancel);
        var mentee = await Mentees.FindAsync([match.MenteeId], cancel);
        var (from, until) = within.Widened(Slots.LongestBuffer);
        var held = await Sessions.AsNoTracking()
            .Where(s => s.MentorId == match.MentorId || s.MenteeId == match.MenteeId)
            .Where(s => s.State != SessionState.Cancelled && s.Id != except && s.HeldFrom < until && s.HeldUntil > from)
            .Select(s => new { s.HeldFrom, s.HeldUntil })
            .ToArrayAsync(cancel);
        return new()
        {
            Asking = asking,
            Match = match.State,
            IsActivated = match.ActivatedAt is not null,
            IsStopped = match.StoppedAt is not null,
            Mentee = mentee?.Standing,
            ReadyUntil = mentee?.ReadyUntil,
            Standing = mentor?.Standing,
            ClearedUntil = mentor?.ClearedUntil,
            Availability = mentor?.Availability,
            Held = [.. held.Select(h => new Stretch(h.HeldFrom, h.HeldUntil))],
            Now = now,
        };
    }

    /// <summary>Whether a young person is in the caller's caseload, or in one that the caller covers today.</summary>
    public async Task<bool> IsInCaseload(Caller caller, MenteeId mentee, DateOnly today, CancellationToken cancel) =>
        caller.Is(Roles.Caseworker) && await InCaseloadOf(caller.Caseworker, today).AnyAsync(m => m.Id == mentee, cancel);

    /// <summary>The matches of the caller's caseload and of those the caller covers today; none for whoever is no caseworker.</summary>
    public IQueryable<MatchCopy> CaseloadOf(Caller caller, DateOnly today)
    {
        var isCaseworker = caller.Is(Roles.Caseworker);
        var mentees = InCaseloadOf(caller.Caseworker, today);
        return Matches.Where(m => isCaseworker && mentees.Any(y => y.Id == m.MenteeId));
    }

    private IQueryable<MenteeCopy> InCaseloadOf(CaseworkerId caseworker, DateOnly today)
    {
        CaseworkerId? me = caseworker;
        return Mentees.Where(m => m.CaseworkerId == me || Covers.Any(c => c.Id == m.CaseworkerId && c.CoverId == me && c.First <= today && today <= c.Last));
    }
}
