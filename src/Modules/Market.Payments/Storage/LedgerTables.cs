using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<string, string> _repeated = new(StringComparer.Ordinal);

    public string Operations { get; } = Index<OperationIndex>(store.Configuration, LedgerCollection.Name);

    public string PendingPayments { get; } = Index<PendingPaymentIndex>(store.Configuration, LedgerCollection.Name);

    public string Closings { get; } = Index<ClosingIndex>(store.Configuration, LedgerCollection.Name);

    /// <summary>The documents of operations, pending payments and closings.</summary>
    public string Documents { get; } = Table(store.Configuration, store.Configuration.TableNameConvention.GetDocumentTable(LedgerCollection.Name));

    public string Accounts { get; } = Table(store.Configuration, AccountTable);

    /// <summary>Events that are raised and not yet told.</summary>
    public string Outbox { get; } = Table(store.Configuration, OutboxTable);

    /// <summary>What the files of closed years hold.</summary>
    public string YearFileParts { get; } = Table(store.Configuration, YearFileTable);

    /// <summary>The name of the last closed year, as a value of a query.</summary>
    public string LastClosedYear => $"(SELECT MAX([Period]) FROM {Closings} WHERE [Kind] = '{ClosingKind.Yearly}')";

    /// <summary>What is booked of payouts.</summary>
    public string PayoutEntries { get; } = Index<PayoutEntryIndex>(store.Configuration, LedgerCollection.Name);

    /// <summary>The one row that says how far the chain of payouts goes.</summary>
    public string Payouts { get; } = Table(store.Configuration, PayoutTable);

    /// <summary>Which distributions are closed.</summary>
    public string Distributions { get; } = Table(store.Configuration, DistributionTable);

    /// <summary>What happened to cash drawers.</summary>
    public string DrawerEntries { get; } = Index<DrawerEntryIndex>(store.Configuration, LedgerCollection.Name);

    /// <summary>The one row that says how far the chain of cash drawers goes.</summary>
    public string Drawers { get; } = Table(store.Configuration, DrawerTable);

    public string Counters { get; } = Table(store.Configuration, CounterTable);

    public string Clients { get; } = Index<ClientAccountIndex>(store.Configuration);

    /// <summary>Who sees which account, the holder and the household.</summary>
    public string ClientLogins { get; } = Index<ClientLoginIndex>(store.Configuration);

    public string Invitations { get; } = Index<InvitationIndex>(store.Configuration, LedgerCollection.Name);

    public string Users { get; } = Index<UserIndex>(store.Configuration);

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

    /// <summary>The same for a statement that is the same each time, and remembered.</summary>
    public string QuotedOnce(string sql) => _repeated.GetOrAdd(sql, Quoted);

    private static string Index<TIndex>(IConfiguration configuration, string? collection = null) =>
        Table(configuration, configuration.TableNameConvention.GetIndexTable(typeof(TIndex), collection));

    private static string Table(IConfiguration configuration, string name) =>
        configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + name, configuration.Schema);

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex BracketedName();
}
