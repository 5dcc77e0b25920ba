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
            .DefineStyle("market-tokens")
            .SetUrl("~/MarketTheme/tokens.css")
            .SetVersion(MarketVersion.Current);

        manifest
            .DefineStyle("market-controls")
            .SetUrl("~/MarketTheme/controls.css")
            .SetDependencies("market-tokens")
            .SetVersion(MarketVersion.Current);

        manifest
            .DefineStyle("market-content")
            .SetUrl("~/MarketTheme/content.css")
            .SetDependencies("market-controls")
            .SetVersion(MarketVersion.Current);

        manifest
            .DefineStyle("market-theme")
            .SetUrl("~/MarketTheme/frame.css")
            .SetDependencies("market-content")
            .SetVersion(MarketVersion.Current);

        // The last one, for it takes away what the others lay out.
        manifest
            .DefineStyle("market-print")
            .SetUrl("~/MarketTheme/print.css")
            .SetAttribute("media", "print")
            .SetDependencies("market-theme")
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
