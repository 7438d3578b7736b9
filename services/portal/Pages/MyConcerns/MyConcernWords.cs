namespace Mentoring.Portal.Pages.MyConcerns;

/// <summary>How pages tell whoever raised a concern how far it has come.</summary>
public static class MyConcernWords
{
    /// <summary>In two or three words, with a tag's colour.</summary>
    public static (string Words, string Colour) Of(string progress) => progress switch
    {
        "sent" => ("Sent", "yellow"),
        "read" => ("Read", "blue"),
        "looked-after" => ("Being looked after", "turquoise"),
        _ => ("Taken care of", "green"),
    };
}
