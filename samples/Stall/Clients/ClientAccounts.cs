using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Stall.Books;

namespace Market.Stall.Clients;

/// <summary>The accounts with their clients' names.</summary>
internal sealed class ClientAccounts(StallBooks books, ClientNames names)
{
    /// <summary>One account, if it is there.</summary>
    public Task<ClientAccount?> FindAsync(string? id) => books.LookAsync(store =>
        id is not null && (names.All.ContainsKey(id) || store.AccountIds.Contains(id)) ? Read(store, id) : null);

    /// <summary>All accounts, by their clients' names. An account whose client's name was erased has its operations all the same.</summary>
    public Task<List<ClientAccount>> AllAsync() => books.LookAsync(store => names.All.Keys.Union(store.AccountIds)
        .Select(id => Read(store, id))
        .OrderBy(account => account.Name, StringComparer.CurrentCultureIgnoreCase)
        .ToList());

    private ClientAccount Read(InMemoryLedgerStore store, string id)
    {
        var operations = store.OperationsOf(id).ToList();
        return new ClientAccount(id, names.Of(id), operations, new Money(operations.Sum(operation => operation.Amount.MinorUnits), StallBooks.Currency));
    }
}
