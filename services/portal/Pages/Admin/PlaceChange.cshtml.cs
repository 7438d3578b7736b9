namespace Mentoring.Portal.Pages.Admin;

/// <summary>Puts a safe place in other words.</summary>
public sealed class PlaceChangeModel() : PlaceFormPage("/admin");
