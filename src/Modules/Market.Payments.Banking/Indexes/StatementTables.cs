using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using YesSql;

namespace Market.Payments.Banking.Indexes;

/// <summary>
/// The tables of bank statements. Tens of thousands of lines come at once, so they are rows and no documents; what is written is in the
/// session's own transaction. Columns are written in brackets, and quoted as the database wants them.
/// </summary>
public sealed partial class StatementTables(ISession session, IStore store)
{
    public const string HeadTable = "BankingStatementHead";
    public const string ImportTable = "BankingImport";
    public const string StatementTable = "BankingStatement";
    public const string LineTable = "BankingLine";
    public const string ShareTable = "BankingShare";
    public const string PayerTable = "BankingPayer";
    public const string UploadTable = "BankingUpload";

    // Some rows a command, as each is a way to the database; few, as SQLite looks each parameter up among all of its command.
    private const int MostValues = 120;

    /// <summary>The one row that all changes of statements lock. Where accounts are locked too, they come first.</summary>
    public string Head => Table(HeadTable);

    public string Imports => Table(ImportTable);

    public string Statements => Table(StatementTable);

    public string Lines => Table(LineTable);

    /// <summary>What of lines accounts are credited with.</summary>
    public string Shares => Table(ShareTable);

    /// <summary>Which accounts were paid from which bank accounts, of which a keyed hash is known.</summary>
    public string Payers => Table(PayerTable);

    /// <summary>Tables that wait for somebody to say what their columns are.</summary>
    public string Uploads => Table(UploadTable);

    public string Prefixed(string name) => store.Configuration.TablePrefix + name;

    /// <summary>Has other changes of statements wait until this transaction ends.</summary>
    public async Task LockAsync()
    {
        await session.FlushAsync();
        await ExecuteAsync($"UPDATE {Head} SET [Locks] = [Locks] + 1");
    }

    public async Task<int> ExecuteAsync(string sql, object? parameters = null) => await ExecuteAsync(await session.BeginTransactionAsync(), sql, parameters);

    public Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.Connection!.ExecuteAsync(Quoted(sql), parameters, transaction);
    }

    /// <summary>Reads in the transaction that is under way, or what is committed where none is.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        var connection = await session.CreateConnectionAsync();
        return (await connection.QueryAsync<T>(Quoted(sql), parameters, session.CurrentTransaction)).AsList();
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(DbTransaction transaction, string sql)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return (await transaction.Connection!.QueryAsync<T>(Quoted(sql), transaction: transaction)).AsList();
    }

    /// <summary>Writes many rows, some by each command, which is made once and filled anew.</summary>
    public async Task InsertAsync(string table, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var transaction = await session.BeginTransactionAsync();
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(MostValues / columns.Count))
            {
                if (command?.Parameters.Count != chunk.Length * columns.Count)
                {
                    await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
                    command = Insertion(transaction, table, columns, chunk.Length);
                }

                foreach (var (place, value) in chunk.SelectMany(row => row).Index())
                {
                    command.Parameters[place].Value = value ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync();
            }
        }
        finally
        {
            await (command?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>Adds the database's own paging to a sorted query.</summary>
    public string Paged(string select, string from, string orderBy, int skip, int take)
    {
        var builder = store.Configuration.SqlDialect.CreateBuilder(store.Configuration.TablePrefix);
        builder.Select();
        builder.Selector(Quoted(select));
        builder.From(Quoted(from));
        builder.OrderBy(Quoted(orderBy));
        builder.Skip(FormattableString.Invariant($"{skip}"));
        builder.Take(FormattableString.Invariant($"{take}"));
        return builder.ToSqlString();
    }

    private DbCommand Insertion(DbTransaction transaction, string table, IReadOnlyList<string> columns, int rows)
    {
        var command = transaction.Connection!.CreateCommand();
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Enumerable.Range(row * columns.Count, columns.Count).Select(place => FormattableString.Invariant($"@v{place}")))})");
        command.Transaction = transaction;
        command.CommandText = Quoted($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"[{column}]"))}) VALUES {string.Join(", ", values)}");
        for (var place = 0; place < rows * columns.Count; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = FormattableString.Invariant($"@v{place}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private string Quoted(string sql) => BracketedName().Replace(sql, match => store.Configuration.SqlDialect.QuoteForColumnName(match.Groups[1].Value));

    private string Table(string name) => store.Configuration.SqlDialect.QuoteForTableName(Prefixed(name), store.Configuration.Schema);

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex BracketedName();
}
