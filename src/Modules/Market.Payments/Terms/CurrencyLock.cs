using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Terms;

/// <summary>Tells whether the market may still choose its currency: only before anything is posted.</summary>
public sealed class CurrencyLock(ISession session, LedgerTables tables)
{
    public async Task<bool> IsFreeAsync() =>
        (await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {tables.Accounts} WHERE [Sequence] > 0")).Single() == 0;
}
