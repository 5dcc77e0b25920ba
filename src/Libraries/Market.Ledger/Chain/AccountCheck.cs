using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Ledger.Chain;

/// <summary>Verifies the operations of one account, in their order, and its kept state. Sums wrap around rather than throw: what is verified may hold anything.</summary>
internal sealed class AccountCheck(string accountId, AccountHead? kept, long announced, Currency currency, Action<Finding> report)
{
    private bool _broken;

    private bool _empty = true;

    private long _sequence;

    private long _balance;

    private string _hash = string.Empty;

    private DateTimeOffset? _recordedAt;

    public void Add(Operation operation)
    {
        _empty = false;
        if (!_broken && Judge(operation) is { } finding)
        {
            _broken = true;
            report(finding with { AccountId = accountId, OperationId = operation.Id, Sequence = operation.Sequence });
        }

        if (operation.Amount.Currency == currency)
        {
            _balance += operation.Amount.MinorUnits;
        }

        _sequence = operation.Sequence;
        _hash = operation.Hash;
        _recordedAt = operation.RecordedAt;
    }

    public void AddUnreadable(string? operationId, long? sequence)
    {
        _empty = false;
        _broken = true;
        report(new Finding(Misfit.Unreadable) { AccountId = accountId, OperationId = operationId, Sequence = sequence });
    }

    public void End()
    {
        if (kept is null)
        {
            if (!_empty)
            {
                report(new Finding(Misfit.HeadMissing) { AccountId = accountId });
            }

            return;
        }

        Compare(Misfit.HeadBalance, CanonicalText.Number(_balance), CanonicalText.Number(kept.Balance.MinorUnits));
        Compare(Misfit.HeadSequence, CanonicalText.Number(_sequence), CanonicalText.Number(kept.Sequence));
        Compare(Misfit.HeadHash, _hash, kept.Hash);
        Compare(Misfit.HeadRecordedAt, Instant(_recordedAt), Instant(kept.LastRecordedAt));
        Compare(Misfit.HeadPending, CanonicalText.Number(announced), CanonicalText.Number(kept.Pending));
    }

    private static string Instant(DateTimeOffset? instant) => instant is { } known ? CanonicalText.Instant(known) : string.Empty;

    private Finding? Judge(Operation operation)
    {
        if (operation.AccountId != accountId)
        {
            return new Finding(Misfit.WrongAccount) { Expected = accountId, Found = operation.AccountId };
        }

        if (operation.Amount.Currency != currency)
        {
            return new Finding(Misfit.WrongCurrency) { Expected = currency.Code, Found = operation.Amount.Currency?.Code };
        }

        if (operation.Sequence != _sequence + 1)
        {
            return new Finding(operation.Sequence > _sequence ? Misfit.Gap : Misfit.PlaceTaken)
            {
                Expected = CanonicalText.Number(_sequence + 1),
                Found = CanonicalText.Number(operation.Sequence),
            };
        }

        if (operation.PreviousHash != _hash)
        {
            return new Finding(Misfit.WrongPrevious) { Expected = _hash, Found = operation.PreviousHash };
        }

        if (OperationHash.Of(operation) is var hash && hash != operation.Hash)
        {
            return new Finding(Misfit.Changed) { Expected = hash, Found = operation.Hash };
        }

        if (VatSplit.IsMalformed(operation))
        {
            return new Finding(Misfit.WrongVat) { Expected = CanonicalText.Number(unchecked(-operation.Amount.MinorUnits)), Found = operation.Details[VatSplit.DetailName] };
        }

        return operation.RecordedAt < _recordedAt
            ? new Finding(Misfit.RecordedBackwards) { Expected = Instant(_recordedAt), Found = Instant(operation.RecordedAt) }
            : null;
    }

    private void Compare(Misfit misfit, string expected, string found)
    {
        if (expected != found)
        {
            report(new Finding(misfit) { AccountId = accountId, Expected = expected, Found = found });
        }
    }
}
