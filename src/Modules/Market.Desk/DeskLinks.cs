using Market.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Market.Desk;

/// <summary>Writes the addresses of what modules lead to.</summary>
public static class DeskLinks
{
    /// <exception cref="InvalidOperationException">No route has this name: a module leads to a page that is not there.</exception>
    public static string To(this IUrlHelper url, DeskLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var values = new RouteValueDictionary();
        foreach (var (name, value) in link.Values ?? new Dictionary<string, string>())
        {
            values[name] = value;
        }

        return url.RouteUrl(link.RouteName, values) ?? throw new InvalidOperationException($"There is no route {link.RouteName}.");
    }
}
