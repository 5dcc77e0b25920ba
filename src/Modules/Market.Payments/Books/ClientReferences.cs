using Market.Ledger.Chain;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Books;

/// <summary>Compares accounts with their clients: money that stands on an account belongs to somebody.</summary>
public sealed class ClientReferences(ISession session, LedgerTables tables) : IReferenceCheck
{
    public async Task<IReadOnlyList<Finding>> FindAsync() =>
    [
        .. (await tables.QueryAsync<string>(
            session,
            $"SELECT a.[AccountId] FROM {tables.Accounts} a WHERE (a.[Sequence] > 0 OR a.[Pending] <> 0) AND {WithoutClient(tables)} ORDER BY a.[AccountId]"))
            .Select(accountId => new Finding(Misfit.ClientMissing) { AccountId = accountId }),
    ];

    internal static string WithoutClient(LedgerTables tables) => $"NOT EXISTS (SELECT 1 FROM {tables.Clients} c WHERE c.[AccountId] = a.[AccountId])";
}
