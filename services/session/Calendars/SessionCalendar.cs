using System.Globalization;
using NodaTime;

namespace Mentoring.Sessions;

/// <summary>
/// Sessions as an iCalendar (RFC 5545, RFC 5546). Each session is one event whose UID never changes and whose SEQUENCE rises with
/// every change, so that a calendar replaces what it had. Nobody is named in it: calendars are shared, synchronised and shown on
/// locked screens.
/// </summary>
public static class SessionCalendar
{
    /// <summary>What the file is.</summary>
    public const string ContentType = "text/calendar";

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>One session, to be added to a calendar, or taken out of it when it was called off.</summary>
    /// <param name="session">The session.</param>
    /// <param name="places">The places by id, as far as sessions are there.</param>
    /// <param name="reader">Whose calendar it is for.</param>
    /// <param name="sender">Who sends it.</param>
    public static string OfOne(Session session, IReadOnlyDictionary<PlaceId, Place> places, Voice reader, CalendarSender sender)
    {
        var calendar = Begin(session.State == SessionState.Cancelled ? "CANCEL" : "PUBLISH");
        Add(calendar, session, places, reader, sender);
        return calendar.Line("END:VCALENDAR").ToString();
    }

    /// <summary>All sessions of somebody, to be subscribed to.</summary>
    /// <param name="sessions">The sessions, those called off among them.</param>
    /// <param name="places">The places by id, as far as sessions are there.</param>
    /// <param name="reader">Whose calendar it is for.</param>
    /// <param name="sender">Who sends it.</param>
    public static string OfMany(IEnumerable<Session> sessions, IReadOnlyDictionary<PlaceId, Place> places, Voice reader, CalendarSender sender)
    {
        var calendar = Begin("PUBLISH")
            .Text("X-WR-CALNAME", "Mentoring")
            .Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
            .Line("X-PUBLISHED-TTL:PT1H");
        foreach (var session in sessions) Add(calendar, session, places, reader, sender);
        return calendar.Line("END:VCALENDAR").ToString();
    }

    private static CalendarText Begin(string method)
    {
        var calendar = new CalendarText()
            .Line("BEGIN:VCALENDAR")
            .Line("VERSION:2.0")
            .Line("PRODID:-//Mentoring//Sessions//EN")
            .Line("CALSCALE:GREGORIAN")
            .Line($"METHOD:{method}")
            .Line("BEGIN:VTIMEZONE")
            .Line("TZID:Europe/London");
        Change("DAYLIGHT", "BST", "19810329T010000", "+0000", "+0100", "3");
        Change("STANDARD", "GMT", "19961027T020000", "+0100", "+0000", "10");
        return calendar.Line("END:VTIMEZONE");

        // The last Sunday of March and of October, since 1996.
        void Change(string kind, string name, string first, string from, string to, string month) => calendar
            .Line($"BEGIN:{kind}")
            .Line($"TZNAME:{name}")
            .Line($"DTSTART:{first}")
            .Line($"TZOFFSETFROM:{from}")
            .Line($"TZOFFSETTO:{to}")
            .Line($"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU")
            .Line($"END:{kind}");
    }

    private static void Add(CalendarText calendar, Session session, IReadOnlyDictionary<PlaceId, Place> places, Voice reader, CalendarSender sender)
    {
        var changed = session.ChangedAt;
        var (where, more) = session.How switch
        {
            MeetingWay.InPerson when session.PlaceId is { } id && places.TryGetValue(id, out var place) => ($"{place.Name}, {place.OutwardPostcode}", place.HowToFind),
            MeetingWay.InPerson => ("In person", "The place is on its page."),
            // Whoever has the address of the room can walk in, so that it stays on the page.
            MeetingWay.Video => ("By video", "The link is on its page."),
            _ => ("By phone", reader == Voice.Mentor ? "You ring." : "Your mentor rings you."),
        };
        var page = $"{sender.Portal}/{(reader == Voice.Mentor ? "mentor" : "me")}/sessions/{session.Id}";
        calendar
            .Line("BEGIN:VEVENT")
            .Line($"UID:{session.Id}@sessions.mentoring")
            .Line($"SEQUENCE:{session.Sequence.ToString(CultureInfo.InvariantCulture)}")
            .Line($"DTSTAMP:{Utc(changed)}")
            .Line($"LAST-MODIFIED:{Utc(changed)}")
            .Line($"CREATED:{Utc(session.BookedAt)}");
        if (IsTold(session.StartsAt) && IsTold(session.EndsAt)) calendar.Line($"DTSTART;TZID=Europe/London:{Local(session.StartsAt)}").Line($"DTEND;TZID=Europe/London:{Local(session.EndsAt)}");
        else calendar.Line($"DTSTART:{Utc(session.StartsAt)}").Line($"DTEND:{Utc(session.EndsAt)}");
        calendar
            .Text("SUMMARY", reader == Voice.Mentor ? "Mentoring session" : "Meet your mentor")
            .Text("DESCRIPTION", $"{more}\nSee or change it: {page}")
            .Text("LOCATION", where)
            .Line($"URL:{page}")
            .Line($"ORGANIZER;CN=Mentoring:mailto:{sender.Organiser}")
            .Line($"STATUS:{(session.State == SessionState.Cancelled ? "CANCELLED" : "CONFIRMED")}")
            .Line("TRANSP:OPAQUE")
            .Line("CLASS:PRIVATE")
            .Line("END:VEVENT");
    }

    // Of an hour that the clocks repeat, calendars differ in which of the two they take it for; in UTC there is only one.
    private static bool IsTold(DateTimeOffset moment) => London.MapLocal(Instant.FromDateTimeOffset(moment).InZone(London).LocalDateTime).Count == 1;

    private static string Local(DateTimeOffset moment) =>
        Instant.FromDateTimeOffset(moment).InZone(London).LocalDateTime.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Who sends calendars.</summary>
/// <param name="Portal">Where people find the portal, without a slash at its end: setting <c>Portal:PublicAddress</c>; when left out, <c>Auth:Issuer</c>.</param>
/// <param name="Organiser">The programme's mail address, setting <c>Calendar:Organiser</c>.</param>
public sealed record CalendarSender(string Portal, string Organiser)
{
    /// <summary>As the settings say.</summary>
    public static CalendarSender From(IConfiguration settings) => new(
        (settings["Portal:PublicAddress"] is { Length: > 0 } address ? address : settings["Auth:Issuer"] ?? string.Empty).TrimEnd('/'),
        settings["Calendar:Organiser"] is { Length: > 0 } organiser && System.Net.Mail.MailAddress.TryCreate(organiser, out var mail) ? mail.Address : "no-reply@mentoring.example");
}
