namespace Mentoring.Portal.Pages.Me;

/// <summary>One of their sessions as a file for a calendar.</summary>
public sealed class SessionCalendarModel : CalendarFilePage;
