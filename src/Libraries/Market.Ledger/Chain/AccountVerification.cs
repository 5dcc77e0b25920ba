using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Vat;

namespace Market.Ledger.Chain;

/// <summary>
/// Verifies the operations of one account, in their order, and its kept state. It shares nothing with the other accounts until
/// <see cref="ChainVerifier.Take"/> takes it over, so each may be on a thread of its own. Sums wrap around rather than throw: what is verified may
/// hold anything.
/// </summary>
public sealed class AccountVerification
{
    private readonly AccountHead? _kept;

    private readonly Currency _currency;

    private bool _broken;

    private long _sequence;

    private string _hash = string.Empty;

    private DateTimeOffset? _recordedAt;

    internal AccountVerification(string accountId, AccountHead? kept, long announced, Currency currency, AccountClosings closings, YearFileTally files)
    {
        (AccountId, Announced, Closings, Files) = (accountId, announced, closings, files);
        (_kept, _currency) = (kept, currency);
    }

    internal string AccountId { get; }

    internal long Announced { get; }

    internal AccountClosings Closings { get; }

    internal YearFileTally Files { get; }

    internal FindingList Findings { get; } = new();

    internal long Operations { get; private set; }

    internal long Balance { get; private set; }

    /// <summary>Verifies the next operation of the account.</summary>
    public void Add(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Operations++;
        if (!_broken && Judge(operation) is { } finding)
        {
            _broken = true;
            Findings.Add(finding with { AccountId = AccountId, OperationId = operation.Id, Sequence = operation.Sequence });
        }

        if (operation.Amount.Currency == _currency)
        {
            Balance += operation.Amount.MinorUnits;
            Closings.Add(operation);
            Files.Add(operation);
        }

        _sequence = operation.Sequence;
        _hash = operation.Hash;
        _recordedAt = operation.RecordedAt;
    }

    /// <summary>Takes note of an operation of the account that is there and cannot be read.</summary>
    /// <param name="operationId">Its id, as far as it is known.</param>
    /// <param name="sequence">Its place, as far as it is known.</param>
    public void AddUnreadable(string? operationId, long? sequence)
    {
        Operations++;
        _broken = true;
        Findings.Add(new Finding(Misfit.Unreadable) { AccountId = AccountId, OperationId = operationId, Sequence = sequence });
    }

    internal void End()
    {
        Closings.End();
        if (_kept is not null)
        {
            Compare(Misfit.HeadBalance, CanonicalText.Number(Balance), CanonicalText.Number(_kept.Balance.MinorUnits));
            Compare(Misfit.HeadSequence, CanonicalText.Number(_sequence), CanonicalText.Number(_kept.Sequence));
            Compare(Misfit.HeadHash, _hash, _kept.Hash);
            Compare(Misfit.HeadRecordedAt, Instant(_recordedAt), Instant(_kept.LastRecordedAt));
            Compare(Misfit.HeadPending, CanonicalText.Number(Announced), CanonicalText.Number(_kept.Pending));
        }
        else if (Operations > 0)
        {
            Findings.Add(new Finding(Misfit.HeadMissing) { AccountId = AccountId });
        }
    }

    private static string Instant(DateTimeOffset? instant) => instant is { } known ? CanonicalText.Instant(known) : string.Empty;

    private Finding? Judge(Operation operation)
    {
        if (operation.AccountId != AccountId)
        {
            return new Finding(Misfit.WrongAccount) { Expected = AccountId, Found = operation.AccountId };
        }

        if (operation.Amount.Currency != _currency)
        {
            return new Finding(Misfit.WrongCurrency) { Expected = _currency.Code, Found = operation.Amount.Currency?.Code };
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

        if (!OperationHash.Fits(operation))
        {
            return new Finding(Misfit.Changed) { Expected = OperationHash.Of(operation), Found = operation.Hash };
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
            Findings.Add(new Finding(misfit) { AccountId = AccountId, Expected = expected, Found = found });
        }
    }
}
