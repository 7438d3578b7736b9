using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>How and where they can meet.</summary>
public sealed class MeetModel : AboutPage
{
    /// <summary>The two ways.</summary>
    public static IReadOnlyList<Choice> Both { get; } = [new("in-person", "In person", "Somewhere safe, never at home"), new("online", "Online", "By video or on the phone")];

    /// <summary>What they chose.</summary>
    [BindProperty]
    public List<string> Ways { get; set; } = [];

    /// <summary>The first half of their postcode.</summary>
    [BindProperty, StringLength(10, ErrorMessage = "The first part of a postcode looks like LE2.")]
    public string? OutwardPostcode { get; set; }

    /// <summary>How they get about.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? GettingAround { get; set; }

    /// <inheritdoc/>
    protected override string Heading => "How do you want to meet?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said)
    {
        if (said.InPerson) Ways.Add("in-person");
        if (said.Online) Ways.Add("online");
        (OutwardPostcode, GettingAround) = (said.OutwardPostcode, said.GettingAround);
    }

    /// <inheritdoc/>
    protected override object Part() => new
    {
        inPerson = Ways.Contains("in-person"),
        online = Ways.Contains("online"),
        outwardPostcode = OutwardPostcode ?? string.Empty,
        gettingAround = GettingAround ?? string.Empty,
    };
}
