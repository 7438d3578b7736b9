namespace Mentoring.Portal.Pages.Work;

/// <summary>The list of safe places.</summary>
public sealed class PlacesModel() : PlacesPage("/work");
