using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Models;

namespace Market.Payments.Counter.Board;

/// <summary>Reads what a counter shows: every open account, what was ordered for the distribution, what was recorded at it.</summary>
public sealed class BoardReader(
    IOpenAccounts accounts,
    IClientAccounts clients,
    IAnnouncedPayments announced,
    IEnumerable<ICounterReturnables> returnables,
    DebtReader debts,
    CounterRecords records,
    ChequeBanks banks,
    IPostedOperations operations,
    UserNames userNames)
{
    private static readonly IReadOnlyDictionary<string, int> NothingHeld = new Dictionary<string, int>();

    /// <summary>The members, by name, and the entries, in their order.</summary>
    internal async Task<(IReadOnlyList<BoardMember> Members, IReadOnlyList<BoardEntry> Entries)> ReadAsync(ICounterOrders shop, CounterDistribution distribution)
    {
        // What is recorded while this is read is seen in the accounts, which come later, or by the next question.
        var taken = (await records.ListAsync(distribution.Id)).Where(record => record.IsTaken()).ToList();
        var orders = (await shop.ListOrdersAsync(distribution.Id)).ToDictionary(order => order.AccountId, StringComparer.Ordinal);
        var posted = await clients.GetOrderDebitsAsync(distribution.Id);
        var all = await accounts.ListAsync();
        var owed = await debts.ReadAsync([.. all.Where(account => account.Balances.Confirmed.IsNegative)]);
        var later = await debts.FindLaterAsync(owed.Values.SelectMany(open => open).Where(debt => debt.DistributionId != distribution.Id), distribution.Date);
        var promised = await PromisedAsync(all);
        var held = await HeldAsync();
        var bankOf = await banks.ReadAsync();
        var collected = CollectedOrders.Of(taken);
        return (
            [.. all.Select(Member)],
            await EntriesAsync(taken));

        BoardMember Member(OpenAccount account)
        {
            var order = orders.GetValueOrDefault(account.Id);
            var total = order?.Total.MinorUnits ?? 0;
            var sorted = MemberDebts.Of(
                account.Balances.Confirmed,
                total,
                order is null ? 0 : posted.TryGetValue(order.Id, out var debit) ? debit.MinorUnits : 0,
                owed.GetValueOrDefault(account.Id, []),
                order?.Id,
                debt => debt.OrderId is not null && later.Contains(debt.OrderId));
            return new BoardMember(
                account.Id,
                account.Number,
                account.Name,
                account.Search,
                account.Balances.Confirmed.MinorUnits,
                sorted.Older,
                sorted.Later,
                sorted.Credit,
                sorted.Due,
                [.. promised[account.Id]],
                order is null ? null : Order(order, sorted.Remaining, collected.Contains(order.Id)),
                held.GetValueOrDefault(account.Id, NothingHeld),
                bankOf.GetValueOrDefault(account.Id));
        }
    }

    private static BoardOrder Order(CounterOrder order, long remaining, bool isCollected)
    {
        var paid = order.Total.MinorUnits - remaining;
        return new BoardOrder(
            order.Id,
            order.Revision,
            order.Total.MinorUnits,
            paid,
            remaining,
            remaining == 0 ? "paid" : paid > 0 ? "part" : "unpaid",
            isCollected,
            [.. order.Lines.Select(line => new BoardLine(line.ProductId, line.Name, line.Unit, line.Quantity, line.Cost.MinorUnits, line.ByWeight, line.Grams))]);
    }

    private async Task<IReadOnlyList<BoardEntry>> EntriesAsync(IReadOnlyList<CounterRecord> taken)
    {
        // An entry may also have been reversed on the account's page.
        var reversed = await operations.FindReversedAsync(taken.Where(record => record.UndoneBy is null).SelectMany(record => record.OperationIds));
        var names = await userNames.FindAsync([.. taken.Select(record => record.UserId).Distinct(StringComparer.Ordinal)]);
        return
        [
            .. taken.OrderBy(record => record.RecordedUtc).ThenBy(record => record.Place).Select(record => new BoardEntry(
                record.EntryId,
                record.Kind,
                record.AccountId,
                record.OrderId,
                record.Amount?.MinorUnits,
                record.Method,
                record.UserId,
                names.GetValueOrDefault(record.UserId, record.UserId),
                record.RecordedUtc,
                record.IsLate,
                record.UndoneBy is not null || record.OperationIds.Any(reversed.Contains))),
        ];
    }

    private async Task<ILookup<string, BoardAnnounced>> PromisedAsync(IReadOnlyList<OpenAccount> all)
    {
        var payments = all.All(account => account.Balances.Pending.IsZero) ? [] : await announced.ListAsync(0, await announced.CountAsync());
        return payments.ToLookup(payment => payment.AccountId, payment => new BoardAnnounced(payment.Method, payment.Amount.MinorUnits), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> HeldAsync()
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var keeper in returnables)
        {
            foreach (var (account, counts) in await keeper.HeldAsync())
            {
                all[account] = all.TryGetValue(account, out var others)
                    ? others.Concat(counts).ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal)
                    : counts;
            }
        }

        return all;
    }
}
