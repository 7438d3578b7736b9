namespace Mentoring.Portal.Pages.Work;

/// <summary>What is booked at a place.</summary>
public sealed class PlaceBookedModel() : BookedAtPage("/work");
