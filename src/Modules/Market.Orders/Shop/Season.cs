using System.Globalization;

namespace Market.Orders.Shop;

/// <summary>The months in which there is some of a product, both of them included; from November to February too.</summary>
/// <param name="From">The first month, 1 to 12.</param>
/// <param name="To">The last month, 1 to 12.</param>
public sealed record Season(int From, int To)
{
    private const int Months = 12;

    /// <summary>The season of these months; none where one of them is no month.</summary>
    public static Season? Of(int from, int to) => from is >= 1 and <= Months && to is >= 1 and <= Months ? new Season(from, to) : null;

    /// <summary>Whether a day is in it.</summary>
    public bool Holds(DateOnly day) => From <= To ? day.Month >= From && day.Month <= To : day.Month >= From || day.Month <= To;

    /// <summary>As the reader's language names the months: <c>June – September</c>.</summary>
    public string InWords() => From == To ? Name(From) : $"{Name(From)} – {Name(To)}";

    /// <summary>A month's name in the reader's language.</summary>
    public static string Name(int month) => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month);
}
