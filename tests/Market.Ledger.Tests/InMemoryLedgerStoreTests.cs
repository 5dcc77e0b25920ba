namespace Market.Ledger.Tests;

public class InMemoryLedgerStoreTests
{
    [Fact]
    public async Task The_store_itself_refuses_a_second_one_of_what_is_unique()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        var reversal = market.Post(market.Reversal(payment));
        var next = payment with { Id = "other", Sequence = 3, IdempotencyKey = "other" };
        foreach (var second in new[]
        {
            next with { Id = payment.Id },
            next with { IdempotencyKey = payment.IdempotencyKey },
            next with { Sequence = 2 },
            next with { Reverses = reversal.Reverses },
        })
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => market.Store.AppendAsync(second, market.Head()!.After(second)));
        }

        Assert.Equal(2, market.Store.Operations.Count);
        await market.Store.AppendAsync(next, market.Head()!.After(next));
    }

    [Fact]
    public void Changing_an_account_keeps_what_stands_in_it()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        market.Store.SetAccount(TestMarket.Account, isOpen: false, floor: TestMarket.Euros(-1));
        Assert.Equal(new AccountHead(TestMarket.Account, false, TestMarket.Euros(5), 1, payment.Hash, TestMarket.Euros(-1)) { LastRecordedAt = payment.RecordedAt }, market.Head());
    }
}
