using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.Import;

/// <summary>An example list to fill in.</summary>
public sealed class ExampleModel : MentoringPage
{
    private const string Example =
        "First name,Surname,E-mail,Mobile,Job title,Site postcode,Date of birth,Can help with,In person,Online,Availability,Max mentees\r\n"
        + "Ada,Quill,ada.quill@example.org,07700 900123,Baker,LE1 6ZG,03/05/1986,Money; Work,Yes,Yes,Tue 18:00-20:00,1\r\n";

    /// <summary>Sends it, with a mark that Excel needs.</summary>
    public IActionResult OnGet() => File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Example)], "text/csv", "mentors-example.csv");
}
