using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Ledger.Settlements;

namespace Market.Ledger.Tests.Settlements;

public class OrderFundingTests
{
    private const string Card = "card";

    [Fact]
    public void Money_that_names_an_order_pays_that_one_and_the_rest_the_oldest()
    {
        var market = Market();
        market.Post(market.Order(20, "old"));
        market.Post(market.Order(30, "new"));
        var named = market.Post(Pay(market, 30, "new"));
        var free = market.Post(Pay(market, 15));
        Funds(market, ("new", named, 30), ("old", free, 15));
    }

    [Fact]
    public void Money_paid_in_advance_pays_what_is_ordered_later()
    {
        var market = Market();
        var topUp = market.Post(Pay(market, 50));
        market.Post(market.Order(20, "one"));
        market.Post(market.Order(40, "two"));
        Funds(market, ("one", topUp, 20), ("two", topUp, 30));
    }

    [Fact]
    public void What_other_money_paid_is_not_the_methods()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        market.Post(market.Order(20, "two"));
        market.Post(market.Of(OperationKind.Payment, 25));
        var card = market.Post(Pay(market, 15));
        Funds(market, ("two", card, 15));
    }

    [Fact]
    public void A_fee_is_paid_before_a_younger_order()
    {
        var market = Market();
        market.Post(market.Of(OperationKind.Fee, -5));
        market.Post(market.Order(20, "one"));
        var card = market.Post(Pay(market, 20));
        Funds(market, ("one", card, 15));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Goods_that_were_missing_and_given_back_by_card_are_not_paid(bool orderIsChanged)
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        var card = market.Post(Pay(market, 20, "one"));
        if (orderIsChanged)
        {
            market.Post(market.Order(15, "one"));
        }
        else
        {
            market.Post(market.Of(OperationKind.Adjustment, 5) with { OrderId = "one" });
        }

        market.Post(GiveBack(market, 5, "one"));
        Funds(market, ("one", card, 15));
    }

    [Fact]
    public void Money_given_back_for_nothing_is_owed_again_and_is_the_methods_once_it_is_paid_by_it()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        var card = market.Post(Pay(market, 20, "one"));
        market.Post(GiveBack(market, 5, "one"));
        Funds(market, ("one", card, 15));

        var again = market.Post(Pay(market, 5));
        Funds(market, ("one", card, 15), ("one", again, 5));
    }

    [Fact]
    public void Money_given_back_that_names_no_order_is_taken_from_what_paid_the_newest()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        market.Post(market.Order(10, "two"));
        var card = market.Post(Pay(market, 30));
        market.Post(GiveBack(market, 4));
        Funds(market, ("one", card, 20), ("two", card, 6));

        // Paid again in cash: what is at the provider is less all the same.
        market.Post(market.Of(OperationKind.Payment, 4));
        Funds(market, ("one", card, 20), ("two", card, 6));
    }

    [Fact]
    public void Money_given_back_is_taken_from_what_is_held_first()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        var card = market.Post(Pay(market, 30));
        market.Post(GiveBack(market, 10));
        Funds(market, ("one", card, 20));
    }

    [Fact]
    public void A_refund_that_failed_was_never_given_back()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        var card = market.Post(Pay(market, 20, "one"));
        var refund = market.Post(GiveBack(market, 20, "one"));
        Funds(market);
        market.Post(market.Reversal(refund));
        Funds(market, ("one", card, 20));
    }

    [Fact]
    public void A_payment_that_was_reversed_pays_nothing()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        market.Post(market.Reversal(market.Post(Pay(market, 20, "one"))));
        Funds(market);
    }

    [Fact]
    public void A_cancelled_order_is_paid_by_nothing_and_its_money_pays_the_others()
    {
        var market = Market();
        market.Post(market.Order(20, "one"));
        var card = market.Post(Pay(market, 20, "one"));
        market.Post(market.Order(0, "one"));
        market.Post(market.Order(12, "two"));
        Funds(market, ("two", card, 12));
    }

    [Fact]
    public void It_is_never_more_than_the_method_brought_in_nor_than_the_order_is_paid() => Accounts.Sample(steps =>
    {
        var market = Played(steps);
        var funded = OrderFunding.Of(market.Store.OperationsOf(TestMarket.Account), Card, Currency.Euro);
        var allocation = market.Allocation();
        Assert.All(funded, part => Assert.True(part.Amount.IsPositive));

        var roots = market.Store.Operations.ToDictionary(operation => operation.Id);
        var net = market.Store.Operations.Where(operation => roots.GetValueOrDefault(operation.Reverses ?? string.Empty, operation).Method == Card).Sum(operation => operation.Amount.MinorUnits);
        Assert.InRange(funded.Sum(part => part.Amount.MinorUnits), 0, Math.Max(0, net));
        Assert.All(funded.GroupBy(part => part.OrderId), order =>
        {
            var standing = allocation.Orders.Single(standing => standing.OrderId == order.Key);
            Assert.InRange(order.Sum(part => part.Amount.MinorUnits), 1, standing.Paid.MinorUnits);
        });
        Assert.All(funded.GroupBy(part => part.OperationId), payment =>
            Assert.InRange(payment.Sum(part => part.Amount.MinorUnits), 1, roots[payment.Key].Amount.MinorUnits));
    }, iter: 1000);

    [Fact]
    public void Where_all_money_is_the_methods_and_none_went_back_it_is_what_the_orders_are_paid() =>
        Accounts.Select(steps => steps.Where(step => step.What is What.Order or What.PayByCard or What.PayOrderByCard or What.Fee).ToArray()).Sample(steps =>
        {
            var market = Played(steps);
            var funded = OrderFunding.Of(market.Store.OperationsOf(TestMarket.Account), Card, Currency.Euro);
            Assert.Equal(
                market.Allocation().Orders.Where(order => order.Paid.IsPositive).Select(order => (order.OrderId, order.Paid.MinorUnits)).Order(),
                funded.GroupBy(part => part.OrderId).Select(order => (order.Key, order.Sum(part => part.Amount.MinorUnits))).Order());
        }, iter: 500);

    [Fact]
    public void Money_given_back_in_cash_for_an_order_that_a_top_up_by_card_paid_is_not_shared()
    {
        var market = Market();
        var topUp = market.Post(Pay(market, 30));
        market.Post(market.Order(30, "one"));
        market.Post(market.Of(OperationKind.Refund, -5) with { OrderId = "one" });
        Assert.Equal(TestMarket.Euros(25), Assert.Single(market.Allocation().Orders).Paid);
        Funds(market, ("one", topUp, 25));
    }

    [Fact]
    public void Money_given_back_before_it_was_paid_is_not_paid()
    {
        var market = Market();
        market.Post(market.Order(30, "one"));
        market.Post(market.Of(OperationKind.Refund, -5) with { OrderId = "one" });
        var card = market.Post(Pay(market, 30, "one"));
        Assert.Equal(TestMarket.Euros(25), Assert.Single(market.Allocation().Orders).Paid);
        Funds(market, ("one", card, 25));
    }

    [Fact]
    public void Two_methods_that_gave_back_one_another_s_money_change_places()
    {
        var market = Market();
        market.Post(market.Order(30, "one"));
        market.Post(market.Order(10, "two"));
        var card = market.Post(Pay(market, 30, "one"));
        var cash = market.Post(market.Of(OperationKind.Payment, 10) with { OrderId = "two" });
        market.Post(GiveBack(market, 5, "two"));
        Funds(market, ("one", card, 25));
        Assert.Equal(
            [("one", TestMarket.Euros(5)), ("two", TestMarket.Euros(5))],
            Funded(market, TestMarket.Cash.Name).Where(part => part.OperationId == cash.Id).Select(part => (part.OrderId, part.Amount)).Order());
    }

    [Fact]
    public void What_the_account_says_is_paid_is_what_the_methods_paid_and_what_no_payment_brought() => Accounts.Sample(steps =>
    {
        var market = Played(steps);
        var allocation = market.Allocation();
        var paid = allocation.Orders.ToDictionary(order => order.OrderId, order => order.Paid.MinorUnits);
        string[] methods = [Card, TestMarket.Cash.Name];
        var funded = methods.SelectMany(method => Funded(market, method)).ToLookup(part => part.OrderId, part => part.Amount.MinorUnits);
        Assert.All(funded, order => Assert.InRange(order.Sum(), 1, paid[order.Key]));

        // Only a credit that no payment brought, and money given back too much, pay an order without a payment.
        var roots = market.Store.Operations.ToDictionary(operation => operation.Id);
        var other = market.Store.Operations
            .Where(operation => roots.GetValueOrDefault(operation.Reverses ?? string.Empty, operation).Kind is not (OperationKind.Payment or OperationKind.Refund) && operation.Amount.IsPositive)
            .Sum(operation => operation.Amount.MinorUnits);
        Assert.InRange(paid.Values.Sum() - funded.Sum(order => order.Sum()), 0, other + allocation.OtherDebts.MinorUnits + Overdrawn(market, methods));
        foreach (var method in methods)
        {
            var net = market.Store.Operations.Where(operation => roots.GetValueOrDefault(operation.Reverses ?? string.Empty, operation).Method == method).Sum(operation => operation.Amount.MinorUnits);
            Assert.InRange(Funded(market, method).Sum(part => part.Amount.MinorUnits), 0, Math.Max(0, net));
        }
    }, iter: 2000);

    [Fact]
    public void Where_all_is_payments_and_nothing_is_given_back_too_much_the_methods_paid_all_that_is_paid() =>
        Accounts.Select(steps => steps.Where(step => step.What is not (What.Adjust or What.Reverse)).ToArray()).Sample(steps =>
        {
            var market = Played(steps, ordersOnlyGrow: true);
            var allocation = market.Allocation();
            if (allocation.Debts.Any(debt => debt.Kind is OperationKind.Refund) || Overdrawn(market, Card, TestMarket.Cash.Name) > 0)
            {
                return;
            }

            string[] methods = [Card, TestMarket.Cash.Name];
            Assert.Equal(
                allocation.Orders.Where(order => order.Paid.IsPositive).Select(order => (order.OrderId, order.Paid.MinorUnits)).Order(),
                methods.SelectMany(method => Funded(market, method)).GroupBy(part => part.OrderId).Select(order => (order.Key, order.Sum(part => part.Amount.MinorUnits))).Order());
        }, iter: 2000);

    private static long Overdrawn(TestMarket market, params string[] methods)
    {
        var roots = market.Store.Operations.ToDictionary(operation => operation.Id);
        return methods.Sum(method => Math.Max(0, -market.Store.Operations
            .Where(operation => roots.GetValueOrDefault(operation.Reverses ?? string.Empty, operation).Method == method)
            .Sum(operation => operation.Amount.MinorUnits)));
    }

    private enum What
    {
        Order,
        Pay,
        PayByCard,
        PayOrderByCard,
        GiveBackByCard,
        GiveBack,
        Fee,
        Adjust,
        Reverse,
    }

    private sealed record Step(What What, int Units, int Order);

    private static readonly Gen<Step[]> Accounts =
        Gen.Select(Gen.Enum<What>(), Gen.Int[1, 60], Gen.Int[1, 4], (what, units, order) => new Step(what, units, order)).Array[0, 20];

    private static TestMarket Played(Step[] steps, bool ordersOnlyGrow = false)
    {
        var market = Market();
        foreach (var step in steps)
        {
            var orderId = $"order-{step.Order}";
            _ = step.What switch
            {
                What.Order => market.Ask(market.Order(ordersOnlyGrow ? 60 : step.Units % 7 == 0 ? 0 : step.Units, orderId)),
                What.Pay => market.Ask(market.Of(OperationKind.Payment, step.Units)),
                What.PayByCard => market.Ask(Pay(market, step.Units)),
                What.PayOrderByCard => market.Ask(Pay(market, step.Units, orderId)),
                What.GiveBackByCard => market.Ask(GiveBack(market, step.Units, step.Order < 3 ? orderId : null)),
                What.GiveBack => market.Ask(market.Of(OperationKind.Refund, -step.Units) with { OrderId = step.Order == 1 ? orderId : null }),
                What.Fee => market.Ask(market.Of(OperationKind.Fee, -step.Units)),
                What.Adjust => market.Ask(market.Of(OperationKind.Adjustment, step.Units - 30.5m) with { OrderId = step.Order == 2 ? orderId : null }),
                _ => market.Store.Operations.Count == 0 ? null : market.Ask(market.Reversal(market.Store.Operations[step.Units % market.Store.Operations.Count])),
            };
        }

        return market;
    }

    private static TestMarket Market()
    {
        var market = new TestMarket();
        market.Terms = new MarketTerms(true, Currency.Euro, [TestMarket.Cash, new TestMethod(Card)], null);
        return market;
    }

    private static Posting Pay(TestMarket market, decimal units, string? orderId = null) =>
        market.Of(OperationKind.Payment, units) with { Method = Card, OrderId = orderId };

    private static Posting GiveBack(TestMarket market, decimal units, string? orderId = null) =>
        market.Of(OperationKind.Refund, -units) with { Method = Card, OrderId = orderId };

    private static IReadOnlyList<OrderFunding> Funded(TestMarket market, string method) =>
        OrderFunding.Of(market.Store.OperationsOf(TestMarket.Account), method, Currency.Euro);

    private static void Funds(TestMarket market, params (string OrderId, Operation Payment, decimal Units)[] expected) => Assert.Equal(
        expected.Select(part => new OrderFunding(part.OrderId, part.Payment.Id, TestMarket.Euros(part.Units))).OrderBy(part => part.OperationId).ThenBy(part => part.OrderId),
        Funded(market, Card).OrderBy(part => part.OperationId).ThenBy(part => part.OrderId));
}
