namespace Mentoring.Portal.Pages.Admin;

/// <summary>What is booked at a place.</summary>
public sealed class PlaceBookedModel() : BookedAtPage("/admin");
