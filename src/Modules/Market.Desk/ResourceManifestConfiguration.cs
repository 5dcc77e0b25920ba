using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Desk;

public sealed class ResourceManifestConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest Manifest = new();

    static ResourceManifestConfiguration()
    {
        Manifest.DefineStyle("market-desk").SetUrl("~/Market.Desk/desk.css").SetDependencies("market-payments");
        Manifest.DefineStyle("market-find").SetUrl("~/Market.Desk/find.css");
        Manifest.DefineScript("market-chart").SetUrl("~/Market.Desk/vendor/chart.min.js");
        Manifest.DefineScript("market-trends").SetUrl("~/Market.Desk/trends.js").SetDependencies("market-chart");
        Manifest.DefineScript("market-find").SetUrl("~/Market.Desk/find.js");
    }

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(Manifest);
}
