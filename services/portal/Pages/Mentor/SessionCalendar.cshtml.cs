namespace Mentoring.Portal.Pages.Mentor;

/// <summary>One of their sessions as a file for a calendar.</summary>
public sealed class SessionCalendarModel : CalendarFilePage;
