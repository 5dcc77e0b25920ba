using Market.Ledger;

namespace Market.Stall.Books;

/// <summary>
/// Appends operations to the file. An operation that is appended is on the disk. Once a write has failed nobody knows what the disk holds, so
/// nothing more is written: a new start reads it.
/// </summary>
/// <param name="file">The file, at its end.</param>
/// <param name="last">Its last line.</param>
/// <param name="note">Notes the last line, durably.</param>
internal sealed class OperationFile(Stream file, LastLine last, Action<LastLine> note) : IDisposable
{
    /// <summary>The last line written.</summary>
    public LastLine Last { get; private set; } = last;

    /// <summary>Whether a write has failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Appends an operation. It is on the disk when this returns.</summary>
    public void Append(Operation operation)
    {
        var (line, seal) = OperationLine.Write(operation, Last.Seal);
        try
        {
            file.Write(line);
            Flush();
            Last = new LastLine(Last.Count + 1, seal);
            note(Last);
        }
        catch
        {
            HasFailed = true;
            throw;
        }
    }

    public void Dispose() => file.Dispose();

    private void Flush()
    {
        if (file is FileStream onDisk)
        {
            onDisk.Flush(flushToDisk: true);
        }
        else
        {
            file.Flush();
        }
    }
}
