using System.Data.Common;

namespace Market.SiteBenchmarks;

/// <summary>Commands as whoever wants a database's best has them: made once, parsed once and filled anew.</summary>
internal static class BareCommands
{
    public static DbCommand Prepared(this DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
