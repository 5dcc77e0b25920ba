using Market.Payments.Storage;

namespace Market.Payments.AccountBalances;

/// <summary>What is asked of accounts, called <c>a</c>, and of their clients, called <c>c</c>. The values <c>@yes</c> and <c>@no</c> come with it.</summary>
internal static class BalanceSql
{
    /// <summary>A closed account is listed only while its balance is not zero.</summary>
    public const string IsListed = "(c.[IsOpen] = @yes OR a.[Balance] <> 0)";

    public static string From(LedgerTables tables) => $"{tables.Accounts} a INNER JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId]";

    /// <summary>Whether an account has a balance of a kind.</summary>
    public static string Has(BalanceFilter filter) => filter switch
    {
        BalanceFilter.ToPay => "a.[Balance] < 0",
        BalanceFilter.Credit => "a.[Balance] > 0",
        BalanceFilter.Settled => "a.[Balance] = 0",
        _ => "1 = 1",
    };

    /// <summary>
    /// Whether the account of a client is listed, for who goes from client to client. Open is what is not closed: asked for the open ones,
    /// SQLite takes the index of them, and sorts all anew.
    /// </summary>
    public static string IsListedClient(BalanceFilter filter, LedgerTables tables) => filter switch
    {
        BalanceFilter.All => $"(c.[IsOpen] <> @no OR {Exists("a.[Balance] <> 0", tables)})",
        BalanceFilter.Settled => $"c.[IsOpen] <> @no AND {Exists(Has(filter), tables)}",
        _ => Exists(Has(filter), tables),
    };

    /// <summary>
    /// Counts the clients that fit and whose accounts are listed. Of names the open and the closed ones apart: asked for one or the other,
    /// PostgreSQL reckons with a look at every account, and compiles for a quarter of a second what then takes some milliseconds. Of an
    /// amount at once: what fits is a list, and counted apart it would be made twice.
    /// </summary>
    public static string CountClients(BalanceFilter filter, BalanceSearch search, LedgerTables tables)
    {
        return filter is BalanceFilter.All && search.Amount is null
            ? $"SELECT ({Count("c.[IsOpen] <> @no")}) + ({Count($"c.[IsOpen] = @no AND {Exists("a.[Balance] <> 0", tables)}")})"
            : Count(IsListedClient(filter, tables));

        string Count(string isListed) => $"SELECT COUNT(*) FROM {tables.Clients} c WHERE {search.IsClient} AND {isListed}";
    }

    /// <summary>Whether a client's account is such a one.</summary>
    public static string Exists(string isOne, LedgerTables tables) => $"EXISTS (SELECT 1 FROM {tables.Accounts} a WHERE a.[AccountId] = c.[AccountId] AND {isOne})";
}
