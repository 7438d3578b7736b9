using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What, whom or where to keep away from.</summary>
public sealed class AvoidModel : AboutPage
{
    /// <summary>In their words.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Make it a bit shorter: 2,000 characters at most.")]
    public string? WhatToAvoid { get; set; }

    /// <inheritdoc/>
    protected override string Heading => "What should we keep away from?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => WhatToAvoid = said.WhatToAvoid;

    /// <inheritdoc/>
    protected override object Part() => new { whatToAvoid = WhatToAvoid ?? string.Empty };
}
