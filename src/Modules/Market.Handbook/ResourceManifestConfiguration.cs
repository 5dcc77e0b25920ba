using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Handbook;

public sealed class ResourceManifestConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest Manifest = new();

    static ResourceManifestConfiguration() => Manifest.DefineStyle("market-handbook").SetUrl("~/Market.Handbook/handbook.css");

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(Manifest);
}
