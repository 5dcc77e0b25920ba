using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// A connection that stays open when it is disposed of and goes to the next unit of work, with what it has parsed. Closing it does nothing:
/// a session closes and then disposes of the same connection, which may be another's by then.
/// </summary>
internal sealed class KeptConnection : SqliteConnection
{
    // More than all units of work together have; a bulk's texts, which differ by how many rows they write, push others out.
    private const int MaxStatements = 300;

    private readonly Dictionary<string, KeptStatement> _statements = new(StringComparer.Ordinal);
    private readonly KeptConnections _owner;

    public KeptConnection(string connectionString, KeptConnections owner)
        : base(connectionString) => _owner = owner;

    // Whatever left a transaction or a reader behind is not handed on.
    private bool IsClean => IsDeferred
        && Transaction is null
        && Handle is { IsInvalid: false, IsClosed: false }
        && raw.sqlite3_get_autocommit(Handle) != 0
        && _statements.Values.All(statement => !statement.IsBusy);

    public override SqliteCommand CreateCommand() => new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    public override void Close()
    {
    }

    /// <summary>Whether it may go to another unit of work: its commits leave the wait for the disk to who committed.</summary>
    public bool IsDeferred { get; set; }

    /// <summary>Closes it.</summary>
    public void End()
    {
        ForgetStatements();
        base.Close();
    }

    /// <summary>What runs a text.</summary>
    public KeptStatement Statement(string text)
    {
        if (_statements.TryGetValue(text, out var known) && !known.IsBusy)
        {
            return known;
        }

        if (_statements.Count == MaxStatements)
        {
            ForgetStatements();
        }

        // A busy one is finished by who reads it.
        return _statements[text] = new KeptStatement(text, this);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Transaction?.Dispose();
            if (IsClean)
            {
                _owner.GiveBack(this);
                return;
            }

            End();
        }

        base.Dispose(disposing);
    }

    private void ForgetStatements()
    {
        foreach (var (text, statement) in _statements.Where(entry => !entry.Value.IsBusy).ToList())
        {
            statement.Dispose();
            _statements.Remove(text);
        }
    }
}
