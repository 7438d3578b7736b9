using System.Globalization;
using System.Text;
using Mentoring.Portal.Pages.Me;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Mentoring.Portal.Tags;

/// <summary><c>&lt;goal-chart ratings="goal.Ratings" /&gt;</c>: how near a goal was over time, drawn on the server, with the figures in words beside it.</summary>
[HtmlTargetElement("goal-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GoalChartTag : TagHelper
{
    private const int Width = 560;
    private const int Height = 200;
    private const int Left = 34;
    private const int Right = 14;
    private const int Top = 12;
    private const int Bottom = 30;

    /// <summary>The ratings, the earliest first.</summary>
    public required IReadOnlyList<MyRating> Ratings { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Ratings.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Ratings.Count > 1) output.Content.AppendHtml(Drawn());
        output.Content.AppendHtml("<p class=\"govuk-body\">").Append(InWords()).AppendHtml("</p>");
        if (Ratings.Count <= 2) return;
        output.Content.AppendHtml("<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">All the numbers</span></summary><div class=\"govuk-details__text\"><ul class=\"govuk-list\">");
        foreach (var rating in Ratings.Reverse()) output.Content.AppendHtml("<li>").Append($"{Say.Day(rating.On)}: {rating.Score} out of 10").AppendHtml("</li>");
        output.Content.AppendHtml("</ul></div></details>");
    }

    private string InWords()
    {
        var (first, last) = (Ratings[0], Ratings[^1]);
        if (Ratings.Count == 1) return $"On {Say.Day(last.On)} you said {last.Score} out of 10.";
        return $"You began at {first.Score} out of 10 on {Say.ShortDay(first.On)}. The last time, on {Say.ShortDay(last.On)}, you said {last.Score} out of 10.";
    }

    // What the words beside it say is not said a second time to somebody who listens.
    private string Drawn()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\" focusable=\"false\">");
        foreach (var score in (int[])[0, 5, 10])
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"chart__axis\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(score):0.#}\" y2=\"{Y(score):0.#}\"/><text x=\"{Left - 8}\" y=\"{Y(score) + 5:0.#}\" text-anchor=\"end\" font-size=\"16\">{score}</text>");
        var points = Ratings.Select(r => (X: X(r.On), Y: Y(r.Score))).ToArray();
        svg.Append("<polyline class=\"chart__line\" points=\"").AppendJoin(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}"))).Append("\"/>");
        foreach (var (x, y) in points) svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"chart__dot\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"5\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height - 6}\" font-size=\"16\">{Ratings[0].On.ToString("d MMM", Say.British)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right}\" y=\"{Height - 6}\" text-anchor=\"end\" font-size=\"16\">{Ratings[^1].On.ToString("d MMM", Say.British)}</text></svg>");
        return svg.ToString();
    }

    private double X(DateOnly on)
    {
        var all = Math.Max(1, Ratings[^1].On.DayNumber - Ratings[0].On.DayNumber);
        return Left + 6 + ((Width - Left - Right - 12) * (on.DayNumber - Ratings[0].On.DayNumber) / (double)all);
    }

    private static double Y(int score) => Top + ((Height - Top - Bottom) * (10 - score) / 10.0);
}
