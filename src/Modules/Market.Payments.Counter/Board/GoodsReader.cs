using Market.Ledger;
using Market.Ledger.Methods;

namespace Market.Payments.Counter.Board;

/// <summary>Reads what is the same for every member: the currency, the ways to pay at the stall, what is sold and what is given out.</summary>
public sealed class GoodsReader(IMarketTerms terms, IEnumerable<ICounterReturnables> returnables)
{
    internal async Task<object> CurrencyAsync()
    {
        var currency = (await terms.GetAsync()).Currency;
        return new { currency.Code, currency.Decimals };
    }

    // An online card needs the network, and is paid on the public site.
    internal async Task<object> MethodsAsync() => (await terms.GetAsync()).Offered
        .Where(method => method.Use is PaymentUse.OnSite)
        .Select(method => new { method.Name, method.Label, IsCash = method.Name == BuiltInMethods.Cash, method.Refunds, method.Fields })
        .ToList();

    internal static async Task<object> ProductsAsync(ICounterOrders shop, string distributionId) => (await shop.ListProductsAsync(distributionId))
        .Select(product => new { product.Id, product.Name, product.Unit, Price = product.Price.MinorUnits, product.ByWeight })
        .ToList();

    internal async Task<object> ReturnablesAsync()
    {
        var all = new List<CounterReturnable>();
        foreach (var keeper in returnables)
        {
            all.AddRange(await keeper.ListAsync());
        }

        return all.Select(returnable => new { returnable.Id, returnable.Name, Deposit = returnable.Deposit.MinorUnits }).ToList();
    }
}
