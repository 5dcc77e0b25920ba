using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Payments.Banking;

public sealed class ResourceManifestConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest Manifest = new();

    static ResourceManifestConfiguration()
    {
        Manifest.DefineStyle("market-transfer").SetUrl("~/Market.Payments.Banking/transfer.css").SetDependencies("market-pages");
        Manifest.DefineStyle("market-slip").SetUrl("~/Market.Payments.Banking/slip.css").SetDependencies("market-payments");
        Manifest.DefineStyle("market-bank").SetUrl("~/Market.Payments.Banking/bank.css").SetDependencies("market-payments");
        Manifest.DefineScript("market-posting").SetUrl("~/Market.Payments.Banking/posting.js");
        Manifest.DefineScript("market-copy").SetUrl("~/Market.Payments.Banking/copy.js");
    }

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(Manifest);
}
