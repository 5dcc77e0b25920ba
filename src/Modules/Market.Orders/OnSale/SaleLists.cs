using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.OnSale;

/// <summary>The lists of what distributions have on sale. One without a list sells all products at their own price, without limits.</summary>
public sealed class SaleLists(IUnitOfWork unitOfWork, SaleTable table, Distributions distributions)
{
    // Older lists are copied from no more.
    private const int Looked = 100;

    /// <summary>What a distribution has on sale; nothing where it has no list.</summary>
    public Task<IReadOnlyList<SaleItem>> ListAsync(string distributionId) => table.ListAsync(distributionId);

    /// <summary>The latest other distribution that has a list, none where none has.</summary>
    public async Task<Distribution?> FindLastAsync(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var with = await table.FindWithAsync();
        var others = (await distributions.ListLatestAsync(Looked)).Where(other => other.Id != distribution.Id && with.Contains(other.Id)).ToList();
        return others.FirstOrDefault(other => other.Date <= distribution.Date) ?? (others is [.., var nearest] ? nearest : null);
    }

    /// <summary>Puts products on sale. Orders that hold keep what they hold, and are counted against the stock.</summary>
    /// <returns>Why not, in the language of the request; null where it is kept.</returns>
    public Task<string?> SaveAsync(SaveSaleList request) => unitOfWork.RunAsync(
        services => services.GetRequiredService<SaleDesk>().SaveAsync(request),
        fault => fault is null);

    /// <summary>How many of each product orders hold, or how many grams.</summary>
    public static IReadOnlyDictionary<string, long> CountOrdered(IEnumerable<Order> orders) => orders
        .SelectMany(order => order.Quantities())
        .GroupBy(held => held.Key, StringComparer.Ordinal)
        .ToDictionary(product => product.Key, product => product.Sum(held => (long)held.Value), StringComparer.Ordinal);

    /// <summary>What a list says, in few characters: two that say the same have the same.</summary>
    public static string StampOf(IEnumerable<SaleItem> items)
    {
        var lines = items.OrderBy(item => item.ProductId, StringComparer.Ordinal)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.ProductId} {item.PriceMinorUnits} {item.Stock} {item.PerAccount}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
