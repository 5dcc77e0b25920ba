using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Statements;

/// <summary>The running balance of a page is the balance less what is newer than the page.</summary>
public sealed class StatementReader(ISession session, LedgerTables tables, IMarketTerms terms) : IStatements
{
    public async Task<Statement> ReadAsync(string accountId, int skip, int take)
    {
        var currency = (await terms.GetAsync()).Currency;
        var head = (await tables.QueryAsync<Head>(
            session, $"SELECT [Balance], [Pending], [Sequence] FROM {tables.Accounts} WHERE [AccountId] = @accountId", new { accountId })).SingleOrDefault() ?? new Head();

        // Bounded by the head just read, so that an operation posted meanwhile shifts neither the page nor its balances.
        var last = head.Sequence - skip;
        var first = last - take;
        var operations = (await session
            .Query<Operation, OperationIndex>(index => index.AccountId == accountId && index.Sequence <= last && index.Sequence > first, LedgerCollection.Name)
            .OrderByDescending(index => index.Sequence)
            .NoDuplicates()
            .ListAsync()).ToList();
        var newer = skip == 0 ? 0 : (await tables.QueryAsync<decimal?>(
            session,
            $"SELECT SUM([Amount]) FROM {tables.Operations} WHERE [AccountId] = @accountId AND [Sequence] > @last AND [Sequence] <= @head",
            new { accountId, last, head = head.Sequence })).Single() ?? 0;
        var balance = new Money(head.Balance, currency);
        var ids = operations.Select(operation => operation.Id).ToArray();
        var reversals = (await session
            .QueryIndex<OperationIndex>(index => index.AccountId == accountId && index.Reverses.IsIn(ids), LedgerCollection.Name)
            .ListAsync()).Select(index => index.Reverses!);
        return new Statement(
            new Balances(balance, new Money(head.Pending, currency)),
            (int)head.Sequence,
            StatementLine.Running(operations, balance - new Money((long)newer, currency)),
            reversals.ToHashSet(StringComparer.Ordinal));
    }

    public async Task<Operation?> FindAsync(string accountId, string operationId) => await session
        .Query<Operation, OperationIndex>(index => index.OperationId == operationId && index.AccountId == accountId, LedgerCollection.Name)
        .FirstOrDefaultAsync();

    public async Task<Operation?> FindByKeyAsync(string accountId, string idempotencyKey)
    {
        var hash = KeyHash.Of(idempotencyKey);
        return await session
            .Query<Operation, OperationIndex>(index => index.KeyHash == hash && index.AccountId == accountId, LedgerCollection.Name)
            .FirstOrDefaultAsync();
    }

    private sealed class Head
    {
        public long Balance { get; set; }

        public long Pending { get; set; }

        public long Sequence { get; set; }
    }
}
