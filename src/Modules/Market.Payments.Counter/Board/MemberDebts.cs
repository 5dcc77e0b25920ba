using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Payments.Counter.Board;

/// <summary>What of an account's debt is to pay at a distribution. Pure.</summary>
/// <param name="Remaining">What remains of the account's order of this distribution.</param>
/// <param name="Older">What is owed besides.</param>
/// <param name="Later">What is owed for later distributions.</param>
/// <param name="Credit">What is held.</param>
internal readonly record struct MemberDebts(long Remaining, long Older, long Later, long Credit)
{
    public long Due => Remaining + Older;

    /// <summary>Sorts what an account owes.</summary>
    /// <param name="balance">The confirmed balance.</param>
    /// <param name="total">What the order costs; zero where there is none.</param>
    /// <param name="posted">What of that is in the books: a debit that is missing is owed all the same.</param>
    /// <param name="debts">The open debts by the books.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="isLater">Whether a debt is an order's of a later distribution.</param>
    public static MemberDebts Of(Money balance, long total, long posted, IReadOnlyList<OpenDebt> debts, string? orderId, Func<OpenDebt, bool> isLater)
    {
        var net = balance.MinorUnits - (total - posted);
        if (net >= 0)
        {
            return new MemberDebts(0, 0, 0, net);
        }

        var later = Math.Min(-net, debts.Where(isLater).Sum(debt => debt.Remaining.MinorUnits));
        var due = -net - later;
        var ofOrder = debts.Where(debt => orderId is not null && debt.OrderId == orderId).Sum(debt => debt.Remaining.MinorUnits) + (total - posted);
        var remaining = Math.Clamp(ofOrder, 0, Math.Min(due, total));
        return new MemberDebts(remaining, due - remaining, later, 0);
    }
}
