using System.Globalization;
using Market.Orders.Models;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Ordering;

/// <summary>Says which products are short, and how many of each there are.</summary>
public sealed class ShortageSentences(IStringLocalizer<ShortageSentences> S)
{
    /// <summary>One sentence a product, in the language of the request.</summary>
    public string For(IEnumerable<Shortage> shortages)
    {
        ArgumentNullException.ThrowIfNull(shortages);
        return string.Join(' ', shortages.Select(For));
    }

    private string For(Shortage shortage)
    {
        var most = shortage.SoldBy is SoldBy.Weight ? LineWords.Weight(shortage.Most) : shortage.Most.ToString(CultureInfo.CurrentCulture);
        return shortage switch
        {
            { IsPerAccount: true } => S["One order may hold {1} of {0} at most.", shortage.Name, most],
            { Most: 0 } => S["{0} is sold out.", shortage.Name],
            { Held: 0 } => S["Only {1} left of {0}.", shortage.Name, most],
            _ => S["You can have {1} of {0} at most: no more is left.", shortage.Name, most],
        };
    }
}
