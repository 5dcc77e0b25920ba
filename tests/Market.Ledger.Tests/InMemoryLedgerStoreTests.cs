using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;

namespace Market.Ledger.Tests;

public class InMemoryLedgerStoreTests : LedgerStoreContract
{
    private readonly InMemoryLedgerStore _store = new(Currency.Euro);

    [Fact]
    public void Changing_an_account_keeps_what_stands_in_it()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        market.Done(market.Announcement(3));
        market.Store.SetAccount(TestMarket.Account, isOpen: false, floor: TestMarket.Euros(-1));
        Assert.Equal(
            new AccountHead(TestMarket.Account, false, TestMarket.Euros(5), 1, payment.Hash, TestMarket.Euros(-1)) { LastRecordedAt = payment.RecordedAt, Pending = 300 },
            market.Head());
    }

    [Fact]
    public void One_transaction_at_a_time()
    {
        using (var transaction = _store.Begin())
        {
            Assert.Throws<InvalidOperationException>(_store.Begin);
            _store.SetAccount("a");
            transaction.Commit();
        }

        using (_store.Begin())
        {
            _store.SetAccount("b");
        }

        Assert.Equal(["a"], _store.AccountIds);
    }

    protected override Task<string> OpenAccountAsync()
    {
        var account = $"account-{_store.AccountIds.Count()}";
        _store.SetAccount(account);
        return Task.FromResult(account);
    }

    protected override async Task RunAsync(Func<LedgerStores, Task> work, bool commit = true)
    {
        using var transaction = _store.Begin();
        await work(new LedgerStores(_store, _store, _store));
        if (commit)
        {
            transaction.Commit();
        }
    }
}
