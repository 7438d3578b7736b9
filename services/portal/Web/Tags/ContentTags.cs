using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mentoring.Portal.Tags;

/// <summary><c>&lt;save /&gt;</c>, <c>&lt;save kind="warning"&gt;End this match&lt;/save&gt;</c>: the button of a form. Kinds: none, secondary, warning.</summary>
[HtmlTargetElement("save")]
public sealed class SaveTag : TagHelper
{
    /// <summary>secondary or warning; the main button when left out.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("class", $"govuk-button{(string.IsNullOrEmpty(Kind) ? string.Empty : " govuk-button--" + Kind)}");
        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
        if (words.IsEmptyOrWhiteSpace) output.Content.SetContent("Save");
        else output.Content.SetHtmlContent(words);
    }
}

/// <summary><c>&lt;go href="/work/refer"&gt;Refer a young person&lt;/go&gt;</c>: a link that looks like a button, to begin something.</summary>
[HtmlTargetElement("go")]
public sealed class GoTag : TagHelper
{
    /// <summary>secondary or warning; the main button when left out.</summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("role", "button");
        output.Attributes.SetAttribute("draggable", "false");
        output.Attributes.SetAttribute("class", $"govuk-button{(string.IsNullOrEmpty(Kind) ? string.Empty : " govuk-button--" + Kind)}");
        output.Attributes.SetAttribute("data-module", "govuk-button");
    }
}

/// <summary>
/// <c>&lt;away when="@Model.Sessions.IsAway"&gt;your sessions&lt;/away&gt;</c>: says in the place of a part that its service does not answer,
/// that the rest works, and offers another try.
/// </summary>
[HtmlTargetElement("away")]
public sealed class AwayTag : TagHelper
{
    /// <summary>Whether it is.</summary>
    public bool When { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!When)
        {
            output.SuppressOutput();
            return;
        }

        var what = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "away");
        output.Content.SetHtmlContent("<p class=\"govuk-body\">We cannot show ");
        output.Content.AppendHtml(what).AppendHtml(" just now. Nothing is lost, and the rest of this page works.</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"")
            .Append(request.Path + request.QueryString).AppendHtml("\">Try again</a></p>");
    }
}

/// <summary><c>&lt;empty&gt;…&lt;/empty&gt;</c>: there is nothing here yet; says what to do.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTag : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
    }
}

/// <summary><c>&lt;state colour="green"&gt;Cleared&lt;/state&gt;</c>: a tag. Colours: grey, green, turquoise, blue, purple, pink, red, orange, yellow.</summary>
[HtmlTargetElement("state")]
public sealed class StateTag : TagHelper
{
    /// <summary>The colour; the words must say it too.</summary>
    public string Colour { get; set; } = "grey";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", "govuk-tag govuk-tag--" + Colour);
    }
}

/// <summary><c>&lt;facts&gt;&lt;fact name="Email" change="/…"&gt;…&lt;/fact&gt;&lt;/facts&gt;</c>: a summary list; also for checking answers.</summary>
[HtmlTargetElement("facts")]
public sealed class FactsTag : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <summary>One line of <c>facts</c>.</summary>
[HtmlTargetElement("fact", ParentTag = "facts")]
public sealed class FactTag : TagHelper
{
    /// <summary>What it is.</summary>
    public required string Name { get; set; }

    /// <summary>Where it is changed.</summary>
    public string? Change { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"govuk-summary-list__row{(Change is null ? " govuk-summary-list__row--no-actions" : string.Empty)}");
        output.Content.SetHtmlContent("<dt class=\"govuk-summary-list__key\">");
        output.Content.Append(Name).AppendHtml("</dt><dd class=\"govuk-summary-list__value\">");
        if (value.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<span class=\"govuk-hint\">Not given</span>");
        else output.Content.AppendHtml(value);
        output.Content.AppendHtml("</dd>");
        if (Change is null) return;
        output.Content.AppendHtml("<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"").Append(Change).AppendHtml("\">Change<span class=\"govuk-visually-hidden\"> ")
            .Append(Name.ToLower(Say.British)).AppendHtml("</span></a></dd>");
    }
}

/// <summary><c>&lt;tasks&gt;&lt;task title="About me" href="/…" state="Done" /&gt;&lt;/tasks&gt;</c>: a task list.</summary>
[HtmlTargetElement("tasks")]
public sealed class TasksTag : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "govuk-task-list");
    }
}

/// <summary>One task of <c>tasks</c>.</summary>
[HtmlTargetElement("task", ParentTag = "tasks", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskTag : TagHelper
{
    /// <summary>What there is to do.</summary>
    public required string Title { get; set; }

    /// <summary>Where; none when it cannot be begun yet.</summary>
    public string? Href { get; set; }

    /// <summary>How far it is, such as Done or Not started.</summary>
    public required string State { get; set; }

    /// <summary>The tag's colour; plain text when left out, as for what is done.</summary>
    public string? Colour { get; set; }

    /// <summary>More about it.</summary>
    public string? Hint { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = "task-" + FieldTag.FieldId(Title.Replace(' ', '-'));
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-task-list__item{(string.IsNullOrEmpty(Href) ? string.Empty : " govuk-task-list__item--with-link")}");
        output.Content.AppendHtml("<div class=\"govuk-task-list__name-and-hint\">");
        var described = $"{(Hint is null ? string.Empty : id + "-hint ")}{id}-status";
        if (string.IsNullOrEmpty(Href)) output.Content.AppendHtml("<div>").Append(Title).AppendHtml("</div>");
        else output.Content.AppendHtml("<a class=\"govuk-link govuk-task-list__link\" href=\"").Append(Href).AppendHtml($"\" aria-describedby=\"{described}\">").Append(Title).AppendHtml("</a>");
        if (Hint is not null) output.Content.AppendHtml($"<div id=\"{id}-hint\" class=\"govuk-task-list__hint\">").Append(Hint).AppendHtml("</div>");
        output.Content.AppendHtml($"</div><div class=\"govuk-task-list__status\" id=\"{id}-status\">");
        if (string.IsNullOrEmpty(Colour)) output.Content.Append(State);
        else output.Content.AppendHtml($"<strong class=\"govuk-tag govuk-tag--{Colour}\">").Append(State).AppendHtml("</strong>");
        output.Content.AppendHtml("</div>");
    }
}

/// <summary><c>&lt;timeline&gt;&lt;event title="Cleared" at="…" by="Sam Okafor"&gt;why&lt;/event&gt;&lt;/timeline&gt;</c>: who, when, why.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTag : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "moj-timeline");
    }
}

/// <summary>One thing that happened.</summary>
[HtmlTargetElement("event", ParentTag = "timeline")]
public sealed class EventTag : TagHelper
{
    /// <summary>What happened.</summary>
    public required string Title { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Who did it.</summary>
    public string? By { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "moj-timeline__item");
        output.Content.SetHtmlContent("<div class=\"moj-timeline__header\"><h3 class=\"moj-timeline__title\">");
        output.Content.Append(Title).AppendHtml("</h3>");
        if (By is { Length: > 0 }) output.Content.AppendHtml(" <p class=\"moj-timeline__byline\">by ").Append(By).AppendHtml("</p>");
        output.Content.AppendHtml("</div><p class=\"moj-timeline__date\">").AppendHtml(Say.WhenHtml(At)).AppendHtml("</p>");
        if (!words.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<div class=\"moj-timeline__description\">").AppendHtml(words).AppendHtml("</div>");
    }
}

/// <summary><c>&lt;sections label="Riley"&gt;&lt;section-link href="…"&gt;Timeline&lt;/section-link&gt;&lt;/sections&gt;</c>: a person's page in parts, each with an address of its own.</summary>
[HtmlTargetElement("sections")]
public sealed class SectionsTag : TagHelper
{
    /// <summary>What the parts are of.</summary>
    public required string Label { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = await output.GetChildContentAsync();
        output.TagName = "nav";
        output.Attributes.SetAttribute("class", "moj-sub-navigation");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent("<ul class=\"moj-sub-navigation__list\">");
        output.Content.AppendHtml(links).AppendHtml("</ul>");
    }
}

/// <summary>One part of <c>sections</c>.</summary>
[HtmlTargetElement("section-link", ParentTag = "sections")]
public sealed class SectionLinkTag : TagHelper
{
    /// <summary>Where it is.</summary>
    public required string Href { get; set; }

    /// <summary>Whether it is the one that is shown.</summary>
    public bool Current { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Attributes.SetAttribute("class", "moj-sub-navigation__item");
        output.Content.SetHtmlContent("<a class=\"moj-sub-navigation__link\"");
        output.Content.AppendHtml(Current ? " aria-current=\"page\"" : string.Empty).AppendHtml(" href=\"").Append(Href).AppendHtml("\">").AppendHtml(words).AppendHtml("</a>");
    }
}

/// <summary><c>&lt;more next="@Model.Next" /&gt;</c>: to the next page of a list, and back to its beginning. Keeps the query.</summary>
[HtmlTargetElement("more", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoreTag : TagHelper
{
    /// <summary>The cursor of the next page; nothing is shown on an only page.</summary>
    public Guid? Next { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var isFirst = !request.Query.ContainsKey("after");
        if (Next is null && isFirst)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var query = request.Query.Where(q => q.Key != "after").Aggregate(QueryString.Empty, (all, q) => all + QueryString.Create(q.Key, q.Value.ToString()));
        if (!isFirst) Link(output, "prev", request.Path + query, "Back to the first page");
        if (Next is { } next) Link(output, "next", request.Path + (query + QueryString.Create("after", next.ToString())), "Next page");
    }

    private static void Link(TagHelperOutput output, string where, string href, string words) => output.Content
        .AppendHtml($"<div class=\"govuk-pagination__{where}\"><a class=\"govuk-link govuk-pagination__link\" href=\"").Append(href).AppendHtml($"\" rel=\"{where}\"><span class=\"govuk-pagination__link-title\">")
        .Append(words).AppendHtml("</span></a></div>");
}

/// <summary><c>&lt;notice /&gt;</c>: what was just done; the layout has it.</summary>
[HtmlTargetElement("notice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NoticeTag : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (MentoringPage.TakeNotice(ViewContext.HttpContext.Request, ViewContext.TempData) is not { } words)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.SetContent(words);
    }
}
