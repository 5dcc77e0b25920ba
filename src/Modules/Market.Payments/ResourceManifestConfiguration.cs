using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace Market.Payments;

public sealed class ResourceManifestConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest Manifest = new();

    static ResourceManifestConfiguration() => Manifest
        .DefineStyle("market-payments")
        .SetUrl("~/Market.Payments/payments.css");

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(Manifest);
}
