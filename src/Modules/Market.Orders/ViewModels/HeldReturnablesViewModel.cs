using Market.Ledger.Amounts;
using Market.Orders.Models;

namespace Market.Orders.ViewModels;

/// <summary>What an account holds of packaging on deposit, on its page.</summary>
public class HeldReturnablesViewModel
{
    /// <summary>The client account.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>What goes out, and what the account holds though it is retired, with how many of it the account holds.</summary>
    public IReadOnlyList<(Returnable Returnable, int Held)> Returnables { get; set; } = [];

    /// <summary>The currency of deposits.</summary>
    public Currency Currency { get; set; } = Currency.Euro;

    /// <summary>Whether the user may give out and take back.</summary>
    public bool MayMove { get; set; }
}
