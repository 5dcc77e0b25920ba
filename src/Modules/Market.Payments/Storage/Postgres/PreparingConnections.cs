using System.Data.Common;
using Npgsql;
using YesSql;

namespace Market.Payments.Storage.Postgres;

/// <summary>
/// Gives out connections that have PostgreSQL keep what they asked some times already: a posting is a dozen statements, always the same, and
/// parsing and planning each anew took longer than running it. A connection string that says how many are kept is left as it is.
/// </summary>
public sealed class PreparingConnections(IConnectionFactory others) : IConnectionFactory
{
    private const string Kept = "Max Auto Prepare";
    private const int Statements = 200;

    private string? _connectionString;

    public Type DbConnectionType => others.DbConnectionType;

    public DbConnection CreateConnection()
    {
        var connection = others.CreateConnection();
        connection.ConnectionString = _connectionString ??= Preparing(connection.ConnectionString);
        return connection;
    }

    private static string Preparing(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey(Kept)
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = Statements }.ToString();
}
