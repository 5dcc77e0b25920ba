using CsCheck;
using Market.Ledger.Allocations;

namespace Market.Ledger.Tests.Allocations;

public class AllocationTests
{
    [Fact]
    public void An_empty_account_has_nothing()
    {
        var allocation = new TestMarket().Allocation();
        Assert.Empty(allocation.Orders);
        Assert.Equal((TestMarket.Euros(0), TestMarket.Euros(0)), (allocation.OtherDebts, allocation.Credit));
    }

    [Fact]
    public void Money_that_names_no_order_pays_the_oldest_day_first()
    {
        var market = new TestMarket();
        market.Post(market.Order(30, "new") with { OccurredOn = TestMarket.Day.AddDays(7) });
        market.Post(market.Order(20, "old") with { DistributionId = "distribution-1" });
        market.Post(market.Of(OperationKind.Payment, 25));
        Standing(market, ("old", 20, 0, OrderState.Paid), ("new", 30, 25, OrderState.PartPaid));
        var old = market.Allocation().Orders[0];
        Assert.Equal((TestMarket.Day, "distribution-1", TestMarket.Euros(20)), (old.Since, old.DistributionId, old.Paid));
    }

    [Fact]
    public void Orders_of_one_day_are_paid_in_the_order_they_were_posted()
    {
        var market = new TestMarket();
        market.Post(market.Order(30, "z"));
        market.Post(market.Order(20, "a"));
        market.Post(market.Of(OperationKind.Payment, 30));
        Standing(market, ("z", 30, 0, OrderState.Paid), ("a", 20, 20, OrderState.Unpaid));
    }

    [Fact]
    public void Money_that_names_an_order_pays_that_one()
    {
        var market = new TestMarket();
        market.Post(market.Order(20, "old"));
        market.Post(market.Order(30, "new"));
        market.Post(market.Of(OperationKind.Payment, 30) with { OrderId = "new" });
        Standing(market, ("old", 20, 20, OrderState.Unpaid), ("new", 30, 0, OrderState.Paid));
    }

    [Fact]
    public void What_an_order_was_paid_too_much_pays_the_oldest()
    {
        var market = new TestMarket();
        market.Post(market.Order(20, "old"));
        market.Post(market.Order(20, "middle"));
        market.Post(market.Order(30, "new"));
        market.Post(market.Of(OperationKind.Payment, 55) with { OrderId = "new" });
        Standing(market, ("old", 20, 0, OrderState.Paid), ("middle", 20, 15, OrderState.PartPaid), ("new", 30, 0, OrderState.Paid));
    }

    [Fact]
    public void An_order_paid_in_advance_is_as_old_as_its_debit()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 5) with { OrderId = "later", OccurredOn = TestMarket.Day.AddDays(-9) });
        market.Post(market.Order(20, "sooner"));
        market.Post(market.Order(30, "later") with { OccurredOn = TestMarket.Day.AddDays(1), DistributionId = "distribution-2" });
        market.Post(market.Of(OperationKind.Payment, 20));
        Standing(market, ("sooner", 20, 0, OrderState.Paid), ("later", 30, 25, OrderState.PartPaid));
        var later = market.Allocation().Orders[1];
        Assert.Equal((TestMarket.Day.AddDays(1), "distribution-2"), (later.Since, later.DistributionId));
    }

    [Fact]
    public void Money_given_back_for_an_order_never_debited_is_as_old_as_the_refund()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 10) with { OrderId = "never", OccurredOn = TestMarket.Day.AddDays(-9) });
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.Refund, -10) with { OrderId = "never", OccurredOn = TestMarket.Day.AddDays(1) });
        market.Post(market.Reversal(payment));
        market.Post(market.Of(OperationKind.Payment, 20));
        Assert.Equal(TestMarket.Euros(0), market.Allocation().Orders.Single(order => order.OrderId == "order-1").Remaining);
        Assert.Equal(TestMarket.Euros(10), market.Allocation().OtherDebts);
    }

    [Fact]
    public void What_is_left_is_credit()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.Payment, 50));
        Standing(market, ("order-1", 20, 0, OrderState.Paid));
        Assert.Equal(TestMarket.Euros(30), market.Allocation().Credit);
    }

    [Fact]
    public void A_refund_takes_from_credit_before_it_is_a_debt()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.Payment, 50));
        market.Post(market.Of(OperationKind.Refund, -30));
        Standing(market, ("order-1", 20, 0, OrderState.Paid));
        Assert.Equal((TestMarket.Euros(0), TestMarket.Euros(0)), (market.Allocation().Credit, market.Allocation().OtherDebts));

        // Money given back too much comes first from what paid the order, then it is a debt of its own.
        market.Post(market.Of(OperationKind.Refund, -25));
        Standing(market, ("order-1", 20, 20, OrderState.Unpaid));
        Assert.Equal(TestMarket.Euros(5), market.Allocation().OtherDebts);
    }

    [Fact]
    public void A_payment_that_bounces_leaves_the_order_unpaid()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        var free = market.Post(market.Of(OperationKind.Payment, 20));
        market.Post(market.Reversal(free));
        Standing(market, ("order-1", 20, 20, OrderState.Unpaid));

        var named = market.Post(market.Of(OperationKind.Payment, 20) with { OrderId = "order-1" });
        Standing(market, ("order-1", 20, 0, OrderState.Paid));
        market.Post(market.Reversal(named));
        Standing(market, ("order-1", 20, 20, OrderState.Unpaid));
    }

    [Fact]
    public void A_refund_that_is_reversed_never_was()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 20));
        market.Post(market.Reversal(market.Post(market.Of(OperationKind.Refund, -15))));
        Assert.Equal(TestMarket.Euros(20), market.Allocation().Credit);
    }

    [Fact]
    public void A_cancelled_orders_money_is_credit()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.Payment, 20) with { OrderId = "order-1" });
        market.Post(market.Order(0));
        Standing(market, ("order-1", 0, 0, OrderState.Paid));
        Assert.Equal(TestMarket.Euros(20), market.Allocation().Credit);
    }

    [Fact]
    public void A_changed_order_costs_what_it_costs_now()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.Payment, 20));
        market.Post(market.Order(26));
        Standing(market, ("order-1", 26, 6, OrderState.PartPaid));
        market.Post(market.Order(15));
        Standing(market, ("order-1", 15, 0, OrderState.Paid));
        Assert.Equal(TestMarket.Euros(5), market.Allocation().Credit);
    }

    [Fact]
    public void A_debt_brought_forward_is_another_debt_and_as_old_as_its_day()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.OpeningBalance, -10));
        market.Post(market.Order(20) with { OccurredOn = TestMarket.Day.AddDays(1) });
        Assert.Equal(TestMarket.Euros(10), market.Allocation().OtherDebts);
        market.Post(market.Of(OperationKind.Payment, 12));
        Assert.Equal(TestMarket.Euros(0), market.Allocation().OtherDebts);
        Standing(market, ("order-1", 20, 18, OrderState.PartPaid));
    }

    [Fact]
    public void Money_brought_forward_pays()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.OpeningBalance, 10));
        market.Post(market.Order(20));
        Standing(market, ("order-1", 20, 10, OrderState.PartPaid));
    }

    [Fact]
    public void A_write_off_of_an_order_lowers_what_it_costs()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.WriteOff, 5) with { OrderId = "order-1" });
        Standing(market, ("order-1", 15, 15, OrderState.Unpaid));
    }

    [Fact]
    public void Money_given_back_for_an_order_beyond_its_cost_is_another_debt()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        market.Post(market.Of(OperationKind.Refund, -5) with { OrderId = "order-1" });
        Standing(market, ("order-1", 20, 20, OrderState.Unpaid));
        Assert.Equal(TestMarket.Euros(5), market.Allocation().OtherDebts);
    }

    [Fact]
    public void Every_cent_is_somewhere_once() => Accounts.Sample(steps =>
    {
        var market = Played(steps);
        var allocation = market.Allocation();
        var remaining = allocation.Orders.Aggregate(TestMarket.Euros(0), (sum, order) => sum + order.Remaining);
        Assert.Equal(market.Balance(), allocation.Credit - allocation.OtherDebts - remaining);
        Assert.False(allocation.Credit.IsNegative);
        Assert.False(allocation.OtherDebts.IsNegative);
        if (allocation.Credit.IsPositive)
        {
            Assert.True(remaining.IsZero);
            Assert.True(allocation.OtherDebts.IsZero);
        }

        Assert.All(allocation.Orders, order =>
        {
            Assert.InRange(order.Remaining.MinorUnits, 0, order.Total.MinorUnits);
            Assert.Equal(order.Total, order.Paid + order.Remaining);
            Assert.Equal(order.Remaining.IsZero ? OrderState.Paid : order.Paid.IsZero ? OrderState.Unpaid : OrderState.PartPaid, order.State);
        });
        Assert.Equal(allocation.Orders.Select(order => order.Since).Order(), allocation.Orders.Select(order => order.Since));
        Assert.Equal(allocation.Orders.Count, allocation.Orders.Select(order => order.OrderId).Distinct().Count());
    }, iter: 300);

    [Fact]
    public void Every_debt_is_open_once_and_has_an_age() => Gen.Select(Accounts, Gen.Int[0, 150]).Sample((steps, days) =>
    {
        var allocation = Played(steps).Allocation();
        var debts = allocation.Debts;
        Assert.All(debts, debt => Assert.True(debt.Remaining.IsPositive));
        Assert.Equal(debts.Select(debt => debt.Since).Order(), debts.Select(debt => debt.Since));
        Assert.Equal(
            allocation.Orders.Where(order => order.Remaining.IsPositive).Select(order => (order.OrderId, order.Since, order.Remaining)).Order(),
            debts.Where(debt => debt.OrderId is not null).Select(debt => (debt.OrderId!, debt.Since, debt.Remaining)).Order());
        Assert.Equal(allocation.OtherDebts, debts.Where(debt => debt.OrderId is null).Aggregate(TestMarket.Euros(0), (sum, debt) => sum + debt.Remaining));
        Assert.Equal(debts.Select(debt => debt.Kind is OperationKind.Order && debt.OrderId is null), debts.Select(_ => false));

        var day = TestMarket.Day.AddDays(days);
        var ageing = DebtAgeing.Of(allocation, day);
        Assert.Equal(debts.Aggregate(TestMarket.Euros(0), (sum, debt) => sum + debt.Remaining), ageing.Total);
        Assert.Equal(debts.Count == 0 ? null : debts[0].Since, ageing.OldestSince);
        Assert.All(new[] { ageing.UpTo30Days, ageing.UpTo60Days, ageing.UpTo90Days, ageing.Older }, band => Assert.False(band.IsNegative));
        Assert.Equal(debts.Count > 0 && debts[0].AgeOn(day) > 90, ageing.Older.IsPositive);

        // Debts only grow older.
        var later = DebtAgeing.Of(allocation, day.AddDays(1));
        Assert.Equal((ageing.Total, ageing.OldestSince), (later.Total, later.OldestSince));
        Assert.True(later.Older >= ageing.Older && later.UpTo30Days <= ageing.UpTo30Days);
    }, iter: 300);

    [Fact]
    public void The_day_money_came_in_changes_nothing() => Gen.Select(Accounts, Gen.Int[-30, 30]).Sample((steps, days) =>
    {
        var before = Played(steps).Allocation();
        var after = Played([.. steps.Select(step => step.What is What.Pay or What.PayOrder ? step with { Day = step.Day + days } : step)]).Allocation();
        Same(before, after, onlyDebited: true);
    }, iter: 300);

    [Fact]
    public void Free_money_pays_the_same_in_whatever_pieces_and_order_it_comes() =>
        Gen.Select(Gen.Int[1, 4000].Array[1, 6], Gen.Int[1, 3000].Array[1, 5]).Sample((totals, payments) =>
        {
            Same(Paid(totals, payments), Paid(totals, [.. payments.Reverse()]), onlyDebited: false);
            Same(Paid(totals, payments), Paid(totals, [payments.Sum()]), onlyDebited: false);
            var orders = Paid(totals, payments).Orders;
            Assert.Equal(orders.Select(order => order.State).OrderDescending(), orders.Select(order => order.State));
            Assert.InRange(orders.Count(order => order.State == OrderState.PartPaid), 0, 1);
        });

    private enum What
    {
        Order,
        Pay,
        PayOrder,
        Refund,
        Fee,
        Adjust,
        Reverse,
    }

    private sealed record Step(What What, int Units, int Order, int Day);

    private static readonly Gen<Step[]> Accounts =
        Gen.Select(Gen.Enum<What>(), Gen.Int[1, 60], Gen.Int[1, 4], Gen.Int[0, 20], (what, units, order, day) => new Step(what, units, order, day)).Array[0, 25];

    private static TestMarket Played(Step[] steps)
    {
        var market = new TestMarket();
        foreach (var step in steps)
        {
            var orderId = $"order-{step.Order}";
            var day = TestMarket.Day.AddDays(step.Day);
            _ = step.What switch
            {
                What.Order => market.Ask(market.Order(step.Units % 7 == 0 ? 0 : step.Units, orderId) with { OccurredOn = day }),
                What.Pay => market.Ask(market.Of(OperationKind.Payment, step.Units) with { OccurredOn = day }),
                What.PayOrder => market.Ask(market.Of(OperationKind.Payment, step.Units) with { OrderId = orderId, OccurredOn = day }),
                What.Refund => market.Ask(market.Of(OperationKind.Refund, -step.Units) with { OrderId = step.Order == 1 ? orderId : null, OccurredOn = day }),
                What.Fee => market.Ask(market.Of(OperationKind.Fee, -step.Units) with { OccurredOn = day }),
                What.Adjust => market.Ask(market.Of(OperationKind.Adjustment, step.Units - 30.5m) with { OrderId = step.Order == 2 ? orderId : null, OccurredOn = day }),
                _ => market.Store.Operations.Count == 0 ? null : market.Ask(market.Reversal(market.Store.Operations[step.Units % market.Store.Operations.Count])),
            };
        }

        return market;
    }

    private static Allocation Paid(int[] totals, int[] payments)
    {
        var market = new TestMarket();
        for (var i = 0; i < totals.Length; i++)
        {
            market.Post(market.Order(totals[i] / 100m, $"order-{i}"));
        }

        foreach (var payment in payments)
        {
            market.Post(market.Of(OperationKind.Payment, payment / 100m));
        }

        return market.Allocation();
    }

    private static void Same(Allocation one, Allocation other, bool onlyDebited)
    {
        // An order that only money names so far has no debit, so no day but that of the money.
        Assert.Equal(one.Orders.Where(order => !onlyDebited || order.Total.IsPositive), other.Orders.Where(order => !onlyDebited || order.Total.IsPositive));
        Assert.Equal((one.OtherDebts, one.Credit), (other.OtherDebts, other.Credit));
    }

    private static void Standing(TestMarket market, params (string OrderId, decimal Total, decimal Remaining, OrderState State)[] expected) =>
        Assert.Equal(
            expected.Select(order => (order.OrderId, TestMarket.Euros(order.Total), TestMarket.Euros(order.Remaining), order.State)),
            market.Allocation().Orders.Select(order => (order.OrderId, order.Total, order.Remaining, order.State)));
}
