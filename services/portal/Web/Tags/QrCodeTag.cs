using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Mentoring.Portal.Tags;

/// <summary><c>&lt;qr-code text="@address" label="…" /&gt;</c>: a QR code as a picture in the page (SVG), dark on light in every colour scheme.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCodeTag : TagHelper
{
    /// <summary>What it holds.</summary>
    public required string Text { get; set; }

    /// <summary>What it is, for those who do not see it.</summary>
    public required string Label { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        // With the quiet zone around it that readers need (ISO/IEC 18004).
        var rows = code.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {rows.Count} {rows.Count}");
        output.Attributes.SetAttribute("width", "240");
        output.Attributes.SetAttribute("height", "240");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent($"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/>");
    }
}
