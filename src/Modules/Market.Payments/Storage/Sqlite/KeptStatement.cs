using System.Data;
using Microsoft.Data.Sqlite;

namespace Market.Payments.Storage.Sqlite;

/// <summary>A text that a connection parsed once and runs again and again.</summary>
internal sealed class KeptStatement(string text, SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _command = new(text, connection);

    private SqliteDataReader? _reader;

    /// <summary>Whether somebody still reads what it brought.</summary>
    public bool IsBusy => _reader is { IsClosed: false };

    /// <summary>What runs it with the parameters and in the transaction of the command that asks.</summary>
    public SqliteCommand For(SqliteCommand asked)
    {
        _command.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters)
        {
            _command.Parameters.Add(parameter);
        }

        (_command.Transaction, _command.CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
        return _command;
    }

    public SqliteDataReader Read(SqliteCommand asked, CommandBehavior behavior) => _reader = For(asked).ExecuteReader(behavior);

    public void Dispose() => _command.Dispose();
}
