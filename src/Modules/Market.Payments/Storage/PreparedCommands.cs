using System.Data.Common;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// The commands of a session's transaction that postings repeat, prepared once: the database parses each of them once however many
/// operations a commit has, and on PostgreSQL it keeps them for the connection's next session.
/// </summary>
public sealed class PreparedCommands(ISession session, IStore store, LedgerTables tables) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    private DbTransaction? _transaction;

    /// <summary>Runs statements that change rows.</summary>
    /// <param name="sql">The statements. It is the name of the command, too: the same text each time.</param>
    /// <param name="parameters">What they are given: texts and whole numbers, the same names each time.</param>
    /// <returns>How many rows all of them changed.</returns>
    public async Task<int> ExecuteAsync(string sql, params Parameter[] parameters) =>
        await (await FillAsync(sql, parameters)).ExecuteNonQueryAsync();

    /// <summary>Reads the first row that the statements bring.</summary>
    /// <inheritdoc cref="ExecuteAsync" path="/param"/>
    /// <param name="read">Reads it.</param>
    /// <returns>What was read; none where there is no row.</returns>
    public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, params Parameter[] parameters)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var reader = await (await FillAsync(sql, parameters)).ExecuteReaderAsync();
        return await reader.ReadAsync() ? read(reader) : null;
    }

    /// <summary>Reads the first row of each of two statements that bring rows: one way to the database and back for both.</summary>
    /// <inheritdoc cref="ExecuteAsync" path="/param"/>
    /// <param name="first">Reads the first statement's row.</param>
    /// <param name="second">Reads the second's.</param>
    /// <returns>What was read; none where there is no row.</returns>
    public async Task<(T1? First, T2? Second)> FirstsAsync<T1, T2>(string sql, Func<DbDataReader, T1> first, Func<DbDataReader, T2> second, params Parameter[] parameters)
        where T1 : class
        where T2 : class
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        await using var reader = await (await FillAsync(sql, parameters)).ExecuteReaderAsync();
        var one = await reader.ReadAsync() ? first(reader) : null;
        return (one, await reader.NextResultAsync() && await reader.ReadAsync() ? second(reader) : null);
    }

    // Not asynchronously: a scope may be disposed of either way.
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }

    private async Task<DbCommand> FillAsync(string sql, Parameter[] parameters)
    {
        var transaction = await session.BeginTransactionAsync();
        if (!ReferenceEquals(transaction, _transaction))
        {
            // A session that commits halfway has another transaction, and may have another connection.
            Dispose();
            _transaction = transaction;
        }

        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = tables.QuotedOnce(sql);
            foreach (var parameter in parameters)
            {
                var made = command.CreateParameter();
                (made.ParameterName, made.DbType) = ("@" + parameter.Name, parameter.Type);
                command.Parameters.Add(made);
            }

            Give(command, parameters);

            // SQL Server prepares no text without a length, and keeps the plans of what it was asked anyway.
            if (store.Configuration.SqlDialect.Name != "SqlServer")
            {
                await command.PrepareAsync();
            }

            return command;
        }

        Give(command, parameters);
        return command;
    }

    private static void Give(DbCommand command, Parameter[] parameters)
    {
        for (var place = 0; place < parameters.Length; place++)
        {
            command.Parameters[place].Value = parameters[place].Value ?? DBNull.Value;
        }
    }
}
