using System.Data;
using Microsoft.Data.Sqlite;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// A command of a <see cref="KeptConnection"/>: text and parameters, run by the statement that the connection keeps of that text. The
/// connection does not know it, for it would keep a list of all that were ever made.
/// </summary>
internal sealed class KeptCommand(KeptConnection connection) : SqliteCommand
{
    public override SqliteConnection? Connection
    {
        get => connection;
        set
        {
            if (!ReferenceEquals(value, connection))
            {
                throw new NotSupportedException("A command stays with its connection.");
            }
        }
    }

    // The statement is prepared when it is run first.
    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => connection.Statement(CommandText).For(this).ExecuteNonQuery();

    public override object? ExecuteScalar() => connection.Statement(CommandText).For(this).ExecuteScalar();

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => connection.Statement(CommandText).Read(this, behavior);
}
