using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using YesSql;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// Gives units of work SQLite connections whose commits do not wait for the disk: <see cref="SqliteDurability"/> does so afterwards, once for
/// all that committed meanwhile. They come from a pool of their own, so that no other commit is written like that.
/// </summary>
public sealed class UnitConnections(IConnectionFactory others, SqliteDurability durability) : IConnectionFactory
{
    // A second more than usual: pools go by their connection strings.
    private const int Timeout = 31;

    public Type DbConnectionType => others.DbConnectionType;

    public DbConnection CreateConnection()
    {
        var connection = others.CreateConnection();
        if (UnitOfWork.IsUnderWay && connection is SqliteConnection)
        {
            connection.ConnectionString = new SqliteConnectionStringBuilder(connection.ConnectionString) { DefaultTimeout = Timeout }.ToString();
            connection.StateChange += Opened;
        }

        return connection;
    }

    private void Opened(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState is ConnectionState.Open)
        {
            durability.Defer((SqliteConnection)sender);
        }
    }
}
