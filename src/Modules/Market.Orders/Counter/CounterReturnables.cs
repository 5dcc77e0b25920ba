using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Returnables;
using Market.Payments;

namespace Market.Orders.Counter;

/// <summary>Tells the counter of packaging on deposit, and who has how many.</summary>
public sealed class CounterReturnables(ReturnableList returnables, IReturnableCounts counts, IMarketTerms terms) : ICounterReturnables
{
    public async Task<IReadOnlyList<CounterReturnable>> ListAsync()
    {
        var currency = (await terms.GetAsync()).Currency;
        return [.. (await returnables.ListAsync()).Select(returnable => new CounterReturnable(returnable.Id, returnable.Name, new Money(returnable.DepositMinorUnits, currency)))];
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> HeldAsync() => counts.FindAllAsync();
}
