using Market.Orders.Models;

namespace Market.Orders.Lists;

/// <summary>A line of an order in a list, with whose it is and who makes it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Number">The account's number; empty where it is unknown.</param>
/// <param name="Client">The account's name; its id where it is unknown.</param>
/// <param name="Producer">The producer's name.</param>
/// <param name="Line">What is ordered.</param>
public sealed record ListedLine(string AccountId, string Number, string Client, string Producer, OrderLine Line);
