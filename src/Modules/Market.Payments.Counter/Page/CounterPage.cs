using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Market.Payments.Counter.Page;

/// <summary>The addresses of the counter's page.</summary>
/// <param name="List">Where the counters are listed; below it is each of them.</param>
/// <param name="Login">Where one signs in.</param>
/// <param name="LogOut">Where one signs out.</param>
/// <param name="Scripts">The scripts by the address they call one another by, with their versions.</param>
/// <param name="Start">The script that starts the others.</param>
/// <param name="Style">The page's look.</param>
/// <param name="Worker">What the service worker does.</param>
/// <param name="Guard">What keeps other pages from signing out while a phone holds entries.</param>
/// <param name="Scanner">What reads codes where the browser cannot.</param>
public sealed record CounterPage(
    string List,
    string Login,
    string LogOut,
    IReadOnlyDictionary<string, string> Scripts,
    string Start,
    string Style,
    string Worker,
    string Guard,
    IReadOnlyList<string> Scanner)
{
    /// <summary>What a phone needs to open the page without network.</summary>
    public IEnumerable<string> Files => [.. Scripts.Values, Style];

    /// <summary>Its version in the language of the request: the sentences are a part of it.</summary>
    public string Version
    {
        get
        {
            string[] parts = [.. Files, Worker, .. Scanner, CultureInfo.CurrentUICulture.Name, typeof(CounterPage).Assembly.ManifestModule.ModuleVersionId.ToString()];
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
        }
    }
}
