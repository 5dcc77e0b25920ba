using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Ledger.Postings;

namespace Market.Stall.Books;

/// <summary>
/// The engine over one append-only file. One caller at a time; an operation is on the disk before the memory goes ahead and before anybody is
/// answered. Where the file does not fit, what stands before can be looked at, and nothing is recorded.
/// </summary>
internal sealed class StallBooks : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly BooksFolder _folder;
    private readonly ILedger _ledger;
    private readonly OperationFile? _file;
    private InMemoryLedgerStore _store;

    private StallBooks(BooksFolder folder, BooksReading read, (OperationFile File, string? TornTo)? open, IMarketTerms terms, TimeProvider clock)
    {
        _folder = folder;
        _store = read.Store;
        _file = open?.File;
        TornTo = open?.TornTo;
        Fault = read.Fault;
        _ledger = new Ledger.Ledger(_store, terms, () => Guid.CreateVersion7().ToString("N"), () => clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The market's currency.</summary>
    public static Currency Currency => Currency.Euro;

    /// <summary>The first line that does not fit; while there is one, nothing is recorded.</summary>
    public BooksFault? Fault { get; private set; }

    /// <summary>Whether the disk has failed; until a new start, nothing is recorded.</summary>
    public bool HasFailed => _file?.HasFailed is true;

    /// <summary>Where the end of the file is that was found torn off at start.</summary>
    public string? TornTo { get; }

    /// <summary>Reads and verifies the file, and opens it to append to where it fits.</summary>
    public static async Task<StallBooks> OpenAsync(BooksFolder folder, IMarketTerms terms, TimeProvider clock)
    {
        var read = await ReadAsync(folder);
        return new StallBooks(folder, read, read.Fault is null ? OpenToAppend(folder, read, clock) : null, terms, clock);
    }

    /// <summary>Reads and verifies the file as it is on the disk.</summary>
    public static Task<BooksReading> ReadAsync(BooksFolder folder)
    {
        // The note first: what is appended in between makes the file longer than it says, never shorter.
        var noted = folder.ReadNote();
        return BooksReading.ReadAsync(folder.ReadOperations(), noted, Currency);
    }

    /// <summary>Opens an account, or does nothing where it is open.</summary>
    public Task OpenAccountAsync(string accountId) => LookAsync(store =>
    {
        store.SetAccount(accountId);
        return true;
    });

    /// <summary>Looks at the operations while nobody posts.</summary>
    public async Task<T> LookAsync<T>(Func<InMemoryLedgerStore, T> look)
    {
        await _gate.WaitAsync();
        try
        {
            return look(_store);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asks the engine to post. What it answers as posted is on the disk.</summary>
    /// <exception cref="BooksClosedException">Nothing is recorded, because the file does not fit or the disk fails.</exception>
    public async Task<PostingResult> PostAsync(Func<ILedger, Task<PostingResult>> ask)
    {
        await _gate.WaitAsync();
        try
        {
            if (_file is null || Fault is not null || HasFailed)
            {
                throw new BooksClosedException();
            }

            using var transaction = _store.Begin();
            var answer = await ask(_ledger);
            if (answer is PostingResult.Posted posted)
            {
                _file.Append(posted.Operation);
            }

            transaction.Commit();
            return answer;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BooksClosedException(fault);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Reads and verifies the file again. Where it does not fit any more, nothing is recorded from now on, and only what stands before is shown.</summary>
    public async Task<BooksReading> VerifyAsync()
    {
        await _gate.WaitAsync();
        try
        {
            var read = await ReadAsync(_folder);
            if (read.Fault is not null)
            {
                (Fault, _store) = (read.Fault, read.Store);
            }

            return read;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _gate.Dispose();
    }

    private static (OperationFile File, string? TornTo) OpenToAppend(BooksFolder folder, BooksReading read, TimeProvider clock)
    {
        var (file, tornTo) = folder.OpenToAppend(read.Torn, clock.GetUtcNow());
        folder.WriteNote(read.Last);
        return (new OperationFile(file, read.Last, folder.WriteNote), tornTo);
    }
}

/// <summary>Nothing is recorded: the file does not fit, or the disk fails.</summary>
internal sealed class BooksClosedException(Exception? cause = null) : Exception("The books take nothing.", cause);
