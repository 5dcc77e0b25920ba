using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace MarketTheme;

/// <summary>
/// Names the theme's files, so that a page or another module can depend on <c>market-theme</c>
/// and each is linked once, with a version in its address.
/// </summary>
public sealed class ResourceManagementOptionsConfiguration : IConfigureOptions<ResourceManagementOptions>
{
    private static readonly ResourceManifest _manifest = BuildManifest();

    public void Configure(ResourceManagementOptions options) => options.ResourceManifests.Add(_manifest);

    private static ResourceManifest BuildManifest()
    {
        var manifest = new ResourceManifest();

        manifest
            .DefineStyle("market-theme")
            .SetUrl("~/MarketTheme/market.css")
            .SetVersion(MarketVersion.Current);

        manifest
            .DefineScript("market-theme")
            .SetUrl("~/MarketTheme/market.js")
            .SetVersion(MarketVersion.Current);

        manifest
            .DefineScript("market-authenticator")
            .SetUrl("~/MarketTheme/market-authenticator.js")
            .SetDependencies("qrcode")
            .SetVersion(MarketVersion.Current);

        return manifest;
    }
}
