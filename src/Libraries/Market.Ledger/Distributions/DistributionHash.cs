using System.Globalization;
using System.Text;
using Market.Ledger.Chain;

namespace Market.Ledger.Distributions;

/// <summary>
/// Seals the closing of a distribution. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in
/// <c>docs/distribution-format.md</c>.
/// </summary>
public static class DistributionHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-distribution/1";

    /// <summary>The hash this closing must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(DistributionClosing closing) => CanonicalText.Hash(Canonical(closing));

    /// <summary>The text that is hashed: every field but <see cref="DistributionClosing.Hash"/>, in one fixed order.</summary>
    public static string Canonical(DistributionClosing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var text = Orders(
            new StringBuilder(Format).Append('\n')
                .Line("distribution", closing.DistributionId)
                .Line("number", closing.Number)
                .Line("day", closing.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Line("currency", closing.Currency.Code)
                .Line("orders", closing.Orders.Count),
            closing.Orders);
        foreach (var payment in closing.Announced)
        {
            text.Line("announced", payment);
        }

        return text
            .Line("open", string.Join(' ', closing.Matters))
            .Line("reason", closing.Reason)
            .Line("closed-at", closing.ClosedAt)
            .Line("closed-by", closing.ClosedBy)
            .ToString();
    }

    internal static StringBuilder Orders(StringBuilder text, IEnumerable<SheetOrder> orders)
    {
        foreach (var order in orders)
        {
            text.Line("order", order.OrderId)
                .Line("account", order.AccountId)
                .Line("ordered", order.Ordered.MinorUnits)
                .Line("posted", order.Posted.MinorUnits)
                .Line("due", order.Due.MinorUnits)
                .Line("paid", order.Paid.MinorUnits)
                .Line("collected", order.Collected ? 1 : 0);
        }

        return text;
    }
}
