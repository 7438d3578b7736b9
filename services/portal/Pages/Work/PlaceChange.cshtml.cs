namespace Mentoring.Portal.Pages.Work;

/// <summary>Puts a safe place in other words.</summary>
public sealed class PlaceChangeModel() : PlaceFormPage("/work");
