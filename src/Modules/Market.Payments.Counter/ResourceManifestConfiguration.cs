using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Payments.Counter;

public sealed class ResourceManifestConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest Manifest = new();

    static ResourceManifestConfiguration()
    {
        Manifest.DefineStyle("market-receipt").SetUrl("~/Market.Payments.Counter/receipt.css");
        Manifest.DefineScript("market-receipt-print").SetUrl("~/Market.Payments.Counter/receipt-print.js");
        Manifest.DefineScript("market-drawers").SetUrl("~/Market.Payments.Counter/drawers.js");
    }

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(Manifest);
}
