using System.Data.Common;
using Microsoft.Data.Sqlite;
using YesSql;

namespace Market.Payments.Storage.Sqlite;

/// <summary>Gives units of work SQLite connections of their own kind.</summary>
public sealed class UnitConnections(IConnectionFactory others, KeptConnections kept) : IConnectionFactory
{
    public Type DbConnectionType => others.DbConnectionType;

    public DbConnection CreateConnection()
    {
        var connection = others.CreateConnection();
        return UnitOfWork.IsUnderWay && connection is SqliteConnection ? kept.Take(connection.ConnectionString) : connection;
    }
}
