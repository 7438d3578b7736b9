using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Mentoring.Portal.Charts;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">How long it is, 0 or more.</param>
/// <param name="Words">What stands at its end.</param>
public sealed record Bar(string Label, double Value, string Words);

/// <summary>A bar made of parts.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Parts">Its parts, each 0 or more, in the order of the legend.</param>
public sealed record PartedBar(string Label, IReadOnlyList<double> Parts);

/// <summary>A stretch from one value to another, with one marked between the two.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Mark">What is marked.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Words">What stands beside it.</param>
public sealed record Span(string Label, double From, double Mark, double To, string Words);

/// <summary>
/// Charts drawn on the server as SVG. Each has a title and a description for those who listen, and a table beside it that has every figure: a chart
/// shows the shape, the table says the numbers. Labels stand above their bars, so that long ones fit on a phone.
/// </summary>
public static class Chart
{
    private const int Width = 480;
    private const int Row = 46;
    private const int Thickness = 18;

    /// <summary>Bars that lie, one below the other.</summary>
    public static IHtmlContent Bars(string id, string title, string description, IReadOnlyList<Bar> bars)
    {
        var most = Math.Max(bars.Select(b => b.Value).DefaultIfEmpty(0).Max(), double.Epsilon);
        var svg = Begin(id, title, description, bars.Count * Row);
        foreach (var (bar, y) in bars.Select((b, i) => (b, i * Row)))
        {
            var length = (Width - 70) * bar.Value / most;
            Text(svg, 0, y + 16, bar.Label);
            if (length > 0) svg.Append(Invariant, $"<rect class=\"chart__dot\" x=\"0\" y=\"{y + 22}\" width=\"{length:0.#}\" height=\"{Thickness}\" rx=\"3\"/>");
            Text(svg, length + (length > 0 ? 8 : 0), y + 22 + 14, bar.Words);
        }

        return End(svg);
    }

    /// <summary>Bars that lie and are made of parts; the legend is the caller's.</summary>
    public static IHtmlContent PartedBars(string id, string title, string description, IReadOnlyList<PartedBar> bars)
    {
        var most = Math.Max(bars.Select(b => b.Parts.Sum()).DefaultIfEmpty(0).Max(), double.Epsilon);
        var svg = Begin(id, title, description, bars.Count * Row);
        foreach (var (bar, y) in bars.Select((b, i) => (b, i * Row)))
        {
            Text(svg, 0, y + 16, bar.Label);
            var x = 0.0;
            for (var part = 0; part < bar.Parts.Count; part++)
            {
                var length = (Width - 70) * bar.Parts[part] / most;
                if (length > 0) svg.Append(Invariant, $"<rect class=\"chart__band chart__band--{part + 1}\" x=\"{x:0.#}\" y=\"{y + 22}\" width=\"{length:0.#}\" height=\"{Thickness}\"/>");
                x += length;
            }

            Text(svg, x + (x > 0 ? 8 : 0), y + 22 + 14, bar.Parts.Sum().ToString("#,0", Say.British));
        }

        return End(svg);
    }

    /// <summary>Columns that stand, one beside the other, such as months.</summary>
    public static IHtmlContent Columns(string id, string title, string description, IReadOnlyList<Bar> bars, double? full = null)
    {
        const int Base = 150, Tall = 120;
        var most = Math.Max(full ?? bars.Select(b => b.Value).DefaultIfEmpty(0).Max(), double.Epsilon);
        var step = (double)Width / Math.Max(bars.Count, 1);
        var svg = Begin(id, title, description, 178);
        svg.Append(Invariant, $"<line class=\"chart__axis\" x1=\"0\" y1=\"{Base}\" x2=\"{Width}\" y2=\"{Base}\"/>");

        // As many labels as there is room for, the last always.
        var each = Math.Max(1, (int)Math.Ceiling(34 / step));
        foreach (var (bar, i) in bars.Select((b, i) => (b, i)))
        {
            var (x, height) = (i * step, Tall * bar.Value / most);
            var middle = x + (step / 2);
            var isLabelled = (bars.Count - 1 - i) % each == 0;
            if (height > 0) svg.Append(Invariant, $"<rect class=\"chart__dot\" x=\"{x + (step * 0.14):0.#}\" y=\"{Base - height:0.#}\" width=\"{step * 0.72:0.#}\" height=\"{height:0.#}\" rx=\"3\"/>");
            if (isLabelled && bar.Words.Length > 0) Text(svg, middle, Base - height - 6, bar.Words, "middle", 14);
            if (isLabelled) Text(svg, middle, Base + 20, bar.Label, "middle", 14);
        }

        return End(svg);
    }

    /// <summary>Stretches on one scale, each with a mark.</summary>
    /// <param name="id">The beginning of its ids.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">How to read it.</param>
    /// <param name="spans">The stretches.</param>
    /// <param name="ticks">The values that are written below, from the lowest to the highest.</param>
    public static IHtmlContent Spans(string id, string title, string description, IReadOnlyList<Span> spans, IReadOnlyList<double> ticks)
    {
        const int Inset = 8;
        var (low, high) = (ticks[0], ticks[^1]);
        double X(double value) => Inset + ((Width - (2 * Inset)) * (value - low) / (high - low));
        var bottom = spans.Count * Row;
        var svg = Begin(id, title, description, bottom + 26);
        foreach (var tick in ticks)
        {
            svg.Append(Invariant, $"<line class=\"chart__axis\" x1=\"{X(tick):0.#}\" x2=\"{X(tick):0.#}\" y1=\"0\" y2=\"{bottom}\"/>");
            Text(svg, X(tick), bottom + 20, tick.ToString("#,0.#", Say.British), tick == low ? "start" : tick == high ? "end" : "middle", 14);
        }

        foreach (var (span, y) in spans.Select((s, i) => (s, i * Row)))
        {
            Text(svg, 0, y + 16, span.Label, behind: true);
            Text(svg, Width, y + 16, span.Words, "end", behind: true);
            svg.Append(Invariant, $"<rect class=\"chart__span\" x=\"{X(span.From):0.#}\" y=\"{y + 23}\" width=\"{Math.Max(2, X(span.To) - X(span.From)):0.#}\" height=\"16\" rx=\"3\"/>");
            svg.Append(Invariant, $"<rect class=\"chart__mark\" x=\"{X(span.Mark) - 2.5:0.#}\" y=\"{y + 20}\" width=\"5\" height=\"22\" rx=\"2\"/>");
        }

        return End(svg);
    }

    /// <summary>Round values for the scale of a chart, from 0 to at least the highest.</summary>
    public static IReadOnlyList<double> Ticks(double highest)
    {
        if (highest <= 0) return [0, 1];
        var rough = highest / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1.0, 2, 5, 10 }.Select(s => s * power).First(s => s >= rough * 0.999999);
        return [.. Enumerable.Range(0, (int)Math.Ceiling((highest / step) - 0.000001) + 1).Select(i => i * step)];
    }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static StringBuilder Begin(string id, string title, string description, int height) => new StringBuilder().Append(
        Invariant,
        $"<svg class=\"chart\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\"><title id=\"{id}-title\">{WebUtility.HtmlEncode(title)}</title><desc id=\"{id}-description\">{WebUtility.HtmlEncode(description)}</desc>");

    private static void Text(StringBuilder svg, double x, double y, string words, string anchor = "start", int size = 16, bool behind = false) =>
        svg.Append(Invariant, $"<text{(behind ? " class=\"chart__over\"" : string.Empty)} x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\"{(anchor == "start" ? string.Empty : $" text-anchor=\"{anchor}\"")}>{WebUtility.HtmlEncode(words)}</text>");

    private static HtmlString End(StringBuilder svg) => new(svg.Append("</svg>").ToString());
}
