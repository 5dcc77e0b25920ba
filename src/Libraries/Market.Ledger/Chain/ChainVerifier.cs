using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;

namespace Market.Ledger.Chain;

/// <summary>
/// Recomputes a market's books from their operations and says what does not fit: of each account the first operation, its kept state,
/// of each kind of closing the first one, and the files that closed years keep. It is fed account by account and keeps nothing of what went by, so its memory depends on
/// the number of closings only. It never throws for what it is fed, but for a caller who feeds it out of order.
/// </summary>
public sealed class ChainVerifier : IDisposable
{
    /// <summary>How many findings a report lists.</summary>
    public const int MaxFindings = 1000;

    private readonly Currency _currency;

    private readonly ClosingCheck _closings;

    private readonly YearFileCheck _files;

    private readonly List<Finding> _findings = [];

    private AccountCheck? _account;

    private string? _lastAccount;

    private long _findingCount;

    private long _accounts;

    private long _operations;

    private long _balance;

    private long _pending;

    /// <summary>Begins a verification.</summary>
    /// <param name="currency">The market's currency.</param>
    /// <param name="closings">All closings, in any order.</param>
    /// <param name="files">The records of all files that closed years keep, in any order; each is read by <see cref="Read(YearFile, YearFileReading)"/>.</param>
    public ChainVerifier(Currency currency, IEnumerable<Closing> closings, IEnumerable<YearFile>? files = null)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(closings);
        _currency = currency;
        _closings = new ClosingCheck(closings);
        _files = new YearFileCheck(files ?? []);
    }

    /// <summary>How far it is.</summary>
    public VerificationProgress Progress => new(_accounts, _operations);

    /// <summary>Ends the account before and goes on to the next. Every account comes once, sorted ordinally; one that only operations name comes too.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kept">Its kept state, where it has one.</param>
    /// <param name="announced">The sum of its announced payments, in minor units.</param>
    /// <exception cref="ArgumentException">It does not come after the last one.</exception>
    public void Open(string accountId, AccountHead? kept, long announced = 0)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        if (_lastAccount is not null && string.CompareOrdinal(_lastAccount, accountId) >= 0)
        {
            throw new ArgumentException($"Accounts come sorted ordinally, each once: {accountId} after {_lastAccount}.", nameof(accountId));
        }

        EndAccount();
        _lastAccount = accountId;
        _account = new AccountCheck(accountId, kept, announced, _currency, Report);
        _closings.Open(accountId);
        _pending += announced;
    }

    /// <summary>Verifies the next operation of the account.</summary>
    /// <exception cref="InvalidOperationException">No account is open.</exception>
    public void Add(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var account = _account ?? throw new InvalidOperationException("An account is opened before its operations.");
        _operations++;
        account.Add(operation);
        if (operation.Amount.Currency == _currency)
        {
            _balance += operation.Amount.MinorUnits;
            _closings.Add(operation);
            _files.Add(operation);
        }
    }

    /// <summary>Takes note of what a file that a closed year keeps holds now.</summary>
    public void Read(YearFile file, YearFileReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        _files.Read(file, reading);
    }

    /// <summary>Verifies what is booked of payouts, once.</summary>
    /// <param name="kept">The kept head of their chain.</param>
    /// <param name="entries">All of them, by their places; none for one that cannot be read.</param>
    public void Read(PayoutHead kept, IEnumerable<PayoutEntry?> entries)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(entries);
        var check = new PayoutCheck(_currency, Report);
        foreach (var entry in entries)
        {
            check.Add(entry);
            if (entry is not null)
            {
                _closings.Add(entry);
            }
        }

        check.End(kept);
    }

    /// <summary>Verifies what happened to cash drawers, once.</summary>
    /// <param name="kept">The kept head of their chain.</param>
    /// <param name="entries">All of them, by their places; none for one that cannot be read.</param>
    public void Read(DrawerHead kept, IEnumerable<DrawerEntry?> entries)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(entries);
        var check = new DrawerCheck(_currency, Report);
        foreach (var entry in entries)
        {
            check.Add(entry);
            if (entry is not null)
            {
                _closings.Add(entry);
            }
        }

        check.End(kept);
    }

    /// <summary>Takes note of an operation of the account that is there and cannot be read.</summary>
    /// <param name="operationId">Its id, as far as it is known.</param>
    /// <param name="sequence">Its place, as far as it is known.</param>
    /// <exception cref="InvalidOperationException">No account is open.</exception>
    public void AddUnreadable(string? operationId, long? sequence)
    {
        var account = _account ?? throw new InvalidOperationException("An account is opened before its operations.");
        _operations++;
        account.AddUnreadable(operationId, sequence);
    }

    /// <summary>Ends the last account, verifies the closings and what closed years keep, and reports.</summary>
    public VerificationReport Finish()
    {
        EndAccount();
        _closings.Finish(Report);
        _files.Finish(Report);
        return new VerificationReport(
            _accounts,
            _operations,
            _closings.Count,
            new Money(_balance, _currency),
            new Money(_pending, _currency),
            _findingCount,
            _findings);
    }

    /// <inheritdoc/>
    public void Dispose() => _closings.Dispose();

    private void EndAccount()
    {
        if (_account is { } account)
        {
            account.End();
            _closings.EndAccount();
            _accounts++;
            _account = null;
        }
    }

    private void Report(Finding finding)
    {
        _findingCount++;
        if (_findings.Count < MaxFindings)
        {
            _findings.Add(finding);
        }
    }
}
