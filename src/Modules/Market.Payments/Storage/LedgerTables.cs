using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Market.Ledger.Closings;
using Market.Payments.Indexes;
using OrchardCore.Users.Indexes;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// The ledger's tables, for the SQL that runs inside a session's own transaction. Tables come by their full names;
/// columns are written in brackets, <c>[Balance]</c>, and quoted as the database wants them.
/// </summary>
public sealed partial class LedgerTables(IStore store)
{
    public const string AccountTable = "LedgerAccount";

    public const string CounterTable = "LedgerCounter";

    public const string OutboxTable = "LedgerOutbox";

    public const string YearFileTable = "LedgerYearFile";

    public const string PayoutTable = "LedgerPayout";

    public const string DistributionTable = "LedgerDistribution";

    public const string DrawerTable = "LedgerDrawer";

    private readonly IConfiguration _configuration = store.Configuration;

    public string Operations => Table(_configuration.TableNameConvention.GetIndexTable(typeof(OperationIndex), LedgerCollection.Name));

    public string PendingPayments => Table(_configuration.TableNameConvention.GetIndexTable(typeof(PendingPaymentIndex), LedgerCollection.Name));

    public string Closings => Table(_configuration.TableNameConvention.GetIndexTable(typeof(ClosingIndex), LedgerCollection.Name));

    /// <summary>The documents of operations, pending payments and closings.</summary>
    public string Documents => Table(_configuration.TableNameConvention.GetDocumentTable(LedgerCollection.Name));

    public string Accounts => Table(AccountTable);

    /// <summary>Events that are raised and not yet told.</summary>
    public string Outbox => Table(OutboxTable);

    /// <summary>What the files of closed years hold.</summary>
    public string YearFileParts => Table(YearFileTable);

    /// <summary>The name of the last closed year, as a value of a query.</summary>
    public string LastClosedYear => $"(SELECT MAX([Period]) FROM {Closings} WHERE [Kind] = '{ClosingKind.Yearly}')";

    /// <summary>What is booked of payouts.</summary>
    public string PayoutEntries => Table(_configuration.TableNameConvention.GetIndexTable(typeof(PayoutEntryIndex), LedgerCollection.Name));

    /// <summary>The one row that says how far the chain of payouts goes.</summary>
    public string Payouts => Table(PayoutTable);

    /// <summary>Which distributions are closed.</summary>
    public string Distributions => Table(DistributionTable);

    /// <summary>What happened to cash drawers.</summary>
    public string DrawerEntries => Table(_configuration.TableNameConvention.GetIndexTable(typeof(DrawerEntryIndex), LedgerCollection.Name));

    /// <summary>The one row that says how far the chain of cash drawers goes.</summary>
    public string Drawers => Table(DrawerTable);

    public string Counters => Table(CounterTable);

    public string Clients => Table(_configuration.TableNameConvention.GetIndexTable(typeof(ClientAccountIndex)));

    /// <summary>Who sees which account, the holder and the household.</summary>
    public string ClientLogins => Table(_configuration.TableNameConvention.GetIndexTable(typeof(ClientLoginIndex)));

    public string Invitations => Table(_configuration.TableNameConvention.GetIndexTable(typeof(InvitationIndex), LedgerCollection.Name));

    public string Users => Table(_configuration.TableNameConvention.GetIndexTable(typeof(UserIndex)));

    public string Prefixed(string name) => _configuration.TablePrefix + name;

    public Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters = null) =>
        transaction.Connection!.ExecuteAsync(Quoted(sql), parameters, transaction);

    public Task<T?> QuerySingleAsync<T>(DbTransaction transaction, string sql, object? parameters = null) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<T>(Quoted(sql), parameters, transaction);

    public async Task<IReadOnlyList<T>> QueryManyAsync<T>(DbTransaction transaction, string sql, object? parameters = null) =>
        (await transaction.Connection!.QueryAsync<T>(Quoted(sql), parameters, transaction)).AsList();

    /// <summary>Reads outside any transaction; what it sees is committed.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(ISession session, string sql, object? parameters = null)
    {
        var connection = await session.CreateConnectionAsync();
        return (await connection.QueryAsync<T>(Quoted(sql), parameters, session.CurrentTransaction)).AsList();
    }

    /// <summary>The same by a connection of its own, for who reads on several threads: a session is for one.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(DbConnection connection, string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Quoted(sql), parameters)).AsList();

    /// <summary>Adds the database's own paging to a sorted query.</summary>
    public string Paged(string select, string from, string orderBy, int skip, int take)
    {
        var builder = _configuration.SqlDialect.CreateBuilder(_configuration.TablePrefix);
        builder.Select();
        builder.Selector(Quoted(select));
        builder.From(Quoted(from));
        builder.OrderBy(Quoted(orderBy));
        builder.Skip(skip.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.Take(take.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return builder.ToSqlString();
    }

    /// <summary>
    /// That a column is one of some texts, of which there is one at least. Each is a parameter of its own: of a list Dapper makes an array
    /// for PostgreSQL, which IN does not take there.
    /// </summary>
    public static (string Condition, DynamicParameters Parameters) In(string column, IEnumerable<string> texts)
    {
        var parameters = new DynamicParameters();
        var names = texts.Select((text, place) =>
        {
            var name = FormattableString.Invariant($"in{place}");
            parameters.Add(name, text);
            return "@" + name;
        });
        return ($"{column} IN ({string.Join(", ", names)})", parameters);
    }

    /// <summary>A statement with its columns quoted as the database wants them.</summary>
    public string Quoted(string sql) => BracketedName().Replace(sql, match => _configuration.SqlDialect.QuoteForColumnName(match.Groups[1].Value));

    private string Table(string name) => _configuration.SqlDialect.QuoteForTableName(Prefixed(name), _configuration.Schema);

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex BracketedName();
}
