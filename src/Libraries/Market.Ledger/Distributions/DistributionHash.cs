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
    public static string Of(DistributionClosing closing) => Form(closing).Hash();

    /// <summary>The text that is hashed: every field but <see cref="DistributionClosing.Hash"/>, in one fixed order.</summary>
    public static string Canonical(DistributionClosing closing) => Form(closing).Text();

    private static CanonicalForm Form(DistributionClosing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var form = Orders(
            CanonicalForm.Begin(Format)
                .Line("distribution"u8, closing.DistributionId)
                .Line("number"u8, closing.Number)
                .Line("day"u8, closing.Day)
                .Line("currency"u8, closing.Currency.Code)
                .Line("orders"u8, closing.Orders.Count),
            closing.Orders);
        foreach (var payment in closing.Announced)
        {
            form.Line("announced"u8, payment);
        }

        return form
            .Line("open"u8, string.Join(' ', closing.Matters))
            .Line("reason"u8, closing.Reason)
            .Line("closed-at"u8, closing.ClosedAt)
            .Line("closed-by"u8, closing.ClosedBy);
    }

    internal static CanonicalForm Orders(CanonicalForm form, IEnumerable<SheetOrder> orders)
    {
        foreach (var order in orders)
        {
            form.Line("order"u8, order.OrderId)
                .Line("account"u8, order.AccountId)
                .Line("ordered"u8, order.Ordered.MinorUnits)
                .Line("posted"u8, order.Posted.MinorUnits)
                .Line("due"u8, order.Due.MinorUnits)
                .Line("paid"u8, order.Paid.MinorUnits)
                .Line("collected"u8, order.Collected ? 1 : 0);
        }

        return form;
    }
}
