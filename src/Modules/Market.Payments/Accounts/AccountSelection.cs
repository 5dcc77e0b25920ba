using Market.Payments.AccountBalances;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Accounts;

/// <summary>The accounts that meet a criterion, a page at a time, by their ids: what happens to one between two pages moves no other.</summary>
public sealed class AccountSelection(ISession session, LedgerTables tables, DebtAges ages, IMarketCalendar calendar)
{
    /// <summary>How many accounts are looked at for all pages together. By age, that is all that owe: their operations are read with their page.</summary>
    public async Task<int> CountAsync(AccountCriterion criterion) => (int)(await tables.QueryAsync<long>(
        session, $"SELECT COUNT(*) FROM {tables.Accounts} a WHERE {Where(criterion)}", new { amount = criterion.Amount.MinorUnits })).Single();

    /// <summary>The next page after an account.</summary>
    public async Task<AccountPage> NextAsync(AccountCriterion criterion, string after, int count)
    {
        var found = await tables.QueryAsync<string>(
            session,
            tables.Paged("a.[AccountId]", $"{tables.Accounts} a WHERE a.[AccountId] > @after AND {Where(criterion)}", "a.[AccountId]", 0, count),
            new { after, amount = criterion.Amount.MinorUnits });
        return found is [] ? new AccountPage([], 0, null)
            : new AccountPage(criterion.Kind is AccountCriterionKind.DebtOlderThan ? await OlderAsync(found, criterion.Days) : found, found.Count, found[^1]);
    }

    private static string Where(AccountCriterion criterion) => criterion.Kind switch
    {
        AccountCriterionKind.OwingMoreThan => "a.[Balance] < 0 AND -a.[Balance] > @amount",
        AccountCriterionKind.CreditOfAtLeast => "a.[Balance] > 0 AND a.[Balance] >= @amount",
        _ => "a.[Balance] < 0",
    };

    private async Task<IReadOnlyList<string>> OlderAsync(IReadOnlyList<string> accountIds, int days)
    {
        var today = await calendar.TodayAsync();
        var known = await ages.ReadAsync(accountIds);
        return [.. accountIds.Where(id => known.TryGetValue(id, out var age) && age.OldestSince is { } since && today.DayNumber - since.DayNumber > days)];
    }
}
