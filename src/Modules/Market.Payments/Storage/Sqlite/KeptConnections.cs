using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// The SQLite connections of units of work, which go from one to the next: opening one and parsing its statements anew took as long as what
/// the database does for a posting. Their commits do not wait for the disk; <see cref="SqliteDurability"/> does so afterwards, once for all
/// that committed meanwhile.
/// </summary>
public sealed class KeptConnections(SqliteDurability durability) : IDisposable
{
    private readonly ConcurrentBag<KeptConnection> _free = [];

    private volatile bool _isOver;

    /// <summary>A connection that nobody uses: an open one or, if there is none, one that is still to be opened.</summary>
    public SqliteConnection Take(string connectionString)
    {
        if (_free.TryTake(out var kept))
        {
            return kept;
        }

        // In no other pool: no other commit is written like these.
        var connection = new KeptConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString(), this);
        connection.StateChange += Opened;
        return connection;
    }

    public void Dispose()
    {
        _isOver = true;
        while (_free.TryTake(out var connection))
        {
            connection.End();
        }
    }

    internal void GiveBack(KeptConnection connection)
    {
        if (_isOver)
        {
            connection.End();
            return;
        }

        _free.Add(connection);
    }

    private void Opened(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState is ConnectionState.Open)
        {
            var connection = (KeptConnection)sender;
            connection.IsDeferred = durability.Defer(connection);
        }
    }
}
