using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Payments.Counter.Board;

namespace Market.Payments.Counter.Tests.Entries;

/// <summary>What is for a later distribution is not asked for at this one.</summary>
public class LaterTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public async Task An_order_is_for_later_by_its_distribution_also_beside_orders_that_no_shop_knows()
    {
        OpenDebt[] debts =
        [
            Debt("unknown", "next"), Debt("bread", "next"), Debt("salt", "next"),
            Debt("soap", "after"), Debt("soap", "after"), Debt("oil", "after"),
            Debt("milk", "last"), Debt("membership", null), Debt("gone", null), Debt(null, null),
        ];
        var shop = new Shop(new() { ["bread"] = 7, ["salt"] = 7, ["soap"] = 14, ["oil"] = 14, ["milk"] = -7, ["membership"] = 30 });

        var later = await new DebtReader(null!, [shop], new BoardMemory()).FindLaterAsync(debts, Today);

        Assert.Equal(["bread", "membership", "oil", "salt", "soap"], later.Order());
    }

    private static OpenDebt Debt(string? order, string? distribution) => new(Today, OperationKind.Order, order, distribution, new Money(1_00, Currency.Euro));

    private sealed class Shop(Dictionary<string, int> days) : IOrderNames
    {
        public Task<IReadOnlyDictionary<string, OrderName>> FindAsync(IReadOnlyCollection<string> orderIds) =>
            Task.FromResult<IReadOnlyDictionary<string, OrderName>>(orderIds.Where(days.ContainsKey).ToDictionary(id => id, id => new OrderName(id, null) { Day = Today.AddDays(days[id]) }));
    }
}
