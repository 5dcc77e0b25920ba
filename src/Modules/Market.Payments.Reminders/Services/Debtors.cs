using System.Globalization;
using Market.Ledger;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using Market.Payments.Services;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Reminders.Services;

/// <summary>
/// Reads the accounts that owe, with all that decides on their reminders. From index rows alone and a few hundred accounts at a time, so
/// that ten thousand take no more memory than a few hundred.
/// </summary>
public sealed class Debtors(ISession session, LedgerTables tables, IMarketTerms terms, IEnumerable<IBankData> banks)
{
    private const int BatchSize = 250;

    private static readonly string Failed = nameof(ReminderState.Failed);

    /// <summary>The open accounts that owe more than the threshold by their operations, who owes most first.</summary>
    public async IAsyncEnumerable<DebtorCase> ReadAsync(Money threshold)
    {
        var (balance, accountId) = (long.MinValue, string.Empty);
        while (true)
        {
            var heads = await HeadsAsync(
                "a.[Balance] < @limit AND c.[IsOpen] = @yes AND (a.[Balance] > @balance OR (a.[Balance] = @balance AND a.[AccountId] > @accountId))",
                new { limit = -threshold.MinorUnits, yes = true, balance, accountId });
            foreach (var debtor in await CasesAsync(heads))
            {
                yield return debtor;
            }

            if (heads.Count < BatchSize)
            {
                yield break;
            }

            (balance, accountId) = (heads[^1].Balance, heads[^1].AccountId);
        }
    }

    /// <summary>One account, whatever it owes; none where there is no such account.</summary>
    public async Task<DebtorCase?> FindAsync(string accountId) =>
        (await CasesAsync(await HeadsAsync("a.[AccountId] = @accountId", new { accountId }))).SingleOrDefault();

    private Task<IReadOnlyList<Head>> HeadsAsync(string where, object parameters) => tables.QueryAsync<Head>(
        session,
        tables.Paged(
            "a.[AccountId], a.[Balance], a.[Pending], c.[Number], c.[Name], c.[Reference], c.[UserId], c.[IsOpen]",
            $"{tables.Accounts} a INNER JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId] WHERE {where}",
            "a.[Balance], a.[AccountId]",
            0,
            BatchSize),
        parameters);

    private async Task<IReadOnlyList<DebtorCase>> CasesAsync(IReadOnlyList<Head> heads)
    {
        if (heads.Count == 0)
        {
            return [];
        }

        var currency = (await terms.GetAsync()).Currency;
        var accountIds = heads.Select(head => head.AccountId).ToArray();
        var (isOne, parameters) = LedgerTables.In("o.[AccountId]", accountIds);
        var operations = (await tables.QueryAsync<AllocationRow>(
            session,
            $"SELECT {AllocationRow.Columns} FROM {tables.Operations} o WHERE {isOne} ORDER BY o.[AccountId], o.[Sequence]",
            parameters)).ToLookup(row => row.AccountId, StringComparer.Ordinal);
        var reminders = (await session
            .QueryIndex<ReminderIndex>(index => index.AccountId.IsIn(accountIds), RemindersCollection.Name)
            .ListAsync()).ToLookup(index => index.AccountId, StringComparer.Ordinal);
        var choices = (await session
            .QueryIndex<ReminderChoiceIndex>(index => index.AccountId.IsIn(accountIds), RemindersCollection.Name)
            .ListAsync()).ToDictionary(index => index.AccountId, StringComparer.Ordinal);
        var withAddress = await WithAddressAsync([.. heads.Select(head => head.UserId).OfType<string>()]);
        var bankDataUntil = await BankDataUntilAsync();
        return [.. heads.Select(head =>
        {
            var allocation = Allocation.Of(operations[head.AccountId].Select(row => row.ToOperation(currency)), currency);
            var choice = choices.GetValueOrDefault(head.AccountId);
            var balances = new Balances(new Money(head.Balance, currency), new Money(head.Pending, currency));
            return new DebtorCase(
                new ClientAccount(head.AccountId, head.Number, head.Name, head.Reference, head.UserId, head.IsOpen),
                new ReminderCase(balances, allocation.Debts)
                {
                    Past = [.. reminders[head.AccountId].Where(index => index.State != Failed).Select(index => new PastReminder(index.Step, Day(index.Day)))],
                    Failing = [.. reminders[head.AccountId]
                        .Where(index => index.State == Failed && index.Step != ReminderLadder.DigestStep)
                        .Select(index => new FailingReminder(index.Step, Day(index.Day)))],
                    IsOptedOut = choice?.IsOptedOut == true,
                    PausedUntil = choice?.PausedUntil is { } until ? Day(until) : null,
                    IsOpen = head.IsOpen,
                    HasAddress = head.UserId is { } userId && withAddress.Contains(userId),
                    HasBankData = banks.Any(),
                    BankDataUntil = bankDataUntil,
                },
                allocation);
        })];
    }

    private async Task<HashSet<string>> WithAddressAsync(string[] userIds) =>
        [.. (await session.QueryIndex<UserIndex>(index => index.UserId.IsIn(userIds)).ListAsync())
            .Where(index => !string.IsNullOrEmpty(index.NormalizedEmail))
            .Select(index => index.UserId)];

    // What the least recent bank does not tell yet may be paid; of one that nobody has spoken of yet, that is anything.
    private async Task<DateOnly?> BankDataUntilAsync()
    {
        var days = new List<DateOnly?>();
        foreach (var bank in banks)
        {
            days.Add(await bank.GetLastDayAsync());
        }

        return days.Contains(null) ? null : days.Min();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Head
    {
        public string AccountId { get; set; } = string.Empty;

        public long Balance { get; set; }

        public long Pending { get; set; }

        public string Number { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public string Reference { get; set; } = string.Empty;

        public string? UserId { get; set; }

        public bool IsOpen { get; set; }
    }
}
