using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Pending;
using Market.Ledger.Settlements;

namespace Market.Ledger.Distributions;

/// <summary>A distribution order by order, as whoever closes it sees it. Nothing of it is settled by being shown.</summary>
/// <param name="Sales">The distribution, and what was sold.</param>
/// <param name="Currency">The market's currency.</param>
/// <param name="Orders">Its orders that hold, by their ids.</param>
/// <param name="Announced">The announced payments of its accounts that name one of its orders or none: they stay pending.</param>
/// <param name="RefusedEntries">How many entries of its counter were refused.</param>
public sealed record DistributionSheet(
    DistributionSales Sales,
    Currency Currency,
    IReadOnlyList<SheetOrder> Orders,
    IReadOnlyList<PendingPayment> Announced,
    int RefusedEntries)
{
    /// <summary>What is due for all orders.</summary>
    public Money Due => Sum(order => order.Due);

    /// <summary>What of that is paid.</summary>
    public Money Paid => Sum(order => order.Paid);

    /// <summary>What is left to pay.</summary>
    public Money Remaining => Due - Paid;

    /// <summary>Lays the sheet out.</summary>
    /// <param name="sales">What was sold.</param>
    /// <param name="currency">The market's currency.</param>
    /// <param name="posted">What is posted for each order, by its id.</param>
    /// <param name="allocations">Which money pays which debt, by account.</param>
    /// <param name="announced">The payments that are announced.</param>
    /// <param name="collected">The orders that were handed over.</param>
    /// <param name="refusedEntries">How many entries of the counter were refused.</param>
    public static DistributionSheet Of(
        DistributionSales sales,
        Currency currency,
        IReadOnlyDictionary<string, Money> posted,
        IReadOnlyDictionary<string, Allocation> allocations,
        IEnumerable<PendingPayment> announced,
        IReadOnlySet<string> collected,
        int refusedEntries)
    {
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(allocations);
        ArgumentNullException.ThrowIfNull(collected);
        var nothing = Money.Zero(currency);
        var standings = allocations.Values.SelectMany(allocation => allocation.Orders).ToLookup(standing => standing.OrderId, StringComparer.Ordinal);
        var accounts = sales.Orders.Select(order => order.AccountId).ToHashSet(StringComparer.Ordinal);
        var orders = sales.Orders.Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        return new DistributionSheet(
            sales,
            currency,
            [
                .. sales.Orders.OrderBy(order => order.OrderId, StringComparer.Ordinal).Select(order => new SheetOrder(
                    order.OrderId,
                    order.AccountId,
                    order.BySeller.Values.Aggregate(nothing, (sum, part) => sum + part),
                    posted.GetValueOrDefault(order.OrderId, nothing),
                    standings[order.OrderId].Aggregate(nothing, (sum, standing) => sum + standing.Total),
                    standings[order.OrderId].Aggregate(nothing, (sum, standing) => sum + standing.Paid),
                    collected.Contains(order.OrderId))),
            ],
            [.. announced.Where(payment => accounts.Contains(payment.AccountId) && (payment.OrderId is null || orders.Contains(payment.OrderId)))],
            refusedEntries);
    }

    /// <summary>What is not done yet: nothing of it is done by closing.</summary>
    public IReadOnlyList<OpenMatter> Matters()
    {
        var matters = new List<OpenMatter>();
        AddIf(!Sales.IsClosed, OpenMatter.StillOrdering);
        AddIf(Orders.Any(order => order.Differs), OpenMatter.DebitMissing);
        AddIf(Remaining.IsPositive, OpenMatter.Unpaid);
        AddIf(Announced.Count > 0, OpenMatter.Announced);
        AddIf(Orders.Any(order => !order.Collected), OpenMatter.NotCollected);
        AddIf(RefusedEntries > 0, OpenMatter.EntriesRefused);
        return matters;

        void AddIf(bool isSo, OpenMatter matter)
        {
            if (isSo)
            {
                matters.Add(matter);
            }
        }
    }

    /// <summary>A code of what it says: whoever closes a distribution sends that of what they saw, and closes nothing else.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Code()
    {
        var form = DistributionHash.Orders(CanonicalForm.Begin(), Orders);
        foreach (var payment in Announced)
        {
            form.Line("announced"u8, payment.Id).Line("amount"u8, payment.Amount.MinorUnits);
        }

        return form.Line("still-ordering"u8, Sales.IsClosed ? 0 : 1).Line("refused"u8, RefusedEntries).Hash();
    }

    private Money Sum(Func<SheetOrder, Money> part) => Orders.Aggregate(Money.Zero(Currency), (sum, order) => sum + part(order));
}
