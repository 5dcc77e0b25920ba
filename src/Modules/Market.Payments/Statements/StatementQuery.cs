using System.Globalization;
using Microsoft.AspNetCore.Routing;

namespace Market.Payments.Statements;

/// <summary>What of a statement is asked for, as its form sends it.</summary>
public class StatementQuery
{
    /// <summary>The longest text that is searched for.</summary>
    private const int MaxSearch = 100;

    /// <summary>The first day, as the browser sends it.</summary>
    public string? From { get; set; }

    /// <summary>The last day: the statement is that of the account as of this day.</summary>
    public string? To { get; set; }

    /// <summary>Words, an amount or a reference.</summary>
    public string? Search { get; set; }

    public DateOnly? FirstDay => Day(From);

    public DateOnly? LastDay => Day(To);

    /// <summary>What is searched for; none where nothing is.</summary>
    public string? Searched => string.IsNullOrWhiteSpace(Search) ? null : Search.Trim() is { Length: > MaxSearch } longer ? longer[..MaxSearch] : Search.Trim();

    /// <summary>Whether both days can be read, the first one first.</summary>
    public bool IsReadable => (string.IsNullOrEmpty(From) || FirstDay is not null) && (string.IsNullOrEmpty(To) || LastDay is not null) && !(FirstDay > LastDay);

    public bool IsNarrowed => FirstDay is not null || LastDay is not null || Searched is not null;

    /// <summary>The query as an address has it.</summary>
    public RouteValueDictionary ToRoute(string? accountId = null)
    {
        var route = new RouteValueDictionary();
        Put("id", accountId);
        Put("from", FirstDay is null ? null : From);
        Put("to", LastDay is null ? null : To);
        Put("search", Searched);
        return route;

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                route[name] = value;
            }
        }
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
