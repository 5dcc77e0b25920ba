using System.Globalization;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.Ordering;

/// <summary>Says what is ordered, the same on every page. Units of measure are signs, so that they are no language's.</summary>
public static class LineWords
{
    private const int GramsPerKilogram = 1_000;

    /// <summary>A weight as the reader's language writes it: "750 g", "1,25 kg".</summary>
    public static string Weight(int grams)
    {
        if (grams < GramsPerKilogram)
        {
            return string.Create(CultureInfo.CurrentCulture, $"{grams}\u00a0g");
        }

        var rest = (grams % GramsPerKilogram).ToString("000", CultureInfo.InvariantCulture).TrimEnd('0');
        var separator = rest.Length == 0 ? string.Empty : CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator;
        return string.Create(CultureInfo.CurrentCulture, $"{grams / GramsPerKilogram}{separator}{rest}\u00a0kg");
    }

    /// <summary>How much was ordered: "3 × bunch", "750 g".</summary>
    public static string Ordered(OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.SoldBy is SoldBy.Weight ? Weight(line.Quantity) : string.Create(CultureInfo.CurrentCulture, $"{line.Quantity} × {line.Unit}");
    }

    /// <summary>The price that it has by now: "2,50 €", "12,90 €/kg".</summary>
    public static string Price(OrderLine line, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Price(line.SoldBy, new Money(line.Price, currency));
    }

    /// <summary>A price, which is that of a kilogram where it is sold by weight.</summary>
    public static string Price(SoldBy soldBy, Money price) => soldBy is SoldBy.Unit ? price.ForPeople() : price.ForPeople() + "/kg";
}
