using OrchardCore.Users.Models;

namespace Market.Payments.ViewModels;

public class OpenAccountsViewModel
{
    /// <summary>The users who would get an account.</summary>
    public required IReadOnlyList<User> Users { get; init; }

    /// <summary>Whether coordinators decide who gets one: then none is ticked beforehand.</summary>
    public required bool ByCoordinator { get; init; }

    /// <summary>How many there are, listed or not.</summary>
    public required int Count { get; init; }
}
