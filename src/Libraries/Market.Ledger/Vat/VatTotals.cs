using Market.Ledger.Amounts;

namespace Market.Ledger.Vat;

/// <summary>What operations sold by rates of VAT, and what they sold without saying a rate.</summary>
/// <param name="currency">What their amounts are of.</param>
public sealed class VatTotals(Currency currency)
{
    /// <summary>What was sold by rates, less what was taken back.</summary>
    public VatSplit Split { get; private set; } = VatSplit.None(currency);

    /// <summary>How many operations sold or took back something and have no split.</summary>
    public int WithoutSplit { get; private set; }

    /// <summary>What those sold, less what they took back; positive is sold.</summary>
    public Money SoldWithoutSplit { get; private set; } = Money.Zero(currency);

    /// <summary>Takes an operation in; one that sells nothing changes nothing.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">Its kind, or that of the operation it reverses; none where nobody knows that any more.</param>
    /// <exception cref="OverflowException">A sum does not fit.</exception>
    public void Add(Operation operation, OperationKind? kind)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (kind is not (OperationKind.Order or OperationKind.Fee))
        {
            return;
        }

        if (VatSplit.Read(operation) is { } split)
        {
            Split = VatSplit.Sum([Split, split], currency);
        }
        else
        {
            WithoutSplit++;
            SoldWithoutSplit -= operation.Amount;
        }
    }
}
