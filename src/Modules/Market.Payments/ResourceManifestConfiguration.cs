using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Payments;

public sealed class ResourceManifestConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest Manifest = new();

    static ResourceManifestConfiguration()
    {
        Manifest.DefineStyle("market-payments").SetUrl("~/Market.Payments/payments.css");
        Manifest.DefineStyle("market-pages").SetUrl("~/Market.Payments/pages.css");
        Manifest.DefineStyle("market-statement").SetUrl("~/Market.Payments/statement.css");
        Manifest.DefineScript("market-admin-menu").SetUrl("~/Market.Payments/admin-menu.js").SetDependencies("the-admin");
    }

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(Manifest);
}
