using Market.Ledger.Pending;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Terms;

/// <summary>Operations hold the market's currency for good; announced payments, payouts, cash drawers and accounts' own limits as long as they are there.</summary>
public sealed class LedgerCurrencyHold(ISession session, LedgerTables tables, IStringLocalizer<LedgerCurrencyHold> S) : ICurrencyHold
{
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = new List<string>();
        await FindAsync(found, S["operations"], $"{tables.Accounts} WHERE [Sequence] > 0");
        await FindAsync(found, S["announced payments"], $"{tables.PendingPayments} WHERE [State] = '{PendingState.Announced}'");
        await FindAsync(found, S["card payouts"], $"{tables.Payouts} WHERE [Sequence] > 0");
        await FindAsync(found, S["cash drawers"], $"{tables.Drawers} WHERE [Sequence] > 0");
        await FindAsync(found, S["accounts with their own lowest balance"], $"{tables.Clients} WHERE [Floor] IS NOT NULL");
        return found;
    }

    private async Task FindAsync(List<string> found, string words, string rows)
    {
        if ((await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {rows}")).Single() > 0)
        {
            found.Add(words);
        }
    }
}
