using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Ledger.Payouts;

namespace Market.Ledger.Chain;

/// <summary>
/// Recomputes a market's books from their operations and says what does not fit: of each account the first operation, its kept state,
/// of each kind of closing the first one, and the files that closed years keep. Accounts are verified several at once by
/// <see cref="VerifyAsync"/>, or one after another by <see cref="Open"/> and <see cref="Add"/>. It keeps nothing of what went by, so its memory depends
/// on the number of closings only. It never throws for what it is fed, but for a caller who feeds it out of order.
/// </summary>
public sealed class ChainVerifier : IDisposable
{
    /// <summary>How many findings a report lists.</summary>
    public const int MaxFindings = 1000;

    private const int AccountsInBlock = 32;

    private readonly Currency _currency;

    private readonly ClosingCheck _closings;

    private readonly YearFileCheck _files;

    private readonly FindingList _findings = new();

    private AccountVerification? _open;

    private string? _lastAccount;

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
        _files = new YearFileCheck([.. (files ?? []).OrderBy(file => file.Number)]);
    }

    /// <summary>How far it is.</summary>
    public VerificationProgress Progress => new(_accounts, _operations);

    /// <summary>
    /// Verifies all accounts, blocks of them at once. Every account comes once, sorted ordinally; one that only operations name comes too.
    /// </summary>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="verify">Verifies a block of them: begins each by <see cref="Begin"/> and adds its operations. It is asked for several blocks at once.</param>
    /// <param name="atOnce">How many blocks at once.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">They are not sorted.</exception>
    public async Task VerifyAsync(
        IEnumerable<string> accountIds,
        Func<string[], Task<AccountVerification[]>> verify,
        int atOnce,
        Action<VerificationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        ArgumentNullException.ThrowIfNull(verify);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        var underWay = new Queue<Task<AccountVerification[]>>();
        try
        {
            foreach (var block in accountIds.Chunk(AccountsInBlock))
            {
                if (underWay.Count == atOnce)
                {
                    await TakeNextAsync();
                }

                underWay.Enqueue(Task.Run(() => verify(block), cancellationToken));
            }

            while (underWay.Count > 0)
            {
                await TakeNextAsync();
            }
        }
        finally
        {
            // Whoever stops it wants none of them to go on reading.
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task TakeNextAsync()
        {
            foreach (var account in await underWay.Dequeue())
            {
                Take(account);
            }

            cancellationToken.ThrowIfCancellationRequested();
            progress?.Invoke(Progress);
        }
    }

    /// <summary>Begins the verification of an account, which waits for <see cref="Take"/>. It may be called on any thread.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kept">Its kept state, where it has one.</param>
    /// <param name="announced">The sum of its announced payments, in minor units.</param>
    public AccountVerification Begin(string accountId, AccountHead? kept, long announced = 0)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        return new AccountVerification(accountId, kept, announced, _currency, _closings.Begin(accountId), _files.Begin());
    }

    /// <summary>Takes over the verification of an account that has all its operations.</summary>
    /// <exception cref="ArgumentException">It does not come after the last one.</exception>
    public void Take(AccountVerification account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Expect(account.AccountId);
        account.End();
        _lastAccount = account.AccountId;
        _accounts++;
        _operations += account.Operations;
        _balance += account.Balance;
        _pending += account.Announced;
        _closings.Take(account.Closings);
        _files.Take(account.Files);
        _findings.Add(account.Findings);
    }

    /// <summary>Takes over the account before and begins the next, where they come one after another.</summary>
    /// <inheritdoc cref="Begin" path="/param"/>
    /// <inheritdoc cref="Take" path="/exception"/>
    public void Open(string accountId, AccountHead? kept, long announced = 0)
    {
        TakeOpen();
        Expect(accountId);
        _open = Begin(accountId, kept, announced);
    }

    /// <summary>Verifies the next operation of the account that is open.</summary>
    /// <exception cref="InvalidOperationException">No account is open.</exception>
    public void Add(Operation operation) => Opened().Add(operation);

    /// <summary>Takes note of an operation of the open account that is there and cannot be read.</summary>
    /// <param name="operationId">Its id, as far as it is known.</param>
    /// <param name="sequence">Its place, as far as it is known.</param>
    /// <exception cref="InvalidOperationException">No account is open.</exception>
    public void AddUnreadable(string? operationId, long? sequence) => Opened().AddUnreadable(operationId, sequence);

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
        var check = new PayoutCheck(_currency, _findings.Add);
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
        var check = new DrawerCheck(_currency, _findings.Add);
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

    /// <summary>Takes over the last account, verifies the closings and what closed years keep, and reports.</summary>
    public VerificationReport Finish()
    {
        TakeOpen();
        _closings.Finish(_findings.Add);
        _files.Finish(_findings.Add);
        return new VerificationReport(
            _accounts,
            _operations,
            _closings.Count,
            new Money(_balance, _currency),
            new Money(_pending, _currency),
            _findings.Count,
            _findings.First);
    }

    /// <inheritdoc/>
    public void Dispose() => _closings.Dispose();

    private AccountVerification Opened() => _open ?? throw new InvalidOperationException("An account is opened before its operations.");

    private void TakeOpen()
    {
        if (_open is { } account)
        {
            Take(account);
            _open = null;
        }
    }

    private void Expect(string accountId)
    {
        if (_lastAccount is not null && string.CompareOrdinal(_lastAccount, accountId) >= 0)
        {
            throw new ArgumentException($"Accounts come sorted ordinally, each once: {accountId} after {_lastAccount}.", nameof(accountId));
        }
    }
}
