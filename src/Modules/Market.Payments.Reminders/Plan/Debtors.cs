using System.Globalization;
using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Indexes;
using Market.Payments.Reminders.Models;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Reminders.Plan;

/// <summary>Reads the accounts that owe, with all that decides on their reminders, a few hundred accounts at a time.</summary>
public sealed class Debtors(IAccountStandings standings, ISession session, IMarketTerms terms, IEnumerable<IBankData> banks)
{
    private static readonly string Failed = nameof(ReminderState.Failed);

    /// <summary>The open accounts that owe more than the threshold by their operations, who owes most first.</summary>
    public async IAsyncEnumerable<DebtorCase> ReadAsync(Money threshold)
    {
        await foreach (var batch in standings.OwingAsync(threshold))
        {
            foreach (var debtor in await CasesAsync(batch))
            {
                yield return debtor;
            }
        }
    }

    /// <summary>One account, whatever it owes; none where there is no such account.</summary>
    public async Task<DebtorCase?> FindAsync(string accountId) =>
        (await CasesAsync(await standings.FindAsync([accountId]))).SingleOrDefault();

    private async Task<IReadOnlyList<DebtorCase>> CasesAsync(IReadOnlyList<AccountStanding> batch)
    {
        if (batch.Count == 0)
        {
            return [];
        }

        var currency = (await terms.GetAsync()).Currency;
        var accountIds = batch.Select(standing => standing.Account.Id).ToArray();
        var reminders = (await session
            .QueryIndex<ReminderIndex>(index => index.AccountId.IsIn(accountIds), RemindersCollection.Name)
            .ListAsync()).ToLookup(index => index.AccountId, StringComparer.Ordinal);
        var choices = (await session
            .QueryIndex<ReminderChoiceIndex>(index => index.AccountId.IsIn(accountIds), RemindersCollection.Name)
            .ListAsync()).ToDictionary(index => index.AccountId, StringComparer.Ordinal);
        var withAddress = await WithAddressAsync([.. batch.Select(standing => standing.Account.UserId).OfType<string>()]);
        var bankDataUntil = await BankDataUntilAsync();
        return [.. batch.Select(standing =>
        {
            var account = standing.Account;
            var allocation = Allocation.Of(standing.Operations, currency);
            var choice = choices.GetValueOrDefault(account.Id);
            return new DebtorCase(
                account,
                new ReminderCase(standing.Balances, allocation.Debts)
                {
                    OverduePending = standing.OverduePending,
                    Past = [.. reminders[account.Id].Where(index => index.State != Failed).Select(index => new PastReminder(index.Step, Day(index.Day)))],
                    Failing = [.. reminders[account.Id]
                        .Where(index => index.State == Failed && index.Step != ReminderLadder.DigestStep)
                        .Select(index => new FailingReminder(index.Step, Day(index.Day)))],
                    IsOptedOut = choice?.IsOptedOut == true,
                    PausedUntil = choice?.PausedUntil is { } until ? Day(until) : null,
                    IsOpen = account.IsOpen,
                    HasAddress = account.UserId is { } userId && withAddress.Contains(userId),
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
}
