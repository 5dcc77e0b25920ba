using Market.Ledger.Amounts;
using Market.Ledger.Trends;

namespace Market.Payments;

/// <summary>
/// What the books come to by month, for trends. It is summed by the database: no operation is read, and as many questions are asked however
/// many there are. Months are those of operations' days.
/// </summary>
public interface IMoneyTrends
{
    /// <summary>
    /// What each account's months come to. All that was before the first month stands in the month before it, and what is dated after the
    /// last, as an order is for a day to come, in the last: so they come to the balances.
    /// </summary>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last one.</param>
    Task<IReadOnlyList<AccountMonth>> AccountsAsync(Month first, Month last);

    /// <summary>What was received by each method, less what was given back and reversed.</summary>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last one.</param>
    Task<IReadOnlyList<MethodMonth>> TakingsAsync(Month first, Month last);

    /// <summary>The orders that have a debit, and who ordered, by the month of the first debit; months without any are left out.</summary>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last one.</param>
    Task<IReadOnlyList<OrderMonth>> OrdersAsync(Month first, Month last);

    /// <summary>What distributions come to, by id; those that no operation names are left out.</summary>
    Task<IReadOnlyDictionary<string, DistributionSums>> DistributionsAsync(IReadOnlyCollection<string> distributionIds);
}

/// <summary>What a method took in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Method">The method's technical name.</param>
/// <param name="Taken">What was received less what was given back. Below zero where more was given back.</param>
public sealed record MethodMonth(Month Month, string Method, Money Taken);

/// <summary>What was ordered in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Orders">How many orders.</param>
/// <param name="Members">How many accounts ordered.</param>
/// <param name="Ordered">What the orders cost. Not negative.</param>
public sealed record OrderMonth(Month Month, int Orders, int Members, Money Ordered);

/// <summary>What a distribution comes to in the books.</summary>
/// <param name="Ordered">What its orders cost.</param>
/// <param name="Taken">What was received for it, less what was given back: payments that name it.</param>
public sealed record DistributionSums(Money Ordered, Money Taken);
