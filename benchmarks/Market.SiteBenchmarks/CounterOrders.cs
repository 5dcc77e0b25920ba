using Market.Orders.Ordering;
using Market.Payments;
using MarketSite.Web.Demonstration;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks;

/// <summary>A distribution that many ordered for, and the pages of its counter.</summary>
internal sealed class CounterOrders(Site site)
{
    /// <summary>Its pages, once each of these accounts has ordered.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PagesAsync(IEnumerable<string> accounts)
    {
        var goods = await site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(services => services.GetRequiredService<Goods>().CreateAsync(), _ => true));
        foreach (var account in accounts)
        {
            var result = await site.InScopeAsync(services => services.GetRequiredService<OrderService>().PlaceAsync(new PlaceOrder
            {
                AccountId = account,
                DistributionId = goods.Next.Id,
                Quantities = goods.Products.Take(10).ToDictionary(product => product, _ => 1, StringComparer.Ordinal),
                FormKey = Guid.NewGuid().ToString("n"),
                UserId = "clerk",
                OnBehalf = true,
            }));
            if (result is not OrderResult.Done { DebitMissing: false })
            {
                throw new InvalidOperationException($"An order was not placed: {result}");
            }
        }

        return new Dictionary<string, string>
        {
            ["counter"] = $"Admin/counter/{goods.Next.Id}",
            ["counter: all members"] = $"Admin/counter/{goods.Next.Id}/state",
        };
    }
}
