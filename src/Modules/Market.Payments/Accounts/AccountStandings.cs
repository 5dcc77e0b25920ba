using System.Globalization;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.Settings;
using YesSql;

namespace Market.Payments.Accounts;

public sealed class AccountStandings(ISession session, LedgerTables tables, OperationsToAllocate operations, IMarketTerms terms, IMarketCalendar calendar, ISiteService siteService) : IAccountStandings
{
    private const int BatchSize = 250;

    public async IAsyncEnumerable<IReadOnlyList<AccountStanding>> OwingAsync(Money threshold)
    {
        var (balance, accountId) = (long.MinValue, string.Empty);
        while (true)
        {
            var heads = await HeadsAsync(
                "a.[Balance] < @limit AND c.[IsOpen] = @yes AND (a.[Balance] > @balance OR (a.[Balance] = @balance AND a.[AccountId] > @accountId))",
                new { limit = -threshold.MinorUnits, yes = true, balance, accountId },
                BatchSize);
            if (heads.Count > 0)
            {
                yield return await StandingsAsync(heads);
            }

            if (heads.Count < BatchSize)
            {
                yield break;
            }

            (balance, accountId) = (heads[^1].Balance, heads[^1].AccountId);
        }
    }

    public async Task<IReadOnlyList<AccountStanding>> FindAsync(IReadOnlyCollection<string> accountIds)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        if (accountIds.Count == 0)
        {
            return [];
        }

        var (isOne, parameters) = LedgerTables.In("a.[AccountId]", accountIds);
        return await StandingsAsync(await HeadsAsync(isOne, parameters, accountIds.Count));
    }

    // What stands in the books counts, also where the client was deleted while the feature was off.
    private Task<IReadOnlyList<Head>> HeadsAsync(string where, object parameters, int most) => tables.QueryAsync<Head>(
        session,
        tables.Paged(
            "a.[AccountId], a.[Balance], a.[Pending], c.[Number], c.[Name], c.[Reference], c.[UserId], c.[IsOpen]",
            $"{tables.Accounts} a LEFT JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId] WHERE {where}",
            "a.[Balance], a.[AccountId]",
            0,
            most),
        parameters);

    private async Task<IReadOnlyList<AccountStanding>> StandingsAsync(IReadOnlyList<Head> heads)
    {
        if (heads.Count == 0)
        {
            return [];
        }

        var currency = (await terms.GetAsync()).Currency;
        var posted = await operations.ReadAsync(heads.Select(head => head.AccountId));
        var overdue = await OverduePendingAsync(heads.Where(head => head.Pending > 0).Select(head => head.AccountId).ToList());
        return [.. heads.Select(head => new AccountStanding(
            new ClientAccount(head.AccountId, head.Number ?? head.AccountId, head.Name ?? head.AccountId, head.Reference ?? string.Empty, head.UserId, head.IsOpen == true),
            new Balances(new Money(head.Balance, currency), new Money(head.Pending, currency)),
            [.. posted[head.AccountId]])
        {
            OverduePending = overdue.TryGetValue(head.AccountId, out var pending) ? new Money(pending, currency) : null,
        })];
    }

    private async Task<Dictionary<string, long>> OverduePendingAsync(List<string> accountIds)
    {
        if (accountIds.Count == 0)
        {
            return [];
        }

        var until = (await calendar.TodayAsync()).AddDays(-(await siteService.GetSettingsAsync<PaymentsSettings>()).AnnouncedStaleDays);
        var (isOne, parameters) = LedgerTables.In("p.[AccountId]", accountIds);
        parameters.Add("announced", nameof(PendingState.Announced));
        parameters.Add("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var rows = await tables.QueryAsync<OverdueRow>(
            session,
            $"SELECT p.[AccountId], p.[Amount] FROM {tables.PendingPayments} p WHERE {isOne} AND p.[State] = @announced AND p.[AnnouncedOn] <= @until",
            parameters);
        return rows.GroupBy(row => row.AccountId, StringComparer.Ordinal).ToDictionary(account => account.Key, account => account.Sum(row => row.Amount), StringComparer.Ordinal);
    }

    private sealed class OverdueRow
    {
        public string AccountId { get; set; } = string.Empty;

        public long Amount { get; set; }
    }

    private sealed class Head
    {
        public string AccountId { get; set; } = string.Empty;

        public long Balance { get; set; }

        public long Pending { get; set; }

        public string? Number { get; set; }

        public string? Name { get; set; }

        public string? Reference { get; set; }

        public string? UserId { get; set; }

        public bool? IsOpen { get; set; }
    }
}
