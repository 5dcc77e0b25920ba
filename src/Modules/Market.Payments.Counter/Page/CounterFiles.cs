using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;

namespace Market.Payments.Counter.Page;

/// <summary>
/// What the counter's page is made of, each file under an address that changes with what it holds: a phone keeps one version of the page
/// whole, and never a mixture of two.
/// </summary>
public sealed class CounterFiles(
    IFileVersionProvider versions,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    IOptions<AdminOptions> admin)
{
    private const string Folder = "/Market.Payments.Counter/";

    private static readonly string[] Modules =
    [
        "app", "dom", "effects", "goods", "install", "list", "money", "page", "phone", "queue", "scan", "server", "sheet", "state", "store",
        "strip", "sync", "till", "words",
    ];

    /// <summary>The files' addresses, under the path that the tenant is reached by.</summary>
    public CounterPage For(PathString pathBase)
    {
        var scripts = Modules.Select(name => $"{pathBase}{Folder}counter/{name}.js").ToDictionary(path => path, path => Versioned(pathBase, path), StringComparer.Ordinal);
        return new CounterPage(
            $"{pathBase}/{admin.Value.AdminUrlPrefix}/counter",
            pathBase + cookies.Get(IdentityConstants.ApplicationScheme).LoginPath,
            pathBase + cookies.Get(IdentityConstants.ApplicationScheme).LogoutPath,
            scripts,
            scripts[$"{pathBase}{Folder}counter/page.js"],
            Versioned(pathBase, $"{pathBase}{Folder}counter/counter.css"),
            Versioned(pathBase, $"{pathBase}{Folder}counter/worker.js"),
            Versioned(pathBase, $"{pathBase}{Folder}counter-guard.js"),
            [.. new[] { "barcode-detector.js", "zxing_reader.wasm" }.Select(name => Versioned(pathBase, $"{pathBase}{Folder}vendor/barcode-detector/{name}"))]);
    }

    private string Versioned(PathString pathBase, string path) => versions.AddFileVersionToPath(pathBase, path);
}
