using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Orders;

/// <summary>Registers the style sheets and the script of the module's pages.</summary>
public sealed class ResourceManagementOptionsConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest _manifest = new();

    static ResourceManagementOptionsConfiguration()
    {
        _manifest.DefineStyle("market-orders").SetUrl("~/Market.Orders/orders.css").SetDependencies("market-pages");
        _manifest.DefineStyle("market-front").SetUrl("~/Market.Orders/front.css").SetDependencies("market-pages");
        _manifest.DefineStyle("market-orders-desk").SetUrl("~/Market.Orders/desk.css").SetDependencies("market-payments");
        _manifest.DefineScript("market-type-in").SetUrl("~/Market.Orders/type-in.js");
        _manifest.DefineScript("market-order").SetUrl("~/Market.Orders/order.js");
    }

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(_manifest);
}
