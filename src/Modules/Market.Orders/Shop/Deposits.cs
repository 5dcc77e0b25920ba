using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Returnables;

namespace Market.Orders.Shop;

/// <summary>The deposits on what products come in.</summary>
public sealed class Deposits(ReturnableList returnables, IMarketTerms terms)
{
    /// <summary>Those of these products, by packaging: without what is given out no more, and with no question to the database where no product names any.</summary>
    public async Task<IReadOnlyDictionary<string, Deposit>> OfAsync(IEnumerable<ProductFacts> products)
    {
        if (products.All(product => product.ReturnableId is null))
        {
            return new Dictionary<string, Deposit>(StringComparer.Ordinal);
        }

        var currency = (await terms.GetAsync()).Currency;
        return (await returnables.ListAsync()).ToDictionary(
            returnable => returnable.Id,
            returnable => new Deposit(returnable.Name, new Money(returnable.DepositMinorUnits, currency)),
            StringComparer.Ordinal);
    }
}

/// <summary>A deposit on packaging.</summary>
/// <param name="Name">What the packaging is called.</param>
/// <param name="Price">The deposit on one.</param>
public sealed record Deposit(string Name, Money Price);
