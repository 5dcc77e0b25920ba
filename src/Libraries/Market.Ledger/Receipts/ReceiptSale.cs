using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Ledger.Receipts;

/// <summary>An order that a receipt's money is for, as it stood when the receipt was issued.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Day">The market's day it is for.</param>
/// <param name="Lines">What was sold; empty where no shop says.</param>
/// <param name="Total">What the ledger has of it, VAT included. Not negative.</param>
/// <param name="Remaining">What is still to pay of it. Between zero and the total.</param>
public sealed record ReceiptSale(string OrderId, DateOnly Day, IReadOnlyList<ReceiptLine> Lines, Money Total, Money Remaining)
{
    /// <summary>
    /// Its VAT by rate, the lowest first; none where it was not recorded by rate: the market charges none, or the order is older than this
    /// record.
    /// </summary>
    public IReadOnlyList<VatShare>? Vat { get; init; }

    /// <summary>What the ledger has of it beyond its lines, such as a change that no shop tells of. Either sign.</summary>
    /// <exception cref="OverflowException">The lines do not fit.</exception>
    public Money Unexplained() => Lines.Aggregate(Total, (rest, line) => rest - line.Cost);

    /// <summary>The VAT of an order by its debits and their reversals.</summary>
    /// <returns>None where no split says what is owed for it: there is none, or some of it was posted without one and not taken back since.</returns>
    public static IReadOnlyList<VatShare>? VatOf(IReadOnlyCollection<Operation> debits)
    {
        ArgumentNullException.ThrowIfNull(debits);
        var splits = debits.ToLookup(debit => VatSplit.Read(debit) is not null);
        return splits[true].FirstOrDefault() is { } first && splits[false].Aggregate(Money.Zero(first.Amount.Currency), (sum, debit) => sum + debit.Amount).IsZero
            ? VatSplit.Sum(splits[true].Select(VatSplit.Read).OfType<VatSplit>(), first.Amount.Currency).Shares
            : null;
    }
}
