using CsCheck;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Allocations;

public class ExplanationTests
{
    [Fact]
    public void Each_order_says_what_paid_it_and_each_payment_what_it_paid()
    {
        var market = new TestMarket();
        var old = market.Post(market.Order(20, "old"));
        var young = market.Post(market.Order(30, "new"));
        var first = market.Post(market.Of(OperationKind.Payment, 25));
        var second = market.Post(market.Of(OperationKind.Payment, 40));

        var explanation = Explain(market);

        var youngDebt = explanation.DebtOf(young.Id)!;
        Assert.Equal([(first.Id, 5m), (second.Id, 25m)], youngDebt.PaidBy.Select(part => (part.Credit!.Id, Units(part.Amount))));
        Assert.Equal((30m, 0m), (Units(youngDebt.Total), Units(youngDebt.Remaining)));
        Assert.Equal([(old.Id, 20m), (young.Id, 5m)], explanation.CreditOf(first.Id)!.Uses.Select(use => (use.Operation.Id, Units(use.Amount))));
        Assert.Equal(15m, Units(explanation.CreditOf(second.Id)!.Held));
    }

    [Fact]
    public void What_one_came_about_by_is_told_by_every_part_of_its_explanation()
    {
        var market = new TestMarket();
        var old = market.Post(market.Order(20, "old"));
        var young = market.Post(market.Order(30, "new"));
        var first = market.Post(market.Of(OperationKind.Payment, 25));
        var second = market.Post(market.Of(OperationKind.Payment, 40));
        var refund = market.Post(market.Of(OperationKind.Refund, -15));

        var explanation = Explain(market);

        Assert.Equal([first.Id], explanation.OthersOf(old.Id).Select(other => other.Id));
        Assert.Equal([first.Id, second.Id], explanation.OthersOf(young.Id).Select(other => other.Id));
        Assert.Equal([old.Id, young.Id], explanation.OthersOf(first.Id).Select(other => other.Id));
        Assert.Equal([young.Id, refund.Id], explanation.OthersOf(second.Id).Select(other => other.Id));
        Assert.Equal([second.Id], explanation.OthersOf(refund.Id).Select(other => other.Id));
    }

    [Fact]
    public void A_changed_order_is_one_debt_of_several_lines()
    {
        var market = new TestMarket();
        var placed = market.Post(market.Order(20));
        var changed = market.Post(market.Order(26));
        market.Post(market.Of(OperationKind.Payment, 10));

        var explanation = Explain(market);

        Assert.Same(explanation.DebtOf(placed.Id), explanation.DebtOf(changed.Id));
        Assert.Equal((26m, 16m), (Units(explanation.DebtOf(placed.Id)!.Total), Units(explanation.DebtOf(placed.Id)!.Remaining)));
    }

    [Fact]
    public void An_adjustment_that_gives_pays_like_money_and_is_named()
    {
        var market = new TestMarket();
        var gift = market.Post(market.Of(OperationKind.Adjustment, 12));
        var order = market.Post(market.Order(20));

        var explanation = Explain(market);

        Assert.Equal([(gift.Id, 12m)], explanation.DebtOf(order.Id)!.PaidBy.Select(part => (part.Credit!.Id, Units(part.Amount))));
        Assert.Equal(8m, Units(explanation.DebtOf(order.Id)!.Remaining));
    }

    [Fact]
    public void A_refund_says_which_payment_it_gave_back()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 30));
        var refund = market.Post(market.Of(OperationKind.Refund, -10));

        var explanation = Explain(market);

        Assert.Equal([(payment.Id, 10m)], explanation.GivenBackBy(refund.Id).Select(part => (part.Credit!.Id, Units(part.Amount))));
        Assert.True(Assert.Single(explanation.CreditOf(payment.Id)!.Uses).IsGivenBack);
        Assert.Equal(20m, Units(explanation.CreditOf(payment.Id)!.Held));
    }

    [Fact]
    public void What_was_reversed_pays_nothing_and_is_owed_by_nobody()
    {
        var market = new TestMarket();
        var fee = market.Post(market.Of(OperationKind.Fee, -5));
        var payment = market.Post(market.Of(OperationKind.Payment, 30));
        market.Post(market.Reversal(fee));
        market.Post(market.Reversal(payment));

        var explanation = Explain(market);

        Assert.Empty(explanation.Debts);
        Assert.Empty(explanation.Credits);
    }

    [Fact]
    public void Every_cent_is_explained_and_orders_are_paid_as_far_as_the_allocation_says() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 40], Gen.Int[0, 3]).Array[1, 25].Sample(
            steps =>
            {
                var market = new TestMarket();
                var posted = new List<Operation>();
                foreach (var (kind, amount, which) in steps)
                {
                    if (Step(market, posted, kind, amount, "order-" + which) is { } operation)
                    {
                        posted.Add(operation);
                    }
                }

                Holds(market);
            },
            iter: 2_000);

    private static Operation? Step(TestMarket market, List<Operation> posted, int kind, int amount, string orderId) => kind switch
    {
        0 => Posted(market.Ask(market.Order(amount, orderId))),
        1 => Posted(market.Ask(market.Of(OperationKind.Payment, amount))),
        2 => Posted(market.Ask(market.Of(OperationKind.Payment, amount) with { OrderId = orderId })),
        3 => Posted(market.Ask(market.Of(OperationKind.Refund, -amount) with { Method = TestMarket.Cash.Name })),
        4 => Posted(market.Ask(market.Of(OperationKind.Payment, amount) with { Method = TestMarket.Cheque.Name, Details = new Dictionary<string, string> { ["number"] = "7" } })),
        5 => Posted(market.Ask(market.Of(OperationKind.Adjustment, amount % 2 == 0 ? amount : -amount))),
        _ => posted.Count > 0 ? Posted(market.Ask(market.Reversal(posted[amount % posted.Count]))) : null,
    };

    private static Operation? Posted(PostingResult result) => (result as PostingResult.Posted)?.Operation;

    private static void Holds(TestMarket market)
    {
        var explanation = Explain(market);
        var allocation = market.Allocation();
        Assert.All(explanation.Debts, debt =>
        {
            Assert.True(debt.Total.IsPositive && !debt.Remaining.IsNegative);
            Assert.Equal(debt.Total.MinorUnits, debt.Remaining.MinorUnits + debt.PaidBy.Sum(part => part.Amount.MinorUnits));
        });

        // An order can give something back too, where its first debit was reversed: what of it, its several lines decide.
        Assert.All(explanation.Credits.Where(credit => credit.Credit.Kind is not OperationKind.Order), credit => Assert.Equal(
            credit.Credit.Amount.MinorUnits,
            credit.Held.MinorUnits + credit.Uses.Sum(use => use.Amount.MinorUnits)));
        Assert.Equal(allocation.Credit.MinorUnits, explanation.Credits.Sum(credit => credit.Held.MinorUnits));
        Assert.Equal(
            allocation.Orders.Where(order => order.Total.IsPositive).Select(order => (order.OrderId, order.Total, order.Remaining)),
            explanation.Debts.Where(debt => debt.OrderId is not null).Select(debt => (debt.OrderId!, debt.Total, debt.Remaining)));
    }

    private static Explanation Explain(TestMarket market) => Explanation.Of(market.Store.OperationsOf(TestMarket.Account), Currency.Euro);

    private static decimal Units(Money money) => money.MinorUnits / 100m;
}
