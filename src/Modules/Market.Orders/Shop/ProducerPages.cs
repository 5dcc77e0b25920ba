using Market.Ledger;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Orders.ViewModels.Shop;

namespace Market.Orders.Shop;

/// <summary>Gathers what the producers' pages show.</summary>
public sealed class ProducerPages(Catalogue catalogue, Distributions distributions, Deposits deposits, IMarketTerms terms)
{
    /// <summary>All producers, each with the last part of the address of their page.</summary>
    public async Task<IReadOnlyList<(Producer Producer, string Address)>> ListAsync()
    {
        var producers = await catalogue.ListProducersAsync();
        return [.. producers.Select(producer => (producer, ProducerAddress.Of(producer, producers)))];
    }

    /// <summary>A producer's page; none where the address is nobody's.</summary>
    public async Task<ProducerViewModel?> FindAsync(string address)
    {
        if (ProducerAddress.Find(address, await catalogue.ListProducersAsync()) is not { } producer)
        {
            return null;
        }

        var products = (await catalogue.ListProductsAsync()).Where(product => product.ProducerId == producer.Id).ToList();
        return new ProducerViewModel
        {
            Producer = producer,
            Products = products,
            Deposits = await deposits.OfAsync(products.Select(product => product.Facts)),
            Currency = (await terms.GetAsync()).Currency,
            Day = (await distributions.FindOpenOrNextAsync())?.Date,
        };
    }
}
