using System.Xml;
using Market.Bank.Statements;

namespace Market.Bank.Camt;

/// <summary>Lets a parser read on as far as one piece of a message can be long: what is longer it would hold.</summary>
internal sealed class CamtText(TextReader text) : TextReader
{
    private const int MaxPiece = 1_000_000;

    private int _read;

    /// <summary>The parser has found a piece and looks for the next one.</summary>
    public void Found() => _read = 0;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        _read += read;
        return _read <= MaxPiece ? read : throw new BrokenStatementException(StatementFaultReason.TooLarge);
    }
}

/// <summary>The names that stand in a message: a parser keeps each of them, so there cannot be any number.</summary>
internal sealed class CamtNames : NameTable
{
    private const int Most = 10_000;

    private int _count;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) => ++_count <= Most ? name : throw new BrokenStatementException(StatementFaultReason.TooLarge);
}
