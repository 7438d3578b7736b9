namespace Mentoring.Portal.Pages.Public;

/// <summary>After a public form: that it was received and what happens next. The same for everybody, so that nobody learns who is known here.</summary>
public sealed class ThankYouModel : MentoringPage
{
    /// <summary>What happens next.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>Chooses the words.</summary>
    /// <param name="for">Which form it was: <c>young-person</c>, <c>mentor</c> or <c>business</c>.</param>
    public void OnGet(string? @for)
    {
        Title = "Thank you";
        Lines = @for switch
        {
            "young-person" => ["We have got your message. Somebody from the programme will call or write within a week, the way you asked.", "Nothing else happens until you have talked. You can change your mind."],
            "mentor" => ["We have got your message. A caseworker will write to you within a week and tell you how to begin.", "If your employer is a partner, you can also ask their coordinator to register you."],
            _ => ["We have got your message. Somebody from the programme will write to you within a week."],
        };
        if (@for == "young-person") ViewData["Exit"] = true;
    }
}
