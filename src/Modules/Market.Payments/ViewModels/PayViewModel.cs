using Market.Ledger.Accounts;

namespace Market.Payments.ViewModels;

/// <summary>What whoever holds a payment link sees: what is to pay and how, and nothing else of the account.</summary>
/// <param name="Balances">The account's balances.</param>
/// <param name="WaysToPay">How to pay by each method the market offers its members.</param>
public sealed record PayViewModel(Balances Balances, IReadOnlyList<object> WaysToPay);
