using Market.Ledger.Receipts;
using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Counter.Receipts;

/// <summary>Keeps receipts, and how often each was handed over, in the session of its scope.</summary>
public sealed class ReceiptStore(ISession session, ReceiptTables tables)
{
    public async Task<ReceiptDocument?> FindAsync(long number) => await session
        .Query<ReceiptDocument, ReceiptIndex>(index => index.Number == number, CounterCollection.Name)
        .FirstOrDefaultAsync();

    public async Task<ReceiptDocument?> FindByTokenAsync(string token)
    {
        var hash = ReceiptIndex.HashOf(token);
        return await session.Query<ReceiptDocument, ReceiptIndex>(index => index.TokenHash == hash, CounterCollection.Name).FirstOrDefaultAsync();
    }

    /// <summary>Has whoever else issues one wait until this transaction ends.</summary>
    /// <returns>Where the chain stands.</returns>
    public Task<ReceiptHead> LockAsync() => tables.LockAsync();

    /// <summary>Where the chain stands as it is committed, and the highest number there is.</summary>
    public Task<(ReceiptHead Kept, long? Last)> ReadHeadAsync() => tables.ReadAsync();

    /// <summary>The numbers of the receipts that these payments and deposits are on, by operation; those that are on none are left out.</summary>
    public async Task<IReadOnlyDictionary<string, long>> FindNumbersAsync(IReadOnlyCollection<string> operationIds) =>
        (await operationIds.FindInPartsAsync(some => session.QueryIndex<ReceiptPaymentIndex>(index => index.OperationId.IsIn(some), CounterCollection.Name).ListAsync()))
            .ToDictionary(index => index.OperationId, index => index.Number, StringComparer.Ordinal);

    /// <summary>The newest receipts of an account.</summary>
    public async Task<IReadOnlyList<IssuedReceipt>> ListAsync(string accountId, int take) => await ReadAsync(
        session.Query<ReceiptDocument, ReceiptIndex>(index => index.AccountId == accountId, CounterCollection.Name).OrderByDescending(index => index.Number), 0, take);

    /// <summary>A page of all receipts, the newest first.</summary>
    public Task<IReadOnlyList<IssuedReceipt>> ListAsync(int skip, int take) => ReadAsync(
        session.Query<ReceiptDocument, ReceiptIndex>(CounterCollection.Name).OrderByDescending(index => index.Number), skip, take);

    /// <summary>A page of all receipts by their numbers, which the session lets go of.</summary>
    /// <param name="after">The number that the page comes after.</param>
    /// <param name="take">How many.</param>
    public async Task<IReadOnlyList<IssuedReceipt>> ListAfterAsync(long after, int take)
    {
        var documents = (await session.Query<ReceiptDocument, ReceiptIndex>(index => index.Number > after, CounterCollection.Name)
            .OrderBy(index => index.Number).NoDuplicates().Take(take).ListAsync()).ToList();
        documents.ForEach(document => session.Detach(document, CounterCollection.Name));
        return [.. documents.Select(document => document.Receipt)];
    }

    public Task<int> CountAsync() => session.QueryIndex<ReceiptIndex>(CounterCollection.Name).CountAsync();

    /// <summary>Adds a receipt, and keeps that the chain goes up to it, once it is locked.</summary>
    public async Task AddAsync(ReceiptDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        await session.SaveAsync(document, collection: CounterCollection.Name);
        await session.FlushAsync();
        await tables.KeepAsync(document.Receipt);
    }

    /// <summary>How often a receipt was handed over, the first time first.</summary>
    public async Task<IReadOnlyList<ReceiptHandout>> ListHandoutsAsync(long number) =>
    [
        .. (await session.Query<ReceiptHandout, ReceiptHandoutIndex>(index => index.Number == number, CounterCollection.Name).ListAsync())
            .OrderBy(handout => handout.Ordinal),
    ];

    public Task AddAsync(ReceiptHandout handout) => session.SaveAsync(handout, collection: CounterCollection.Name);

    /// <summary>Forgets that a receipt was handed over, which it was not: its mail could not be sent.</summary>
    public async Task RemoveAsync(ReceiptHandout handout)
    {
        ArgumentNullException.ThrowIfNull(handout);
        var (number, ordinal) = (handout.Number, handout.Ordinal);
        if (await session.Query<ReceiptHandout, ReceiptHandoutIndex>(index => index.Number == number && index.Ordinal == ordinal, CounterCollection.Name).FirstOrDefaultAsync() is { } kept)
        {
            session.Delete(kept, CounterCollection.Name);
        }
    }

    private static async Task<IReadOnlyList<IssuedReceipt>> ReadAsync(IQuery<ReceiptDocument, ReceiptIndex> query, int skip, int take) =>
        [.. (await query.NoDuplicates().Skip(skip).Take(take).ListAsync()).Select(document => document.Receipt)];
}
