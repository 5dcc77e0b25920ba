using Market.Ledger.Allocations;

namespace Market.Payments.Counter.Board;

/// <summary>
/// The open debts of those who owe anything, and the days of the orders among them. What was read of an account is kept for as long as the
/// account has as many operations: they are never changed.
/// </summary>
public sealed class DebtReader(IAccountStandings standings, IEnumerable<IOrderNames> names, BoardMemory memory)
{
    private const int BatchSize = 250;

    /// <summary>The open debts of these accounts, by account.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<OpenDebt>>> ReadAsync(IReadOnlyCollection<OpenAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var known = memory.Debts;
        var found = new Dictionary<string, IReadOnlyList<OpenDebt>>(StringComparer.Ordinal);
        var unknown = new Dictionary<string, OpenAccount>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (known.TryGetValue(account.Id, out var kept) && kept.Operations == account.Operations)
            {
                found.Add(account.Id, kept.Debts);
            }
            else
            {
                unknown.Add(account.Id, account);
            }
        }

        foreach (var batch in unknown.Keys.Chunk(BatchSize))
        {
            foreach (var standing in await standings.FindAsync(batch))
            {
                var debts = Allocation.Of(standing.Operations, standing.Balances.Confirmed.Currency).Debts;
                known[standing.Account.Id] = (standing.Operations.Count, debts);
                found.Add(standing.Account.Id, debts);
            }
        }

        return found;
    }

    /// <summary>
    /// The orders among these debts that are collected after a day. Those of one distribution are collected together: one of them is asked for,
    /// and the others where no shop knows that one.
    /// </summary>
    public async Task<IReadOnlySet<string>> FindLaterAsync(IEnumerable<OpenDebt> debts, DateOnly day)
    {
        var together = debts
            .Where(debt => debt.OrderId is not null)
            .GroupBy(debt => debt.DistributionId ?? debt.OrderId!, debt => debt.OrderId!, StringComparer.Ordinal)
            .Select(orders => orders.Distinct(StringComparer.Ordinal).ToList())
            .ToList();
        var first = await names.FindAllAsync([.. together.Select(orders => orders[0]).Distinct(StringComparer.Ordinal)]);
        var others = await names.FindAllAsync([.. together.Where(orders => !first.ContainsKey(orders[0])).SelectMany(orders => orders.Skip(1)).Distinct(StringComparer.Ordinal)]);
        return together
            .SelectMany(orders => first.TryGetValue(orders[0], out var name) ? (name.Day > day ? orders : []) : orders.Where(order => others.GetValueOrDefault(order)?.Day > day))
            .ToHashSet(StringComparer.Ordinal);
    }
}
