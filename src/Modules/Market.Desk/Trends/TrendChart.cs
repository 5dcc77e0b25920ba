namespace Market.Desk.Trends;

/// <summary>What a chart's figures are.</summary>
public enum TrendUnit
{
    /// <summary>Minor units of the market's currency.</summary>
    Money,

    /// <summary>How many.</summary>
    Count,

    /// <summary>Days.</summary>
    Days,
}

/// <summary>How a chart is drawn.</summary>
public enum TrendShape
{
    Bars,

    /// <summary>Bars that stand on one another.</summary>
    Stacked,

    Lines,
}

/// <summary>A chart, which is a table as well.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Note">How its figures come about.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Unit">What its figures are.</param>
/// <param name="Columns">What stands along it: months, distributions.</param>
/// <param name="Series">Its figures.</param>
public sealed record TrendChart(string Id, string Title, string Note, TrendShape Shape, TrendUnit Unit, IReadOnlyList<string> Columns, IReadOnlyList<TrendSeries> Series);

/// <summary>One line, or one colour of bars.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Values">A figure for each column; none where there is nothing to say.</param>
public sealed record TrendSeries(string Label, IReadOnlyList<long?> Values);
