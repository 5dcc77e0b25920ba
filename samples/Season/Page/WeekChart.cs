using System.Globalization;
using System.Text;
using Market.Samples.Figures;

namespace Market.Samples.Page;

/// <summary>
/// A chart over the weeks. The drawing is stretched to the width there is; its words are HTML on top, so that they stay readable on a phone.
/// </summary>
internal static class WeekChart
{
    private const int MostLabels = 10;

    /// <summary>What is held above the line, and what is owed below it.</summary>
    public static string OwedAndHeld(IReadOnlyList<WeekFigures> weeks)
    {
        var held = weeks.Select(week => week.Held.MinorUnits / 100d).ToList();
        var owed = weeks.Select(week => -week.Owed.MinorUnits / 100d).ToList();
        var scale = Scale.Over(owed.Min(), held.Max());
        var shapes = Area(held, scale, "held") + Area(owed, scale, "owed") + string.Concat(weeks.Select((week, i) =>
            Column(i, weeks.Count, $"{Title(week)}: held {Euros.Text(week.Held)}, owed {Euros.Text(week.Owed)}")));
        return Plot(scale, shapes, weeks, $"At the end, {Euros.Text(weeks[^1].Held)} held and {Euros.Text(weeks[^1].Owed)} owed.");
    }

    /// <summary>What each method brought in, one on top of the other.</summary>
    public static string Stacked(IReadOnlyList<WeekFigures> weeks, IReadOnlyList<MethodTakings> takings)
    {
        var scale = Scale.Over(0, weeks.Select((_, week) => takings.Sum(method => method.Cents[week])).Max() / 100d);
        var shapes = new StringBuilder();
        for (var week = 0; week < weeks.Count; week++)
        {
            var below = 0L;
            for (var method = 0; method < takings.Count; method++)
            {
                var cents = takings[method].Cents[week];
                if (cents > 0)
                {
                    var top = scale.Y((below + cents) / 100d);
                    var height = scale.Y(below / 100d) - top;
                    var title = $"{Title(weeks[week])}: {takings[method].Method.Label}, {Euros.Text(Euros.Of(cents))}";
                    shapes.Append(CultureInfo.InvariantCulture, $"<rect class=\"m{method}\" x=\"{Html.Number((week + 0.12) * 1000 / weeks.Count)}\" y=\"{Html.Number(top)}\" width=\"{Html.Number(760d / weeks.Count)}\" height=\"{Html.Number(height)}\"><title>{Html.Text(title)}</title></rect>");
                    below += cents;
                }
            }
        }

        return Plot(scale, shapes.ToString(), weeks, "What was paid in each week, by method.");
    }

    private static string Area(List<double> values, Scale scale, string name)
    {
        var points = string.Join(' ', values.Select((value, i) => $"{Html.Number((i + 0.5) * 1000 / values.Count)},{Html.Number(scale.Y(value))}"));
        var (first, last) = (Html.Number(500d / values.Count), Html.Number((values.Count - 0.5) * 1000 / values.Count));
        var zero = Html.Number(scale.Y(0));
        return $"<polygon class=\"area {name}\" points=\"{first},{zero} {points} {last},{zero}\"/><polyline class=\"line {name}\" points=\"{points}\"/>";
    }

    // Nothing to see but the week's figures, for whoever points at it.
    private static string Column(int week, int weeks, string title) =>
        $"<rect class=\"point\" x=\"{Html.Number(week * 1000d / weeks)}\" y=\"0\" width=\"{Html.Number(1000d / weeks)}\" height=\"100\"><title>{Html.Text(title)}</title></rect>";

    private static string Title(WeekFigures week) => $"Week {week.Week}, {Html.Day(week.Day)}";

    private static string Plot(Scale scale, string shapes, IReadOnlyList<WeekFigures> weeks, string says)
    {
        var marks = scale.Marks.Select(mark => (Top: Html.Number(scale.Y(mark)), Label: Euros.Round((decimal)Math.Abs(mark)), IsZero: Math.Abs(mark) < scale.Step / 2)).ToList();
        var grid = string.Concat(marks.Select(mark => $"<line class=\"grid{(mark.IsZero ? " zero" : string.Empty)}\" x1=\"0\" x2=\"1000\" y1=\"{mark.Top}\" y2=\"{mark.Top}\"/>"));
        var amounts = string.Concat(marks.Select(mark => $"<span style=\"top:{mark.Top}%\">{mark.Label}</span>"));
        return $"""
            <div class="plot">
            <div class="amounts" aria-hidden="true">{amounts}</div>
            <svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label="{Html.Text(says)}">{grid}{shapes}</svg>
            <div class="months" aria-hidden="true">{Months(weeks)}</div>
            </div>
            """;
    }

    private static string Months(IReadOnlyList<WeekFigures> weeks)
    {
        var starts = Enumerable.Range(0, weeks.Count).Where(i => i == 0 || weeks[i].Day.Month != weeks[i - 1].Day.Month).ToList();
        var every = (starts.Count + MostLabels - 1) / MostLabels;
        return string.Concat(starts.Where((_, i) => i % every == 0).Select(i =>
            $"<span style=\"left:{Html.Number(i * 100d / weeks.Count)}%\">{weeks[i].Day.ToString(every > 1 ? "MM/yy" : "MMM", CultureInfo.InvariantCulture)}</span>"));
    }
}
