using Market.Orders.Models;

namespace Market.Orders.ViewModels;

/// <summary>The market's front page.</summary>
public class HomeViewModel
{
    /// <summary>The market's name.</summary>
    public required string MarketName { get; init; }

    /// <summary>The distributions that can be ordered for now.</summary>
    public required IReadOnlyList<Distribution> Open { get; init; }

    /// <summary>The next distribution to open, shown where none is open.</summary>
    public Distribution? Next { get; init; }

    /// <summary>The member's orders that are still to be collected.</summary>
    public required IReadOnlyList<Order> Mine { get; init; }

    /// <summary>The names of what is in season on the day of the next distribution, or today where none is planned.</summary>
    public required IReadOnlyList<string> InSeason { get; init; }

    /// <summary>The producers, each with the last part of the address of their page.</summary>
    public required IReadOnlyList<(Producer Producer, string Address)> Producers { get; init; }
}
