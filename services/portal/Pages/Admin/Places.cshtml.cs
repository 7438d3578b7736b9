namespace Mentoring.Portal.Pages.Admin;

/// <summary>The list of safe places.</summary>
public sealed class PlacesModel() : PlacesPage("/admin");
