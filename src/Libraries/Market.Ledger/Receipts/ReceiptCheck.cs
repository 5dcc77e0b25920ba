using Market.Ledger.Chain;

namespace Market.Ledger.Receipts;

/// <summary>
/// Verifies the chain of receipts, in the order of their numbers, and the kept head: the first that does not fit is named, and what follows
/// from it is not.
/// </summary>
public sealed class ReceiptCheck
{
    private ReceiptHead _head = ReceiptHead.None;

    private bool _broken;

    /// <summary>Looks at the next receipt.</summary>
    /// <param name="receipt">The receipt; none where it cannot be read.</param>
    /// <returns>How it does not fit; none where it does, or where one before it did not.</returns>
    public Finding? Add(IssuedReceipt? receipt)
    {
        var finding = _broken ? null : Judge(receipt);
        _broken |= finding is not null;
        _head = receipt is null ? _head with { Number = _head.Number + 1 } : ReceiptHead.Of(receipt);
        return finding is null ? null : finding with { AccountId = receipt?.AccountId, Sequence = receipt?.Number };
    }

    /// <summary>Looks at the kept head once all receipts are looked at: the newest ones are missed by it alone.</summary>
    /// <param name="kept">Where the chain stands, as it was kept when the last receipt was issued.</param>
    /// <returns>How it does not fit; none where it does.</returns>
    public Finding? End(ReceiptHead kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return (kept.Number, kept.Hash) == (_head.Number, _head.Hash) ? null : new Finding(Misfit.ReceiptHead) { Expected = Text(_head), Found = Text(kept) };
    }

    private static string Text(ReceiptHead head) => $"{CanonicalText.Number(head.Number)} {head.Hash}";

    private Finding? Judge(IssuedReceipt? receipt)
    {
        if (receipt is null || receipt.Payments is not { Count: > 0 })
        {
            return new Finding(Misfit.ReceiptChanged);
        }

        var number = _head.Number + 1;
        return receipt.Number != number ? new Finding(Misfit.ReceiptGap) { Expected = CanonicalText.Number(number), Found = CanonicalText.Number(receipt.Number) }
            : receipt.PreviousHash != _head.Hash ? new Finding(Misfit.ReceiptChanged) { Expected = _head.Hash, Found = receipt.PreviousHash }
            : ReceiptHash.Of(receipt) is var hash && hash != receipt.Hash ? new Finding(Misfit.ReceiptChanged) { Expected = hash, Found = receipt.Hash }
            : null;
    }
}
