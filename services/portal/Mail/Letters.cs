using System.Globalization;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>What the mails say. Codes are typed and never part of a link: links are kept in histories and opened by machines.</summary>
public static class Letters
{
    /// <summary>An invitation with its code, which stands alone on its line after <c>Your code:</c>.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="greeting">The name to greet with; null for nobody by name.</param>
    /// <param name="code">The code.</param>
    /// <param name="portal">The portal's address.</param>
    public static Letter Invitation(Invitation invitation, string? greeting, string code, string portal) => new(
        invitation.Email,
        invitation.Renews ? "Your way back into Mentoring" : "Your invitation to Mentoring",
        $"""
        Hello{(string.IsNullOrWhiteSpace(greeting) ? string.Empty : " " + Line(greeting))},

        {(invitation.Renews ? Again(invitation.Role) : What(invitation.Role))}

        Your code: {code}

        The code works once, until {invitation.ExpiresAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.
        Enter it at {portal}/join

        {(invitation.Role == Roles.Mentee ? "Then you choose a PIN. That is all." : "Have your phone at hand: besides a password you set up a passkey or an\nauthenticator app, so that nobody gets in who only knows your password.")}

        Did you not expect this? Then do nothing. {(invitation.Renews ? "Nothing changes without the code." : "No account is made without the code.")}
        Please do not pass the code on: whoever has it can {(invitation.Renews ? "get into" : "make")} your account.

        The Mentoring team
        """);

    /// <summary>A code with which a young person signs in.</summary>
    /// <param name="to">Where to; empty for nobody.</param>
    /// <param name="code">The code.</param>
    public static Letter SignInCode(string to, string code) => new(
        to,
        "Your code for Mentoring",
        $"""
        Hello,

        Your sign-in code: {code}

        Type it where you asked for it. It works for 10 minutes.

        Did you not ask for it? Then do nothing. Nobody gets in without your PIN.

        The Mentoring team
        """);

    /// <summary>A code with which staff choose a new password.</summary>
    /// <param name="to">Where to; empty for nobody.</param>
    /// <param name="code">The code.</param>
    public static Letter PasswordCode(string to, string code) => new(
        to,
        "Your code for a new password",
        $"""
        Hello,

        Your password code: {code}

        Type it where you asked for it, in the same browser. It works for 30 minutes.

        Did you not ask for it? Then do nothing: your password stays as it is.

        The Mentoring team
        """);

    /// <summary>A reminder of a session. It names nobody: mail is read over shoulders.</summary>
    /// <param name="account">Who is reminded.</param>
    /// <param name="reminder">Of what.</param>
    /// <param name="today">Today in London.</param>
    /// <param name="portal">The portal's address.</param>
    public static Letter SessionReminder(Account account, SessionReminder reminder, DateOnly today, string portal)
    {
        var starts = TimeZoneInfo.ConvertTime(reminder.StartsAt, London);
        var day = DateOnly.FromDateTime(starts.DateTime).DayNumber - today.DayNumber;
        var when = reminder.IsTheLast ? "soon" : day switch { 0 => "today", 1 => "tomorrow", _ => "soon" };
        return new(
            account.Email!,
            reminder.ForMentor ? $"You have a mentoring session {when}" : $"You meet your mentor {when}",
            $"""
            Hello,

            {(reminder.ForMentor ? "Your mentoring session is" : "You meet your mentor")} {(when == "soon" ? "on" : when + ",")} {starts.ToString("dddd d MMMM 'at' HH:mm", CultureInfo.InvariantCulture)}, UK time.

            See it, or change it: {portal}/{(reminder.ForMentor ? "mentor" : "me")}/sessions/{reminder.Session}

            Has something come up? Move it or call it off there, and the other one is told.{(reminder.ForMentor ? string.Empty : "\nThat is OK. It happens to everybody.")}

            When we remind you is up to you: {portal}/{(reminder.ForMentor ? "mentor" : "me")}/sessions/choices

            The Mentoring team
            """);
    }

    /// <summary>A session was booked, moved or called off. It names nobody: mail is read over shoulders.</summary>
    /// <param name="account">Who is told.</param>
    /// <param name="news">What happened.</param>
    /// <param name="session">The session.</param>
    /// <param name="startsAt">When it starts, or was to start, UTC; null when that is not known.</param>
    /// <param name="forMentor">Whether the mentor is told, else the young person.</param>
    /// <param name="portal">The portal's address.</param>
    /// <param name="byProgramme">Whether the programme called it off, and not the other one: then they may not be able to meet just now.</param>
    public static Letter SessionNews(Account account, SessionNews news, Guid session, DateTimeOffset? startsAt, bool forMentor, string portal, bool byProgramme = false)
    {
        var when = startsAt is { } at ? TimeZoneInfo.ConvertTime(at, London).ToString("dddd d MMMM 'at' HH:mm", CultureInfo.InvariantCulture) + ", UK time" : null;
        var what = forMentor ? "mentoring session" : "time with your mentor";
        return new(
            account.Email!,
            news switch
            {
                Portal.SessionNews.Booked => forMentor ? "A mentoring session is booked" : "You have a time with your mentor",
                Portal.SessionNews.Moved => forMentor ? "Your mentoring session has a new time" : "You meet your mentor at a new time",
                _ => forMentor ? "A mentoring session is called off" : "A time with your mentor is called off",
            },
            $"""
            Hello,

            {news switch
            {
                Portal.SessionNews.Booked => $"Your {what} is on {when}.",
                Portal.SessionNews.Moved => $"Your {what} has moved. It is now on {when}.",
                _ => when is null ? $"A {what} is called off." : $"Your {what} on {when} is called off.",
            }}

            {(news != Portal.SessionNews.CalledOff ? "See it, or change it" : byProgramme ? "See your sessions" : "See your sessions, and find another time if you like")}: {portal}/{(forMentor ? "mentor" : "me")}/sessions{(news == Portal.SessionNews.CalledOff ? string.Empty : $"/{session}")}
            {(news != Portal.SessionNews.CalledOff ? string.Empty : !forMentor ? "\nIt is not your fault. If you want to know why, ask your caseworker.\n" : byProgramme ? "\nThe programme called it off. The caseworker knows more.\n" : string.Empty)}
            The Mentoring team
            """);
    }

    /// <summary>The other one asks for another time. It names nobody.</summary>
    /// <param name="account">Who is to answer.</param>
    /// <param name="session">The session.</param>
    /// <param name="startsAt">When it starts as it is, UTC.</param>
    /// <param name="proposed">When it would start, UTC.</param>
    /// <param name="forMentor">Whether the mentor is to answer, else the young person.</param>
    /// <param name="portal">The portal's address.</param>
    public static Letter TimeProposed(Account account, Guid session, DateTimeOffset startsAt, DateTimeOffset proposed, bool forMentor, string portal) => new(
        account.Email!,
        forMentor ? "Another time for a mentoring session?" : "Your mentor asks for another time",
        $"""
        Hello,

        {(forMentor ? "You are asked for another time for your mentoring session:" : "Your mentor asks: can you meet at another time?")}

        Now:     {When(startsAt)}
        Instead: {When(proposed)}

        Say yes or no: {portal}/{(forMentor ? "mentor" : "me")}/sessions/{session}

        Until you answer, it stays as it is.{(forMentor ? string.Empty : " It is OK to say no.")}

        The Mentoring team
        """);

    /// <summary>The other one said no to another time. It names nobody.</summary>
    /// <param name="account">Who had asked.</param>
    /// <param name="session">The session.</param>
    /// <param name="startsAt">When it starts, UTC.</param>
    /// <param name="forMentor">Whether the mentor had asked, else the young person.</param>
    /// <param name="portal">The portal's address.</param>
    public static Letter TimeDeclined(Account account, Guid session, DateTimeOffset startsAt, bool forMentor, string portal) => new(
        account.Email!,
        forMentor ? "Your mentoring session stays as it was" : "Your time with your mentor stays as it was",
        $"""
        Hello,

        You asked for another time. It did not fit, so it stays as it was:
        {When(startsAt)}

        {(forMentor ? "See it, or change it" : "Is that not good for you? You can ask again, or call it off. That is OK")}: {portal}/{(forMentor ? "mentor" : "me")}/sessions/{session}

        The Mentoring team
        """);

    /// <summary>Where or how the two meet has changed, or their place is used no more. It names neither anybody nor the place.</summary>
    /// <param name="account">Who is told.</param>
    /// <param name="session">The session.</param>
    /// <param name="startsAt">When it starts, UTC.</param>
    /// <param name="isClosed">Whether the place is used no more.</param>
    /// <param name="forMentor">Whether the mentor is told, else the young person.</param>
    /// <param name="portal">The portal's address.</param>
    public static Letter PlaceChanged(Account account, Guid session, DateTimeOffset startsAt, bool isClosed, bool forMentor, string portal) => new(
        account.Email!,
        isClosed ? "Please find another place to meet" : forMentor ? "Your mentoring session: look again where" : "Look again where you meet your mentor",
        $"""
        Hello,

        {(isClosed ? "The place where you two planned to meet is not used any more." : "Where or how you two meet has changed.")}
        The time is as it was: {When(startsAt)}

        {(isClosed ? "Choose another place, or another way to meet" : "See it here")}: {portal}/{(forMentor ? "mentor" : "me")}/sessions/{session}
        {(isClosed ? "\nIs that hard? Your caseworker helps." : string.Empty)}
        The Mentoring team
        """);

    /// <summary>Something about the ways into an account changed, and its owner is to know.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="what">What, in a sentence.</param>
    /// <param name="when">When, UTC.</param>
    public static Letter Changed(Account account, string what, DateTimeOffset when) => new(
        account.Email!,
        "Your Mentoring account was changed",
        $"""
        Hello,

        {what}
        That was on {TimeZoneInfo.ConvertTime(when, London).ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture)}, UK time.

        Was it you? Then all is well.
        {(account.IsYoung ? "Was it not you? Tell your caseworker straight away. You have done nothing wrong." : "Was it not you? Tell an administrator of the programme straight away.")}

        The Mentoring team
        """);

    /// <summary>A match of somebody's caseload, or of one they cover, has had no contact for two weeks. It says of whom to nobody but who signs in.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="lastContact">The date in London of the last contact.</param>
    /// <param name="still">Whether this was said before, and nothing has happened.</param>
    /// <param name="toLead">Whether it goes to a safeguarding lead, because no caseworker of the match may come in.</param>
    /// <param name="page">Where the match is read.</param>
    public static Letter MatchQuiet(string to, DateOnly lastContact, bool still, bool toLead, string page) => new(
        to,
        still ? "A match is still quiet" : "A match has gone quiet",
        $"""
        Hello,

        {(still ? $"There is still a match {Whose(toLead)} in which nobody was in touch:" : $"In a match {Whose(toLead)} nobody was in touch for two weeks:")}
        no session was held, and there was no check-in, since {lastContact.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}.

        Ring both, and ask what would help. Whose match it is you see here:
        {page}

        Once you write down a check-in, it counts as in touch again.{(still ? string.Empty : "\nIf nothing happens, you get one more letter in four days.")}

        The Mentoring team
        """);

    /// <summary>Somebody in a match that the reader looks after may not feel safe. It says of whom to nobody but who signs in.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="by">Who said it, a word of the vocabulary's.</param>
    /// <param name="atTheEnd">Whether they said it when they asked to end the match; after a session otherwise.</param>
    /// <param name="toLead">Whether it goes to a safeguarding lead, because no caseworker of the match may come in.</param>
    /// <param name="page">Where the match is read.</param>
    public static Letter SafetyDoubted(string to, string by, bool atTheEnd, bool toLead, string page) => new(
        to,
        "Please talk with somebody today",
        $"""
        Hello,

        {(atTheEnd ? $"In a match {Whose(toLead)}, {Somebody(by)} asked to end it because\nsomebody does not feel safe. What was booked between the two is called off." : $"After a session {Somebody(by)} in a match {Whose(toLead)} said that they do not\nfeel safe, or are not sure.")}

        Please talk with {(by == "caseworker" ? "the young person" : "them")} today. Who it is you see here:
        {page}
        {(by == "caseworker" ? string.Empty : "\nThey were shown whom to call, and how to raise a concern. It is their choice whether they do.")}
        {(toLead ? "Please find them a caseworker today as well." : "It stays on your first page until you write down a check-in with them.")}

        The Mentoring team
        """);

    /// <summary>Somebody said that they may not feel safe, and nobody has talked with them for two days. It says of whom to nobody but who signs in.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="by">Who said it, a word of the vocabulary's.</param>
    /// <param name="atTheEnd">Whether they said it when they asked to end the match; after a session otherwise.</param>
    /// <param name="page">Where the record is opened, with a reason.</param>
    public static Letter SafetyUnanswered(string to, string by, bool atTheEnd, string page) => new(
        to,
        "Nobody has talked with somebody who may not feel safe",
        $"""
        Hello,

        {(atTheEnd ? $"Two days ago {Somebody(by)} asked to end a match because somebody does not feel\nsafe." : $"Two days ago {Somebody(by)} said after a session that they do not feel safe,\nor are not sure.")} The caseworker was told at once. No talk with them has been
        written down since.

        Who it is, and who their caseworker is, you see here, with a reason:
        {page}

        They were told that you would hear of it.

        The Mentoring team
        """);

    /// <summary>A clearance ends soon. It names nobody.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="role">As what they are written to: mentor, coordinator or caseworker.</param>
    /// <param name="until">The last day of it.</param>
    /// <param name="page">Where to read on.</param>
    public static Letter ClearanceEnds(string to, string role, DateOnly until, string page) => new(
        to,
        role switch { Roles.Mentor => "Your clearance ends soon", Roles.Coordinator => "The clearance of one of your people ends soon", _ => "The clearance of a mentor ends soon" },
        $"""
        Hello,

        {role switch { Roles.Mentor => "Your clearance as a mentor", Roles.Coordinator => "The clearance of one of your people", _ => "The clearance of a mentor" }} ends on {until.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}.

        {role switch
        {
            Roles.Mentor => "One of your checks has to be made again before then. A caseworker is in touch\nwith you. If you hear nothing, ring them.",
            Roles.Coordinator => "The programme makes the check again. All you can do is remind them: it may need\na paper or an hour of training from them.",
            _ => "Please have the check made again before then. If it is not, offers are taken back\nand sessions are called off on the day after.",
        }}

        {page}

        The Mentoring team
        """);

    /// <summary>There is a letter with a decision. It does not say which: mail is read over shoulders.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="until">The last day on which it can be read.</param>
    /// <param name="page">Where.</param>
    public static Letter DecisionIsThere(string to, DateOnly until, string page) => new(
        to,
        "There is a letter for you in Mentoring",
        $"""
        Hello,

        We have decided on your application. The letter tells you what, and why.

        Read it here, until {until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}:
        {page}

        The Mentoring team
        """);

    /// <summary>A concern waits for a safeguarding lead. Neither what it is nor whom it is about.</summary>
    /// <param name="to">The lead's address.</param>
    /// <param name="urgent">Whether somebody may be in danger.</param>
    /// <param name="timesOverdue">How often the agreed time has passed without anybody taking it on.</param>
    /// <param name="lookedAfter">Whether a lead looks after it already, and what waits is new words in it.</param>
    /// <param name="page">The queue.</param>
    public static Letter ConcernWaits(string to, bool urgent, int timesOverdue, bool lookedAfter, string page) => new(
        to,
        (urgent, timesOverdue) switch
        {
            (true, 0) when lookedAfter => "Within the hour: new words in a concern, and somebody may be in danger",
            (_, _) when lookedAfter => timesOverdue == 0 ? "New words in a concern that one of you looks after" : "Overdue: nobody has read the new words in a concern",
            (true, 0) => "Within the hour: a concern waits, and somebody may be in danger",
            (true, _) => "Overdue: somebody may be in danger, and nobody has taken the concern on",
            (_, 0) => "A concern waits for a safeguarding lead",
            _ => "Overdue: nobody has taken a concern on yet",
        },
        $"""
        Hello,

        {(lookedAfter
            ? "There are new words in a concern that one of you looks after, and they have not\nbeen read yet. Whoever looks after it reads them. If they cannot, take it over."
            : timesOverdue == 0 ? "Something waits for a safeguarding lead." : "A concern has waited for longer than was agreed, and nobody has taken it on.")}
        {(urgent ? "Somebody may be in danger. Please read it now." : timesOverdue > 0 ? "Please do it today." : lookedAfter ? "Please do it within one working day." : "Please read it, and take it on, within one working day.")}

        {page}

        All safeguarding leads have this mail. It comes again until one of you does.

        The Mentoring team
        """);

    /// <summary>Nobody takes a concern on, or nobody may. The administrators are told that leads are needed, and nothing of the concern.</summary>
    /// <param name="to">The administrator's address.</param>
    /// <param name="urgent">Whether somebody may be in danger.</param>
    /// <param name="isThereALead">Whether there is a lead who may read it.</param>
    /// <param name="page">Where accounts are.</param>
    public static Letter ConcernIsNotTaken(string to, bool urgent, bool isThereALead, string page) => new(
        to,
        isThereALead ? "The safeguarding leads are needed and do not answer" : "There is no safeguarding lead who can read a concern",
        $"""
        Hello,

        {(isThereALead
            ? "Something has waited for a safeguarding lead for more than twice as long as was\nagreed. Please ring them, or whoever stands in for them, and ask them to look at\nthe queue."
            : "Something waits that no safeguarding lead can read: there is none, or it is about\nthem. Please make somebody else a safeguarding lead.")}{(urgent ? "\n\nSomebody may be in danger. Please do it now." : string.Empty)}

        Accounts and who is a lead: {page}

        What it is and whom it is about is for safeguarding leads alone.

        The Mentoring team
        """);

    private static string Somebody(string by) => by switch { "mentor" => "a mentor", "mentee" => "a young person", _ => "a caseworker" };

    private static string When(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).ToString("dddd d MMMM 'at' HH:mm", CultureInfo.InvariantCulture) + ", UK time";

    private static string Whose(bool toLead) => toLead ? "that no caseworker can look after just now" : "you look after";

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static string Again(string role) => role == Roles.Mentee
        ? "Your caseworker asked us to send you this, so that you can choose a new PIN."
        : "An administrator took your lost second factor away. With this code and your\npassword you set up a new one.";

    private static string What(string role) => role switch
    {
        Roles.Mentee => "You can now make your own account. With it you see your mentor offers,\nsay yes or no, and choose when you meet. It is up to you.",
        Roles.Mentor => "Thank you for wanting to be a mentor. Make your account to fill in your\napplication, and later to see who you meet and when.",
        Roles.Coordinator => "You were asked to look after your organisation's mentors. Make your account\nto register people and to see how far they are.",
        Roles.Caseworker => "You were asked to join as a caseworker. Make your account to get started.",
        Roles.SafeguardingLead => "You were asked to join as a safeguarding lead. Make your account to get started.",
        _ => "You were asked to look after accounts and policy. Make your account to get started.",
    };

    private static string Line(string name) => string.Concat(name.Trim().Where(c => !char.IsControl(c)));
}
