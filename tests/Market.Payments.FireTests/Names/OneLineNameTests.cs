using System.Text.Json.Nodes;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments.Accounts;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace Market.Payments.FireTests.Names;

/// <summary>Names are one line, whoever gives them: an import and an API ask no editor.</summary>
public sealed class OneLineNameTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    private const string Broken = " Anne\r\n\tMartin\u2028\u0000x ";

    private const string Line = "Anne Martin x";

    [Fact]
    public async Task Clients_producers_products_and_places_have_one_line()
    {
        var market = fixture.Market;
        var ids = new List<string>();
        await market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                ids.Add(await MakeAsync(services, AccountOpening.ContentType, new JsonObject { [nameof(ClientAccountPart)] = new JsonObject { ["Name"] = Broken } }));
                var producer = await MakeAsync(services, OrdersConstants.Producer, new JsonObject { [nameof(ProducerPart)] = new JsonObject { ["Village"] = Broken } });
                ids.Add(producer);
                ids.Add(await MakeAsync(services, OrdersConstants.Product, new JsonObject { [nameof(ProductPart)] = new JsonObject { ["Unit"] = Broken, ["ProducerId"] = producer } }));
                return true;
            },
            _ => true));

        Assert.Equal(Line, (await market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindAsync(ids[0])))!.Name);
        var producer = Assert.Single(await market.InScopeAsync(services => services.GetRequiredService<Catalogue>().ListProducersAsync()));
        Assert.Equal((Line, Line), (producer.Name, producer.Village));
        var product = Assert.Single(await market.InScopeAsync(services => services.GetRequiredService<Catalogue>().ListProductsAsync()));
        Assert.Equal((Line, Line), (product.Name, product.Unit));
        Assert.Equal(Line, new DistributionPart { Place = Broken }.Place);

        // What an order kept before is read as one line.
        var kept = System.Text.Json.JsonSerializer.Deserialize<OrderLine>(System.Text.Json.JsonSerializer.Serialize(new { ProductId = "p", ProducerId = "f", Name = Broken, Unit = Broken, UnitPriceMinorUnits = 1, VatBasisPoints = 0, Quantity = 2 }))!;
        Assert.Equal((Line, Line, 2L), (kept.Name, kept.Unit, kept.Cost()));
        Assert.Equal(Line, new PaymentsSettings { TransferHolder = Broken }.TransferHolder);
    }

    // As a recipe's content step and the API do it.
    private static async Task<string> MakeAsync(IServiceProvider services, string type, JsonObject content)
    {
        var contents = services.GetRequiredService<IContentManager>();
        var item = await contents.NewAsync(type);
        item.DisplayText = Broken;
        content["TitlePart"] = new JsonObject { ["Title"] = Broken };
        item.Merge(content);
        await contents.CreateAsync(item, VersionOptions.Published);
        return item.ContentItemId;
    }
}
