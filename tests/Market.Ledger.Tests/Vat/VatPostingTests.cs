using System.Globalization;
using CsCheck;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Journals;
using Market.Ledger.Postings;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Vat;

public class VatPostingTests
{
    [Fact]
    public void An_order_carries_its_split_and_each_change_the_difference_rate_by_rate()
    {
        var market = new TestMarket();
        Assert.Equal("550:948:52,2000:1000:200", Said(market.Post(Order(market, (550, 1000), (2000, 1200)))));
        Assert.Equal("550:95:5,2000:-500:-100", Said(market.Post(Order(market, (550, 1100), (2000, 600)))));
        Assert.Equal("550:-1043:-57,2000:-500:-100", Said(market.Post(Order(market))));
        Assert.True(Posted(market).IsEmpty);
        Assert.True(market.Verification().Holds);
    }

    [Fact]
    public void What_moves_between_rates_at_one_total_is_taken_back_and_posted_anew_under_one_key()
    {
        var market = new TestMarket(floor: TestMarket.Euros(-10));
        market.Post(Order(market, (550, 1000)));
        var swap = Order(market, (2000, 1000));
        var operation = market.Post(swap);
        Assert.Equal(["550:948:52", "550:-948:-52", "2000:833:167"], market.Store.Operations.Select(Said));
        Assert.Equal(TestMarket.Euros(-10), market.Balance());
        Assert.Equal(new PostingResult.AlreadyPosted(operation), market.Ask(swap));
        Assert.Equal(new PostingResult.Unchanged(), market.Ask(swap with { IdempotencyKey = market.NewKey() }));
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(swap with { Vat = Split((550, 1000)) }).Reason);
        Assert.Equal(RefusalReason.BelowFloor, market.Refused(Order(market, (550, 1001))).Reason);
        Assert.True(market.Verification().Holds);
    }

    [Fact]
    public void What_was_posted_without_a_split_is_taken_back_whole_before_there_is_one()
    {
        var market = new TestMarket(floor: TestMarket.Euros(-40));
        var before = market.Order(30);
        market.Post(before);
        var refusal = market.Refused(Order(market, (550, 4100)));
        Assert.Equal((TestMarket.Euros(-30), TestMarket.Euros(-11)), (refusal.Balance, refusal.Amount));
        market.Post(Order(market, (550, 4000)));
        Assert.Equal([(-3000L, null), (3000, null), (-4000, "550:3791:209")], market.Store.Operations.Select(operation => (operation.Amount.MinorUnits, Said(operation))));
        Assert.Equal(new PostingResult.AlreadyPosted(market.Store.Operations[0]), market.Ask(before with { Vat = Split((550, 3000)) }));
        Assert.Equal(Split((550, 4000)), Posted(market));
    }

    [Theory]
    [InlineData(VatLiability.Franchise)]
    [InlineData(VatLiability.NotLiable)]
    public void A_market_that_owes_no_vat_posts_none_and_takes_back_what_it_posted(VatLiability liability)
    {
        var market = new TestMarket();
        market.Post(Order(market, (550, 1000)));
        market.Terms = market.Terms with { Vat = liability, FeeVat = 2000 };
        market.Post(Order(market, (550, 1200)));
        market.Post(market.Of(OperationKind.Fee, -2));
        Assert.Equal(["550:948:52", "550:-948:-52", null, null], market.Store.Operations.Select(Said));
        Assert.Equal(TestMarket.Euros(-14), market.Balance());
        Assert.NotNull(liability.Mention());
        Assert.Null(VatLiability.Liable.Mention());
    }

    [Fact]
    public void A_reversal_carries_the_opposite_split()
    {
        var market = new TestMarket();
        var first = market.Post(Order(market, (550, 1000), (0, 300)));
        Assert.Equal("0:-300:0,550:-948:-52", Said(market.Post(market.Reversal(first))));
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        Assert.Null(Said(market.Post(market.Reversal(payment))));
        Assert.True(Posted(market).IsEmpty);
    }

    [Fact]
    public void A_fee_includes_the_vat_of_fees_whoever_charges_it()
    {
        var market = new TestMarket();
        var before = market.Of(OperationKind.Fee, -12);
        market.Post(before);
        market.Terms = market.Terms with { FeeVat = 2000 };
        Assert.IsType<PostingResult.AlreadyPosted>(market.Ask(before));
        var fee = market.Of(OperationKind.Fee, -12);
        Assert.Equal("2000:1000:200", Said(market.Post(fee)));
        Assert.IsType<PostingResult.AlreadyPosted>(market.Ask(fee));
        Assert.Equal("550:1137:63", Said(market.Post(market.Of(OperationKind.Fee, -12) with { Details = Split((550, 1200)).WriteTo(new Dictionary<string, string>()) })));
        Assert.Null(Said(market.Post(market.Of(OperationKind.Adjustment, -12))));
    }

    [Fact]
    public void A_split_that_does_not_come_to_the_amount_is_refused()
    {
        var market = new TestMarket();
        Assert.Equal(new Refusal(RefusalReason.WrongVat) { Field = "Vat" }, market.Refused(market.Order(10) with { Vat = Split((550, 999)) }));
        Assert.Equal(RefusalReason.WrongVat, market.Refused(market.Order(10) with { Vat = VatSplit.Of([KeyValuePair.Create(550, new Money(1000, TestMarket.Dollar))], TestMarket.Dollar) }).Reason);
        foreach (var kind in new[] { OperationKind.Order, OperationKind.Fee })
        {
            Assert.Equal(
                new Refusal(RefusalReason.WrongVat) { Field = VatSplit.DetailName },
                market.Refused(market.Of(kind, -10) with { Details = new Dictionary<string, string> { [VatSplit.DetailName] = "550:948:51" } }));
        }
    }

    [Fact]
    public void An_order_of_many_rates_has_a_split_however_long_it_is()
    {
        var market = new TestMarket();
        var sales = Enumerable.Range(1, 40).Select(rate => (rate * 100, 5000L)).ToArray();
        Assert.Equal(Split(sales), VatSplit.Read(market.Post(Order(market, sales))));
    }

    [Fact]
    public void A_split_that_was_tampered_with_is_named()
    {
        var market = new TestMarket();
        var operation = market.Post(Order(market, (550, 1000)));
        var wrong = operation with { Details = new Dictionary<string, string> { [VatSplit.DetailName] = "550:947:52" } };
        wrong = wrong with { Hash = OperationHash.Of(wrong) };
        using var verifier = new ChainVerifier(Currency.Euro, []);
        verifier.Open(TestMarket.Account, new AccountHead(TestMarket.Account, true, wrong.Amount, 1, wrong.Hash, null) { LastRecordedAt = wrong.RecordedAt });
        verifier.Add(wrong);
        Assert.Equal(
            [new Finding(Misfit.WrongVat) { AccountId = TestMarket.Account, OperationId = wrong.Id, Sequence = 1, Expected = "1000", Found = "550:947:52" }],
            verifier.Finish().Findings);
    }

    // Lines come, go, are weighed, discounted and cancelled; debits are reversed by hand; the market becomes liable and stops being so.
    [Fact]
    public void Whatever_becomes_of_orders_their_splits_sum_to_the_last_ones_and_the_books_balance() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1], Gen.Select(Gen.OneOf(0, 210, 550, 2000), Gen.Long[0, 3000]).List[0, 4], Gen.Long[0, 8000]).List[1, 14].Sample(steps =>
        {
            var market = new TestMarket();
            var last = new Dictionary<string, OrderDebit>();
            foreach (var (what, number, sales, total) in steps)
            {
                var order = "order-" + number.ToString(CultureInfo.InvariantCulture);
                var debit = what switch
                {
                    0 => Order(market),
                    1 => market.Order(total / 100m),
                    2 when VatSplit.OfTotal(new Money(total, Currency.Euro), sales.Select(sale => KeyValuePair.Create(sale.Item1, new Money(sale.Item2, Currency.Euro)))) is { } discounted =>
                        market.Order(0) with { Total = discounted.Gross, Vat = discounted },
                    _ => Order(market, [.. sales]),
                } with
                { OrderId = order };
                if (what == 3)
                {
                    market.Terms = market.Terms with { Vat = total % 2 == 0 ? VatLiability.Liable : VatLiability.Franchise };
                }

                if (what == 4 && market.Store.Operations.LastOrDefault(operation => operation.OrderId == order) is { } mistaken)
                {
                    market.Ask(market.Reversal(mistaken));
                }

                Assert.True(market.Ask(debit).IsSettled);
                last[order] = debit with { Vat = market.Terms.Vat.ChargesVat() ? debit.Vat : null };
                Assert.Equal(last[order].Vat ?? VatSplit.None(Currency.Euro), Posted(market, order));
                Assert.Equal(-last.Values.Aggregate(TestMarket.Euros(0), (sum, one) => sum + one.Total), market.Balance());
                Assert.DoesNotContain(market.Store.Operations, VatSplit.IsMalformed);
            }

            Assert.True(market.Verification().Holds);
            var books = new Bookkeeper(new ChartOfAccounts(), id => new(market.Store.FindAsync(id)), _ => new((AuxiliaryAccount?)null));
            var lines = books.EnterAsync(market.Store.Operations.ToAsyncEnumerable()).ToBlockingEnumerable().SelectMany(entry => entry.Lines).ToLookup(line => line.Account.Number, line => line.Net.MinorUnits);
            var sold = VatSplit.Sum(last.Values.Select(debit => debit.Vat).OfType<VatSplit>(), Currency.Euro);
            foreach (var share in sold.Shares.Where(share => share.BasisPoints > 0))
            {
                var accounts = new ChartOfAccounts().ForRate(share.BasisPoints);
                Assert.Equal((-share.Net.MinorUnits, -share.Vat.MinorUnits), (lines[accounts.Sales.Number].Sum(), lines[accounts.Vat.Number].Sum()));
            }

            Assert.Equal(-sold.Vat.MinorUnits, lines.Where(account => account.Key.StartsWith("44571", StringComparison.Ordinal)).Sum(account => account.Sum()));
            Assert.Equal(-market.Balance().MinorUnits, lines["411"].Sum());
        });

    private static VatSplit Split(params IEnumerable<(int BasisPoints, long Cents)> sales) =>
        VatSplit.Of(sales.Select(sale => KeyValuePair.Create(sale.BasisPoints, new Money(sale.Cents, Currency.Euro))), Currency.Euro);

    private static OrderDebit Order(TestMarket market, params IEnumerable<(int BasisPoints, long Cents)> sales)
    {
        var split = Split(sales);
        return market.Order(0) with { Total = split.Gross, Vat = split };
    }

    private static VatSplit Posted(TestMarket market, string order = "order-1") =>
        VatSplit.Sum(market.Store.Operations.Where(operation => operation.OrderId == order).Select(VatSplit.Read).OfType<VatSplit>(), Currency.Euro);

    private static string? Said(Operation operation) => VatSplit.Read(operation)?.ToString();
}
