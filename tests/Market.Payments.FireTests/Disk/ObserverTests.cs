using Market.Ledger;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Payments.FireTests.Disk;

/// <summary>Another module is told of an operation once it is written, and may read it without YesSql's session, which writes late.</summary>
public sealed class ObserverTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task Who_is_told_finds_the_operation_and_the_balance_by_sql()
    {
        var account = await fixture.Market.OpenAccountAsync();

        var (operation, seen) = await fixture.Market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var reader = ActivatorUtilities.CreateInstance<SqlReader>(services);
                var store = ActivatorUtilities.CreateInstance<YesSqlLedgerStore>(services, new PaymentObservers([reader]));
                var ledger = new Ledger.Ledger(store, services.GetRequiredService<IMarketTerms>(), RisingId.New, () => DateTime.UtcNow);
                return (Assert.IsType<PostingResult.Posted>(await ledger.PostAsync(TestBooks.Payment(account, 12.50m))).Operation, reader.Seen);
            },
            _ => true));

        Assert.Equal([(operation.Id, 1_250)], seen);
    }

    private sealed class SqlReader(ISession session, LedgerTables tables) : IPaymentObserver
    {
        public List<(string Operation, long Balance)> Seen { get; } = [];

        public async Task PostedAsync(Operation operation) => Seen.AddRange(await tables.QueryAsync<(string, long)>(
            session,
            $"SELECT o.[OperationId], a.[Balance] FROM {tables.Operations} o INNER JOIN {tables.Accounts} a ON a.[AccountId] = o.[AccountId] WHERE o.[OperationId] = @id",
            new { id = operation.Id }));

        public Task PendingAsync(PendingPayment payment) => Task.CompletedTask;
    }
}
