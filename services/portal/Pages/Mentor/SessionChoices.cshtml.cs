namespace Mentoring.Portal.Pages.Mentor;

/// <summary>When they are reminded of their sessions, and the address of their calendar.</summary>
/// <param name="portal">The portal's address.</param>
public sealed class SessionChoicesModel(PortalAddress portal) : SessionChoicesPage("/mentor", portal);
