using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Clients;

/// <summary>What keeps an account open: its balance, and what any module says is not settled behind it.</summary>
public sealed class AccountClosing(ISession session, LedgerTables tables, IEnumerable<IOpenMatters> matters, IStringLocalizer<AccountClosing> S)
{
    /// <summary>
    /// The sentences that say why not; none where nothing is open. The account is locked until the session's transaction ends: what is
    /// posted or announced at the same moment comes before and is seen, or after and finds the account closed.
    /// </summary>
    public async Task<IReadOnlyList<string>> WhyNotAsync(string accountId)
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        await tables.ExecuteAsync(transaction, $"UPDATE {tables.Accounts} SET [Sequence] = [Sequence] WHERE [AccountId] = @accountId", new { accountId });
        var balance = await tables.QuerySingleAsync<long>(transaction, $"SELECT [Balance] FROM {tables.Accounts} WHERE [AccountId] = @accountId", new { accountId });
        List<string> reasons = balance == 0 ? [] : [S["Bring the balance to zero before you close the account."]];
        reasons.AddRange(await ListOpenAsync(accountId));
        return reasons;
    }

    /// <summary>What is open behind an account whatever its balance is.</summary>
    public async Task<IReadOnlyList<string>> ListOpenAsync(string accountId)
    {
        var open = new List<string>();
        foreach (var matter in matters)
        {
            open.AddRange(await matter.FindAsync(accountId));
        }

        return open;
    }
}
