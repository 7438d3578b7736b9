namespace Mentoring.Portal.Pages.Admin;

/// <summary>Adds a safe place to the list.</summary>
public sealed class PlaceAddModel() : PlaceFormPage("/admin");
