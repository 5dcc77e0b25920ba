using Market.Ledger.Allocations;
using Market.Ledger.Reminders;

namespace Market.Payments.Reminders.Plan;

/// <summary>An account that owes, with all that decides on its reminders.</summary>
/// <param name="Account">The account.</param>
/// <param name="Case">What the rules read.</param>
/// <param name="Allocation">Which money pays which of its debts.</param>
public sealed record DebtorCase(ClientAccount Account, ReminderCase Case, Allocation Allocation);
