using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace MarketSite.Web;

/// <summary>
/// Where the market is reached. Outside Development the site is told, and neither a visitor's Host header nor what is typed in the site's
/// settings says otherwise: a mail that resets a password leads there and nowhere else.
/// </summary>
public sealed class PublicAddress
{
    public const string Variable = "MARKET_PUBLIC_ADDRESS";

    public const string ProxiesVariable = "MARKET_TRUSTED_PROXIES";

    private const string ThisMachine = "127.0.0.0/8,::1/128";

    private PublicAddress(Uri address, IReadOnlyList<IPNetwork> trustedProxies)
    {
        Text = address.GetLeftPart(UriPartial.Authority);
        Host = new HostString(address.Authority);
        TrustedProxies = trustedProxies;
    }

    /// <summary>The address, without a slash at its end.</summary>
    public string Text { get; }

    /// <summary>The only host that is answered.</summary>
    public HostString Host { get; }

    /// <summary>Whose word is taken for who asks, and by HTTPS or not.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; }

    /// <summary>Reads the configuration.</summary>
    /// <param name="configuration">The site's configuration.</param>
    /// <param name="environment">Development needs no address.</param>
    /// <param name="address">The address, or none in Development.</param>
    /// <param name="whatToSet">What is missing or wrong.</param>
    public static bool TryPrepare(
        IConfiguration configuration,
        IHostEnvironment environment,
        out PublicAddress? address,
        [NotNullWhen(false)] out string? whatToSet)
    {
        address = null;
        whatToSet = null;
        var given = configuration[Variable];
        if (string.IsNullOrWhiteSpace(given) && environment.IsDevelopment())
        {
            return true;
        }

        if (!Uri.TryCreate(given, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            whatToSet = $"""
                Outside the Development environment this market has to know where it is reached: its mails link there, and no other host is answered.
                Set {Variable} to its address, like https://market.example.org (https, and nothing after the host), and start again.
                """;
            return false;
        }

        var proxies = (configuration[ProxiesVariable] ?? ThisMachine).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (proxies.FirstOrDefault(proxy => ReadNetwork(proxy) is null) is { } wrong)
        {
            whatToSet = $"{ProxiesVariable} names addresses or networks, with commas between, like 172.18.0.2,10.0.0.0/8; '{wrong}' is neither.";
            return false;
        }

        address = new PublicAddress(uri, [.. proxies.Select(proxy => ReadNetwork(proxy)!.Value)]);
        return true;
    }

    private static IPNetwork? ReadNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var single) ? new IPNetwork(single, single.GetAddressBytes().Length * 8)
        : null;
}
