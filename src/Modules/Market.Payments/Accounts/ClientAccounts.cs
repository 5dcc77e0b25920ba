using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Accounts;

public sealed class ClientAccounts(ISession session, LedgerTables tables, OperationsToAllocate operations, IMarketTerms terms) : IClientAccounts
{
    public async Task<ClientAccount?> FindAsync(string accountId) =>
        await session.QueryIndex<ClientAccountIndex>(index => index.AccountId == accountId).FirstOrDefaultAsync() is { } index ? Account(index) : null;

    public async Task<ClientAccount?> FindByUserAsync(string userId)
    {
        await session.FlushAsync();
        var found = await tables.QueryAsync<ClientAccountIndex>(
            session,
            $"""
            SELECT c.[AccountId], c.[Number], c.[Name], c.[Reference], c.[UserId], c.[IsOpen]
            FROM {tables.ClientLogins} l INNER JOIN {tables.Clients} c ON c.[AccountId] = l.[AccountId] WHERE l.[UserId] = @userId ORDER BY c.[Number]
            """,
            new { userId });
        return found is [var first, ..] ? Account(first) : null;
    }

    public async Task<IReadOnlyDictionary<string, ClientAccount>> FindManyAsync(IReadOnlyCollection<string> accountIds)
    {
        var found = await accountIds.FindInPartsAsync(some => session.QueryIndex<ClientAccountIndex>(index => index.AccountId.IsIn(some)).ListAsync());
        return found.ToDictionary(index => index.AccountId, Account, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, ClientAccount>> FindByReferencesAsync(IReadOnlyCollection<string> references)
    {
        var found = await references.FindInPartsAsync(some => session.QueryIndex<ClientAccountIndex>(index => index.Reference.IsIn(some)).ListAsync());
        return found.ToDictionary(index => index.Reference, Account, StringComparer.Ordinal);
    }

    public async Task<Money> GetBalanceAsync(string accountId)
    {
        var balances = await tables.QueryAsync<long>(session, $"SELECT [Balance] FROM {tables.Accounts} WHERE [AccountId] = @accountId", new { accountId });
        return new Money(balances.SingleOrDefault(), (await terms.GetAsync()).Currency);
    }

    public async Task<Money?> GetFloorAsync(string accountId)
    {
        var market = await terms.GetAsync();
        return await session.QueryIndex<ClientAccountIndex>(index => index.AccountId == accountId).FirstOrDefaultAsync() is not { } account ? null
            : account.Floor is { } floor ? new Money(floor, market.Currency)
            : market.Floor;
    }

    public async Task<Allocation> GetAllocationAsync(string accountId)
    {
        await session.FlushAsync();
        return Allocation.Of((await operations.ReadAsync([accountId]))[accountId], (await terms.GetAsync()).Currency);
    }

    public async Task<IReadOnlyDictionary<string, Money>> GetOrderDebitsAsync(string distributionId)
    {
        var currency = (await terms.GetAsync()).Currency;
        var sums = await tables.QueryAsync<OrderSum>(
            session,
            $"""
            SELECT [OrderId], SUM([Amount]) AS [Amount] FROM {tables.Operations}
            WHERE [DistributionId] = @distributionId AND [OrderId] IS NOT NULL AND ([Kind] = '{OperationKind.Order}'
                OR [Reverses] IN (SELECT [OperationId] FROM {tables.Operations} WHERE [DistributionId] = @distributionId AND [Kind] = '{OperationKind.Order}'))
            GROUP BY [OrderId]
            """,
            new { distributionId });
        return sums.ToDictionary(sum => sum.OrderId, sum => new Money(-(long)sum.Amount, currency), StringComparer.Ordinal);
    }

    private static ClientAccount Account(ClientAccountIndex index) =>
        new(index.AccountId, index.Number, index.Name, index.Reference, index.UserId, index.IsOpen);

    private sealed class OrderSum
    {
        public string OrderId { get; set; } = string.Empty;

        public decimal Amount { get; set; }
    }
}
