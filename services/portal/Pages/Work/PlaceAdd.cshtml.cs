namespace Mentoring.Portal.Pages.Work;

/// <summary>Adds a safe place to the list.</summary>
public sealed class PlaceAddModel() : PlaceFormPage("/work");
