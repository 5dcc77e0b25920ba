using Npgsql;

namespace Market.SiteBenchmarks.Others;

/// <summary>Callers with a connection and prepared commands each, which are asked in one commit.</summary>
internal sealed class Tills : IAsyncDisposable
{
    private readonly List<(NpgsqlConnection Connection, NpgsqlCommand[] Commands)> _tills = [];

    private Tills()
    {
    }

    /// <param name="source">Where.</param>
    /// <param name="callers">How many.</param>
    /// <param name="statements">What each asks, in this order; each takes the first of the parameters that it names.</param>
    public static async Task<Tills> OpenAsync(NpgsqlDataSource source, int callers, params string[] statements)
    {
        var tills = new Tills();
        for (var caller = 0; caller < callers; caller++)
        {
            var connection = await source.OpenConnectionAsync();
            tills._tills.Add((connection, [.. statements.Select(sql => new NpgsqlCommand(sql, connection))]));
        }

        return tills;
    }

    /// <summary>Asks in one commit; a statement by itself is one.</summary>
    public async Task AskAsync(int caller, params object[] values)
    {
        var (connection, commands) = _tills[caller];
        await using var transaction = commands.Length > 1 ? await connection.BeginTransactionAsync() : null;
        foreach (var command in commands)
        {
            if (command.Parameters.Count == 0)
            {
                command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
                await command.PrepareAsync();
            }

            for (var place = 0; place < values.Length; place++)
            {
                command.Parameters[place].Value = values[place];
            }

            await command.ExecuteNonQueryAsync();
        }

        await (transaction?.CommitAsync() ?? Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, commands) in _tills)
        {
            foreach (var command in commands)
            {
                await command.DisposeAsync();
            }

            await connection.DisposeAsync();
        }
    }
}
