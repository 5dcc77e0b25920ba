using Market.Ledger.Chain;

namespace Market.Ledger.Receipts;

/// <summary>Verifies the chain of receipts, in the order of their numbers: the first that does not fit is named, and what follows from it is not.</summary>
public sealed class ReceiptCheck
{
    private IssuedReceipt? _last;

    private bool _broken;

    /// <summary>Looks at the next receipt.</summary>
    /// <param name="receipt">The receipt; none where it cannot be read.</param>
    /// <returns>How it does not fit; none where it does, or where one before it did not.</returns>
    public Finding? Add(IssuedReceipt? receipt)
    {
        var finding = _broken ? null : Judge(receipt);
        _broken |= finding is not null;
        _last = receipt;
        return finding is null ? null : finding with { AccountId = receipt?.AccountId, Sequence = receipt?.Number };
    }

    private Finding? Judge(IssuedReceipt? receipt)
    {
        if (receipt is null || receipt.Payments is not { Count: > 0 })
        {
            return new Finding(Misfit.ReceiptChanged);
        }

        var number = (_last?.Number ?? 0) + 1;
        var previous = _last?.Hash ?? string.Empty;
        return receipt.Number != number ? new Finding(Misfit.ReceiptGap) { Expected = CanonicalText.Number(number), Found = CanonicalText.Number(receipt.Number) }
            : receipt.PreviousHash != previous ? new Finding(Misfit.ReceiptChanged) { Expected = previous, Found = receipt.PreviousHash }
            : ReceiptHash.Of(receipt) is var hash && hash != receipt.Hash ? new Finding(Misfit.ReceiptChanged) { Expected = hash, Found = receipt.Hash }
            : null;
    }
}
