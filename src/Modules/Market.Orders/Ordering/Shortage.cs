using Market.Orders.Models;

namespace Market.Orders.Ordering;

/// <summary>A product of which more is wanted than there is, or than one account may have.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">What it is called.</param>
/// <param name="SoldBy">What is counted: pieces, or grams.</param>
/// <param name="Held">How many the order holds already.</param>
/// <param name="Most">The most that the order may hold of it by now.</param>
/// <param name="IsPerAccount">Whether it is the limit of one account that stands in the way, and not what is left.</param>
public sealed record Shortage(string ProductId, string Name, SoldBy SoldBy, int Held, int Most, bool IsPerAccount);
