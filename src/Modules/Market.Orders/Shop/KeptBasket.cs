using Market.Orders.Models;

namespace Market.Orders.Shop;

/// <summary>What a visitor has put in their basket for a distribution and has not ordered.</summary>
/// <param name="UserId">Who filled it; none where nobody was signed in.</param>
/// <param name="OrderId">The order it changes; none where it is a new one.</param>
/// <param name="Revision">The revision of that order; 0 where there is none.</param>
/// <param name="Quantities">How many, or how many grams, by product id: those above nothing.</param>
public sealed record KeptBasket(string? UserId, string? OrderId, int Revision, IReadOnlyDictionary<string, int> Quantities)
{
    /// <summary>The most products one holds.</summary>
    public const int MostProducts = 300;

    private const int LongestId = 26;

    /// <summary>A basket of what was typed; what is no quantity is left out, and so is what no market sells that much of.</summary>
    public static KeptBasket Of(string? userId, string? orderId, int revision, IReadOnlyDictionary<string, int> typed) => new(
        userId,
        string.IsNullOrEmpty(orderId) ? null : orderId,
        string.IsNullOrEmpty(orderId) ? 0 : revision,
        typed.Where(wanted => wanted.Value > 0 && wanted.Key.Length is > 0 and <= LongestId).Take(MostProducts).ToDictionary(StringComparer.Ordinal));

    /// <summary>Whether somebody may see it: what a member filled is for nobody else who uses the same browser.</summary>
    public bool IsOf(string? userId) => UserId is null || UserId == userId;

    /// <summary>Whether it was filled without knowing of an order that is there, and so is added to it.</summary>
    public bool IsAddedTo(Order? order) => OrderId is null && order is not null;

    /// <summary>What is wanted in all, given the order that is there; none where the basket is for another state of it.</summary>
    public IReadOnlyDictionary<string, int>? For(Order? order)
    {
        if (order is not null && IsAddedTo(order))
        {
            return order.Lines.Select(line => KeyValuePair.Create(line.ProductId, line.Quantity))
                .Concat(Quantities)
                .GroupBy(wanted => wanted.Key, StringComparer.Ordinal)
                .ToDictionary(wanted => wanted.Key, wanted => wanted.Sum(one => one.Value), StringComparer.Ordinal);
        }

        return OrderId == order?.OrderId && Revision == (order?.Revision ?? 0) ? Quantities : null;
    }
}
