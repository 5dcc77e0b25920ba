using Market.Ledger.Allocations;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.ViewModels.Members;
using OrchardCore.DisplayManagement;

namespace Market.Payments.ViewModels;

/// <summary>An account as the coordinator sees it.</summary>
public class AccountViewModel
{
    public required ClientAccount Account { get; init; }

    public required Statement Statement { get; init; }

    public required Allocation Allocation { get; init; }

    /// <summary>What is announced on the account, the oldest first, and no more than a page of it.</summary>
    public required IReadOnlyList<PendingPayment> Pending { get; init; }

    /// <summary>How many payments are announced.</summary>
    public required int PendingCount { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>From how many days on an announced payment is overdue.</summary>
    public required int StaleDays { get; init; }

    /// <summary>How old its debts are.</summary>
    public required DebtAgeing Ageing { get; init; }

    /// <summary>The link by which anybody may pay for this account; none where it owes nothing.</summary>
    public required Uri? PaymentLink { get; init; }

    /// <summary>For how many days such a link works.</summary>
    public required int PaymentLinkDays { get; init; }

    /// <summary>That the member left, and when their name is erased; none where they did not.</summary>
    public Leaving? Leaving { get; init; }

    /// <summary>The other logins that see it, and who is invited.</summary>
    public required HouseholdViewModel Household { get; init; }

    /// <summary>Whether it may be called off.</summary>
    public bool MayManage { get; init; }

    public required dynamic Pager { get; init; }

    public required bool MayRecord { get; init; }

    public required bool MayCorrect { get; init; }

    public required bool PaymentsActive { get; init; }

    /// <summary>What other modules show of the account, by display drivers of <see cref="ClientAccount"/>.</summary>
    public required IShape Additions { get; init; }
}
