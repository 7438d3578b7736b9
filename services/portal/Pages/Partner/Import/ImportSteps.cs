using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mentoring.Portal.Tags;

/// <summary><c>&lt;import-steps at="2" /&gt;</c>: how far an import is: choose, check, take in, done.</summary>
[HtmlTargetElement("import-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ImportStepsTag : TagHelper
{
    private static readonly string[] Steps = ["Choose the file", "Check the rows", "Take in", "Done"];

    /// <summary>Which step, from 1.</summary>
    public int At { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "moj-progress-bar");
        output.Content.AppendHtml("<ol class=\"moj-progress-bar__list\">");
        for (var step = 1; step <= Steps.Length; step++)
        {
            var done = step < At || At == Steps.Length;
            output.Content.AppendHtml($"<li class=\"moj-progress-bar__item\"{(step == At ? " aria-current=\"step\"" : string.Empty)}><span class=\"moj-progress-bar__icon{(done ? " moj-progress-bar__icon--complete" : string.Empty)}\"></span><span class=\"moj-progress-bar__label\">")
                .Append(Steps[step - 1]).AppendHtml($"{(done ? "<span class=\"govuk-visually-hidden\">: done</span>" : string.Empty)}</span></li>\n");
        }

        output.Content.AppendHtml("</ol>");
    }
}
