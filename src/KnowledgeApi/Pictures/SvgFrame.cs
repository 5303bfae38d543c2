using System.Globalization;

namespace KnowledgeApi.Pictures;

/// <summary>What all pictures have around what they show: size, style, paper, title, caption, and words for those who do not see it.</summary>
internal static class SvgFrame
{
    /// <summary>The room left free at the edges, in pixels.</summary>
    public const double Margin = 32;

    /// <summary>What a page may do that shows a picture: nothing but use its own style.</summary>
    public static string PolicyFor(string style) => $"default-src 'none'; style-src {StyleHash.Of(style)}; sandbox; frame-ancestors 'self'";

    /// <summary>The beginning of a picture; it ends with <c>&lt;/svg&gt;</c>.</summary>
    public static string Open(double width, double height, string style, string title, string caption, string description) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height:0}" width="{width:0}" height="{height:0}" role="img" aria-labelledby="t d">
        <title id="t">{SvgText.Escape(title)}</title>
        <desc id="d">{SvgText.Escape(description)}</desc>
        <style>{style}</style>
        <rect class="paper" width="{width:0}" height="{height:0}"/>
        <text class="title" x="{Margin:0}" y="38">{SvgText.Escape(title)}</text>
        <text class="caption" x="{Margin:0}" y="60">{SvgText.Escape(caption)}</text>

        """);
}
