
namespace Market.Samples.Page;

/// <summary>A bar for each of a few names, one under the other: it needs no more width than a phone has.</summary>
internal static class BarList
{
    public static string Of(IReadOnlyList<(string Name, double Value, string Label, string Style)> bars)
    {
        var most = Math.Max(1, bars.Max(bar => bar.Value));
        return $"<dl class=\"bars\">{string.Concat(bars.Select(bar => Bar(bar, most)))}</dl>";
    }

    private static string Bar((string Name, double Value, string Label, string Style) bar, double most) => $"""

        <dt>{Html.Text(bar.Name)}</dt><dd><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="{bar.Style}" width="{Html.Number(bar.Value / most * 100)}" height="10"/></svg><span class="num">{Html.Text(bar.Label)}</span></dd>
        """;
}
