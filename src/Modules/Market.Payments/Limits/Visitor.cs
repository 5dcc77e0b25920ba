using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Market.Payments.Limits;

/// <summary>Who a request is counted for.</summary>
internal static class Visitor
{
    // A household has a whole network of IPv6: its first half.
    private const int NetworkBytes = 8;

    /// <summary>The user who is signed in.</summary>
    public static string? PersonOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Where it comes from. Behind a proxy that is the visitor's address only where the proxy's header is trusted.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => string.Empty,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } wide => Convert.ToHexString(wide.GetAddressBytes(), 0, NetworkBytes),
        var address => address.ToString(),
    };
}
