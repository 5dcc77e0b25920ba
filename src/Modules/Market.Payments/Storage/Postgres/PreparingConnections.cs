using System.Data.Common;
using Npgsql;
using YesSql;

namespace Market.Payments.Storage.Postgres;

/// <summary>
/// Gives out connections that have PostgreSQL keep what they asked some times already: a posting is a dozen statements, always the same, and
/// parsing and planning each anew took longer than running it. Whoever gets a connection next does not have it set back to its beginnings,
/// seven statements more each time: nothing here changes more of a connection than its transaction. What a connection string says of either
/// is left as it is.
/// </summary>
public sealed class PreparingConnections(IConnectionFactory others) : IConnectionFactory
{
    private const int Statements = 200;

    private string? _connectionString;

    public Type DbConnectionType => others.DbConnectionType;

    public DbConnection CreateConnection()
    {
        var connection = others.CreateConnection();
        connection.ConnectionString = _connectionString ??= Preparing(connection.ConnectionString);
        return connection;
    }

    private static string Preparing(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!said.ContainsKey("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = Statements;
        }

        if (!said.ContainsKey("No Reset On Close"))
        {
            builder.NoResetOnClose = true;
        }

        return builder.ToString();
    }
}
