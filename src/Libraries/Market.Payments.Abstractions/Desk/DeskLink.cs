namespace Market.Payments;

/// <summary>A page of the admin that the desk leads to.</summary>
/// <param name="RouteName">The name of its route.</param>
/// <param name="Values">What the route takes; none where it takes nothing.</param>
public sealed record DeskLink(string RouteName, IReadOnlyDictionary<string, string>? Values = null)
{
    /// <summary>A page whose route takes one value.</summary>
    /// <param name="routeName">The name of its route.</param>
    /// <param name="key">The value's name.</param>
    /// <param name="value">The value.</param>
    public static DeskLink Of(string routeName, string key, string value) => new(routeName, new Dictionary<string, string> { [key] = value });
}
