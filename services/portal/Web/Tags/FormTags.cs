using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mentoring.Portal.Tags;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">More about it.</param>
/// <param name="IsAlone">Set apart by "or", such as "None of these".</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool IsAlone = false)
{
    /// <summary>Choices from the programme's words, in plain English.</summary>
    public static IReadOnlyList<Choice> Of(IEnumerable<string> words) => [.. words.Select(w => new Choice(w, Say.Word(w)))];
}

/// <summary>What all form fields share: a label that is its question, a hint, an error beside it, and the value as it was typed.</summary>
public abstract class FieldTag : TagHelper
{
    /// <summary>The bound property.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The question.</summary>
    public required string Label { get; set; }

    /// <summary>Help under the question.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the question is the heading of its page.</summary>
    public bool Heading { get; set; }

    /// <summary>The size of the label: s, m, l or xl.</summary>
    public string? Size { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The field's name in the form.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The field's id.</summary>
    protected string Id => FieldId(Name);

    /// <summary>The first error of the field.</summary>
    protected string? Error => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What was typed, else what the model has.</summary>
    protected string? Value => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
        ? entry.AttemptedValue : Convert.ToString(For.Model, CultureInfo.InvariantCulture);

    /// <summary>The id that belongs to a field's name; the error summary links to it.</summary>
    public static string FieldId(string name) => TagBuilder.CreateSanitizedId(name, "-");

    /// <summary>Writes hint and error and returns what the control is described by.</summary>
    protected string? Describe(TagHelperOutput output)
    {
        var by = new List<string>();
        if (Hint is { Length: > 0 })
        {
            Div(output, "govuk-hint", $"{Id}-hint", Hint);
            by.Add($"{Id}-hint");
        }

        if (Error is { } error)
        {
            var p = new TagBuilder("p");
            p.AddCssClass("govuk-error-message");
            p.Attributes["id"] = $"{Id}-error";
            p.InnerHtml.AppendHtml("<span class=\"govuk-visually-hidden\">Error:</span> ").Append(error);
            output.Content.AppendHtml(p);
            by.Add($"{Id}-error");
        }

        return by.Count > 0 ? string.Join(' ', by) : null;
    }

    /// <summary>Makes the element the group around the field.</summary>
    protected void Group(TagHelperOutput output, string? more = null)
    {
        ErrorSummaryTag.Shown(ViewContext).Add(Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-form-group{(Error is null ? string.Empty : " govuk-form-group--error")}{(more is null ? string.Empty : " " + more)}");
    }

    /// <summary>Writes the label.</summary>
    protected void WriteLabel(TagHelperOutput output, string? target = null)
    {
        var label = new TagBuilder("label");
        label.AddCssClass($"govuk-label govuk-label--{Size ?? (Heading ? "l" : "s")}");
        label.Attributes["for"] = target ?? Id;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(Heading ? Wrap("h1", "govuk-label-wrapper", label) : label);
    }

    /// <summary>A fieldset with its legend, for several controls under one question.</summary>
    protected TagBuilder Fieldset(string? by, string role = "")
    {
        var set = new TagBuilder("fieldset");
        set.AddCssClass("govuk-fieldset");
        if (role.Length > 0) set.Attributes["role"] = role;
        if (by is not null) set.Attributes["aria-describedby"] = by;
        var legend = new TagBuilder("legend");
        legend.AddCssClass($"govuk-fieldset__legend govuk-fieldset__legend--{Size ?? (Heading ? "l" : "s")}");
        if (Heading) legend.InnerHtml.AppendHtml(Wrap("h1", "govuk-fieldset__heading", new HtmlString(System.Net.WebUtility.HtmlEncode(Label))));
        else legend.InnerHtml.Append(Label);
        set.InnerHtml.AppendHtml(legend);
        return set;
    }

    private static TagBuilder Wrap(string tag, string css, IHtmlContent content)
    {
        var outer = new TagBuilder(tag);
        outer.AddCssClass(css);
        outer.InnerHtml.AppendHtml(content);
        return outer;
    }

    private static void Div(TagHelperOutput output, string css, string id, string text)
    {
        var div = new TagBuilder("div");
        div.AddCssClass(css);
        div.Attributes["id"] = id;
        div.InnerHtml.Append(text);
        output.Content.AppendHtml(div);
    }
}

/// <summary><c>&lt;text-field for="FirstName" label="First name" /&gt;</c>: one line of text.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTag : FieldTag
{
    /// <summary>text, email, tel, password, search, number (shown as text with digits).</summary>
    public string Type { get; set; } = "text";

    /// <summary>The width in characters: 2, 3, 4, 5, 10, 20 or 30; full when left out.</summary>
    public int Width { get; set; }

    /// <summary>The purpose, for filling in by itself (WCAG 1.3.5), such as <c>given-name</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>What stands before the box, such as £.</summary>
    public string? Prefix { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        WriteLabel(output);
        var by = Describe(output);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass($"govuk-input{(Width > 0 ? $" govuk-input--width-{Width}" : string.Empty)}{(Error is null ? string.Empty : " govuk-input--error")}");
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = Type == "number" ? "text" : Type;
        if (Type == "number") input.Attributes["inputmode"] = "numeric";
        if (Type is "email" or "password" or "number" or "tel") input.Attributes["spellcheck"] = "false";
        if (Type is "email" or "password") input.Attributes["autocapitalize"] = "none";
        if (Autocomplete is not null) input.Attributes["autocomplete"] = Autocomplete;
        // A password that was typed is never sent back.
        if (Type != "password" && Value is { Length: > 0 } value) input.Attributes["value"] = value;
        if (by is not null) input.Attributes["aria-describedby"] = by;
        if (Type == "password")
        {
            // The component finds its parts by these classes and adds "Show".
            output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " govuk-password-input");
            output.Attributes.SetAttribute("data-module", "govuk-password-input");
            input.AddCssClass("govuk-password-input__input govuk-js-password-input-input");
            output.Content.AppendHtml("<div class=\"govuk-input__wrapper govuk-password-input__wrapper\">").AppendHtml(input).AppendHtml(
                $"<button type=\"button\" class=\"govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle\" data-module=\"govuk-button\" aria-controls=\"{Id}\" aria-label=\"Show password\" hidden>Show</button></div>");
        }
        else if (Prefix is not null)
        {
            output.Content.AppendHtml("<div class=\"govuk-input__wrapper\"><div class=\"govuk-input__prefix\" aria-hidden=\"true\">").Append(Prefix).AppendHtml("</div>").AppendHtml(input).AppendHtml("</div>");
        }
        else
        {
            output.Content.AppendHtml(input);
        }
    }
}

/// <summary><c>&lt;text-area for="Words" label="What happened?" max="2000" /&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTag : FieldTag
{
    /// <summary>The height in lines.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>The most characters; how many are left is said near the end.</summary>
    public int Max { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output, Max > 0 ? "govuk-character-count" : null);
        if (Max > 0)
        {
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", Max);
            output.Attributes.SetAttribute("data-threshold", "75");
        }

        WriteLabel(output);
        var by = Describe(output);
        if (Max > 0) by = by is null ? $"{Id}-info" : $"{by} {Id}-info";
        var area = new TagBuilder("textarea");
        area.AddCssClass($"govuk-textarea{(Max > 0 ? " govuk-js-character-count" : string.Empty)}{(Error is null ? string.Empty : " govuk-textarea--error")}");
        area.Attributes["id"] = Id;
        area.Attributes["name"] = Name;
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        if (by is not null) area.Attributes["aria-describedby"] = by;
        area.InnerHtml.AppendHtml("\n").Append(Value ?? string.Empty);
        output.Content.AppendHtml(area);
        if (Max > 0) output.Content.AppendHtml($"<div id=\"{Id}-info\" class=\"govuk-hint govuk-character-count__message\">You can write up to {Max.ToString("N0", Say.British)} characters.</div>");
    }
}

/// <summary><c>&lt;choose-one for="How" label="How will you meet?" from="Model.Ways" /&gt;</c>: radios, as tappable tiles with <c>tiles</c>.</summary>
[HtmlTargetElement("choose-one", TagStructure = TagStructure.WithoutEndTag)]
public class ChooseOneTag : FieldTag
{
    /// <summary>What there is to choose.</summary>
    public required IEnumerable<Choice> From { get; set; }

    /// <summary>Big tiles in a grid.</summary>
    public bool Tiles { get; set; }

    /// <summary>Side by side, for two short answers.</summary>
    public bool Inline { get; set; }

    /// <summary>Small boxes, for filters.</summary>
    public bool Small { get; set; }

    /// <summary>Whether several can be chosen.</summary>
    protected virtual bool Several => false;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        var content = new TagHelperOutput("div", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        var by = Describe(content);
        var set = Fieldset(by);
        set.InnerHtml.AppendHtml(content.Content);

        var css = Several ? "govuk-checkboxes" : "govuk-radios";
        var list = new TagBuilder("div");
        list.AddCssClass($"{css}{(Tiles ? " tiles" : string.Empty)}{(Inline ? $" {css}--inline" : string.Empty)}{(Small ? $" {css}--small" : string.Empty)}");
        list.Attributes["data-module"] = css;
        var chosen = Chosen();
        var number = 0;
        foreach (var choice in From)
        {
            number++;
            if (choice.IsAlone) list.InnerHtml.AppendHtml($"<div class=\"{css}__divider\">or</div>");
            list.InnerHtml.AppendHtml(Item(choice, css, number == 1 ? Id : $"{Id}-{number}", chosen.Contains(choice.Value)));
        }

        set.InnerHtml.AppendHtml(list);
        output.Content.AppendHtml(set);
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            return entry.RawValue is string[] many ? [.. many] : [entry.AttemptedValue ?? string.Empty];
        return For.Model switch
        {
            null => [],
            string one => [one],
            bool yes => [yes ? "true" : "false"],
            System.Collections.IEnumerable several => [.. several.Cast<object>().Select(o => Convert.ToString(o, CultureInfo.InvariantCulture)!)],
            var other => [Convert.ToString(other, CultureInfo.InvariantCulture)!],
        };
    }

    private TagBuilder Item(Choice choice, string css, string id, bool isChosen)
    {
        var item = new TagBuilder("div");
        item.AddCssClass(css + "__item");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(css + "__input");
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = Several ? "checkbox" : "radio";
        input.Attributes["value"] = choice.Value;
        if (isChosen) input.Attributes["checked"] = "checked";
        if (choice.IsAlone && Several) input.Attributes["data-behaviour"] = "exclusive";
        if (choice.Hint is not null) input.Attributes["aria-describedby"] = id + "-item-hint";
        var label = new TagBuilder("label");
        label.AddCssClass($"govuk-label {css}__label");
        label.Attributes["for"] = id;
        if (Tiles) label.InnerHtml.AppendHtml(Icons.Of(choice.Value));
        label.InnerHtml.Append(choice.Text);
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (choice.Hint is not null)
        {
            var hint = new TagBuilder("div");
            hint.AddCssClass($"govuk-hint {css}__hint");
            hint.Attributes["id"] = id + "-item-hint";
            hint.InnerHtml.Append(choice.Hint);
            item.InnerHtml.AppendHtml(hint);
        }

        return item;
    }
}

/// <summary><c>&lt;choose-some for="Areas" label="What with?" from="…" tiles /&gt;</c>: tick boxes for a list of words.</summary>
[HtmlTargetElement("choose-some", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChooseSomeTag : ChooseOneTag
{
    /// <inheritdoc/>
    protected override bool Several => true;
}

/// <summary><c>&lt;drop-down for="Day" label="Day" from="…" /&gt;</c>: a select; prefer radios where there is room.</summary>
[HtmlTargetElement("drop-down", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DropDownTag : FieldTag
{
    /// <summary>What there is to choose.</summary>
    public required IEnumerable<Choice> From { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        WriteLabel(output);
        var by = Describe(output);
        var select = new TagBuilder("select");
        select.AddCssClass($"govuk-select{(Error is null ? string.Empty : " govuk-select--error")}");
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        if (by is not null) select.Attributes["aria-describedby"] = by;
        foreach (var choice in From)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (choice.Value == (Value ?? string.Empty)) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(choice.Text);
            select.InnerHtml.AppendHtml(option);
        }

        output.Content.AppendHtml(select);
    }
}

/// <summary><c>&lt;date-field for="Born" label="Date of birth" birthday /&gt;</c>: day, month and year for a <see cref="DateParts"/>.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTag : FieldTag
{
    /// <summary>Whether it is the person's own date of birth, which browsers can fill in.</summary>
    public bool Birthday { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        var content = new TagHelperOutput("div", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        var by = Describe(content);
        var set = Fieldset(by, "group");
        set.InnerHtml.AppendHtml(content.Content);
        var parts = For.Model as DateParts ?? new();
        var boxes = new TagBuilder("div");
        boxes.AddCssClass("govuk-date-input");
        // The error summary leads to the first box, so that has the field's own id.
        boxes.InnerHtml.AppendHtml(Box("Day", parts.Day, 2, "bday-day", Id)).AppendHtml(Box("Month", parts.Month, 2, "bday-month", Id + "-Month")).AppendHtml(Box("Year", parts.Year, 4, "bday-year", Id + "-Year"));
        set.InnerHtml.AppendHtml(boxes);
        output.Content.AppendHtml(set);
    }

    private TagBuilder Box(string part, string? value, int width, string purpose, string id)
    {
        var item = new TagBuilder("div");
        item.AddCssClass("govuk-date-input__item");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass($"govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? string.Empty : " govuk-input--error")}");
        input.Attributes["id"] = id;
        input.Attributes["name"] = $"{Name}.{part}";
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        if (Birthday) input.Attributes["autocomplete"] = purpose;
        if (ViewContext.ModelState.TryGetValue($"{Name}.{part}", out var entry) && entry.AttemptedValue is { } typed) value = typed;
        if (value is { Length: > 0 }) input.Attributes["value"] = value;
        item.InnerHtml.AppendHtml($"<label class=\"govuk-label govuk-date-input__label\" for=\"{id}\">{part}</label>").AppendHtml(input);
        return item;
    }
}

/// <summary><c>&lt;file-field for="Sheet" label="Your spreadsheet" accept=".csv" /&gt;</c>: a file.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTag : FieldTag
{
    /// <summary>The kinds that are offered.</summary>
    public string? Accept { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        WriteLabel(output);
        var by = Describe(output);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass($"govuk-file-upload{(Error is null ? string.Empty : " govuk-file-upload--error")}");
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = "file";
        if (Accept is not null) input.Attributes["accept"] = Accept;
        if (by is not null) input.Attributes["aria-describedby"] = by;
        output.Content.AppendHtml(input);
    }
}

/// <summary>Every form that posts says its errors in the page's words and not the browser's, and carries a key of its own, so that sending it twice does a thing once.</summary>
/// <param name="html">The framework's writer of form tokens.</param>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTag(IHtmlGenerator html) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The framework leaves the form token out of forms that name their address; ours all have it.
        if (context.AllAttributes.ContainsName("action") && html.GenerateAntiforgery(ViewContext) is { } token) output.PostContent.AppendHtml(token);
        output.Attributes.SetAttribute("novalidate", "novalidate");
        output.PreContent.AppendHtml($"<input type=\"hidden\" name=\"{Ask.KeyField}\" value=\"{Guid.CreateVersion7()}\">");
    }
}

/// <summary><c>&lt;error-summary /&gt;</c>: everything that needs mending, at the top, each a link to its field; scripts move focus to it.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The names of the fields in the order in which the page shows them; a page is written before its layout.</summary>
    internal static List<string> Shown(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[typeof(ErrorSummaryTag)] is not List<string> shown) items[typeof(ErrorSummaryTag)] = shown = [];
        return shown;
    }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = Shown(ViewContext);
        var errors = ViewContext.ModelState.Where(e => e.Value is { ValidationState: ModelValidationState.Invalid }).OrderBy(e => shown.IndexOf(e.Key)).SelectMany(e => e.Value!.Errors.Select(x => (e.Key, x.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        output.Content.AppendHtml("<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">There is a problem</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">");
        foreach (var (field, sentence) in errors)
        {
            output.Content.AppendHtml("<li>");
            if (field.Length > 0) output.Content.AppendHtml($"<a href=\"#{FieldTag.FieldId(field)}\">").Append(sentence).AppendHtml("</a>");
            else output.Content.Append(sentence);
            output.Content.AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul></div></div>");
    }
}
