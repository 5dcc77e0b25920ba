using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using OrchardCore.DisplayManagement;

namespace Market.Payments.ViewModels.Members;

/// <summary>An account as its member sees it.</summary>
public class MyAccountViewModel
{
    public required ClientAccount Account { get; init; }

    public required Statement Statement { get; init; }

    public required Allocation Allocation { get; init; }

    /// <summary>What other modules show of the account, by display drivers of <see cref="ClientAccount"/>.</summary>
    public required IShape Additions { get; init; }

    /// <summary>How to pay by each method the market offers its members.</summary>
    public required IReadOnlyList<object> WaysToPay { get; init; }

    /// <summary>The newest lines, each with how it came about.</summary>
    public required StatementLinesViewModel Lines { get; init; }

    /// <summary>Whether members give one another credit here.</summary>
    public bool MayGive { get; init; }

    /// <summary>Whether who looks at it is its holder, and not another login of the household.</summary>
    public bool IsHolder { get; init; }

    /// <summary>Whether the account is shared, or may be.</summary>
    public bool HasHousehold { get; init; }

    public Money Balance => Statement.Balances.Confirmed;

    public IEnumerable<OrderStanding> UnpaidOrders => Allocation.Orders.Where(order => order.State is not OrderState.Paid);
}
