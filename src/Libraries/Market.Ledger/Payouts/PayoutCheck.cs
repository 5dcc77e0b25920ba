using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Payouts;

/// <summary>Verifies the chain of payouts: the first entry that does not fit, and the kept head.</summary>
internal sealed class PayoutCheck(Currency currency, Action<Finding> report)
{
    private PayoutHead _head = new(0, string.Empty);

    private bool _broken;

    public void Add(PayoutEntry? entry)
    {
        if (!_broken && Judge(entry) is { } finding)
        {
            _broken = true;
            report(finding with { PayoutId = entry?.PayoutId, Sequence = entry?.Sequence });
        }

        _head = entry is null ? _head with { Sequence = _head.Sequence + 1 } : _head.After(entry);
    }

    public void End(PayoutHead kept)
    {
        var (expected, found) = (Text(_head), Text(kept));
        if (expected != found)
        {
            report(new Finding(Misfit.PayoutHead) { Expected = expected, Found = found });
        }
    }

    private static string Text(PayoutHead head) => $"{CanonicalText.Number(head.Sequence)} {head.Hash}";

    private Finding? Judge(PayoutEntry? entry) => entry switch
    {
        null => new Finding(Misfit.PayoutUnreadable),
        _ when entry.Sequence != _head.Sequence + 1 => new Finding(Misfit.PayoutGap)
        {
            Expected = CanonicalText.Number(_head.Sequence + 1),
            Found = CanonicalText.Number(entry.Sequence),
        },
        _ when entry.Amount.Currency != currency || entry.Fees.Currency != currency => new Finding(Misfit.PayoutChanged) { Expected = currency.Code, Found = entry.Amount.Currency?.Code },
        _ when entry.PreviousHash != _head.Hash => new Finding(Misfit.PayoutChanged) { Expected = _head.Hash, Found = entry.PreviousHash },
        _ when PayoutHash.Of(entry) is var hash && hash != entry.Hash => new Finding(Misfit.PayoutChanged) { Expected = hash, Found = entry.Hash },
        _ when entry.RecordedAt < _head.LastRecordedAt => new Finding(Misfit.PayoutChanged)
        {
            Expected = CanonicalText.Instant(_head.LastRecordedAt!.Value),
            Found = CanonicalText.Instant(entry.RecordedAt),
        },
        _ => null,
    };
}
