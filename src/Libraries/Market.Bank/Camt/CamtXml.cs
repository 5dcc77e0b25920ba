using System.Xml;
using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Camt;

/// <summary>
/// Goes through a message element by element and holds none that is larger than it can be: no text, name or attribute of any length, no
/// depth, no number of names. There is no DTD, and nothing refers to anything outside.
/// </summary>
internal sealed class CamtXml : IDisposable
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 10_000;
    private const int MaxText = 100_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private readonly char[] _chunk = new char[1024];
    private readonly StreamReader _file;
    private readonly CamtText _text;
    private readonly XmlReader _xml;

    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public CamtXml(Stream content)
    {
        _file = TextFile.Open(content);
        while (_file.Peek() is var character and >= 0 && char.IsWhiteSpace((char)character))
        {
            _file.Read();
        }

        var settings = Settings.Clone();
        settings.NameTable = new CamtNames();
        _text = new CamtText(_file);
        _xml = XmlReader.Create(_text, settings);
    }

    public int Depth => _xml.Depth;

    public int Line => ((IXmlLineInfo)_xml).LineNumber;

    /// <summary>Where the reader stands: the same place in the same file, however often it is read.</summary>
    public (int Line, int Column) Place => (Line, ((IXmlLineInfo)_xml).LinePosition);

    /// <summary>The name of the element that begins here; none where none does.</summary>
    public string? Element => _xml.NodeType is XmlNodeType.Element ? _xml.LocalName : null;

    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>Goes on to what comes next.</summary>
    /// <returns>Whether there is something.</returns>
    public bool Read()
    {
        if (!_xml.Read())
        {
            return false;
        }

        _text.Found();
        return _xml.Depth <= MaxDepth ? true : throw new BrokenStatementException(StatementFaultReason.TooLarge, Line);
    }

    /// <summary>The elements that stand in this one, one after another; of each, whoever asks reads as much as it wants.</summary>
    public IEnumerable<string> Children()
    {
        var depth = Depth;
        if (IsEmpty)
        {
            yield break;
        }

        while (Read() && Depth > depth)
        {
            if (Depth == depth + 1 && Element is { } name)
            {
                yield return name;
            }
        }
    }

    /// <summary>The element that begins here, whole; the reader stands at its end then.</summary>
    public CamtNode Whole()
    {
        var (root, depth, nodes, length) = (Node(), Depth, 0, 0);
        if (IsEmpty)
        {
            return root;
        }

        var open = new Stack<CamtNode>([root]);
        while (Read() && Depth > depth)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Node();
                    open.Peek().Add(child);
                    if (!IsEmpty)
                    {
                        open.Push(child);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    for (var read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length); read > 0 && length <= MaxText; read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length))
                    {
                        open.Peek().Add(_chunk.AsSpan(0, read));
                        length += read;
                    }

                    break;
            }

            if (++nodes > MaxNodes || length > MaxText)
            {
                throw new BrokenStatementException(StatementFaultReason.TooLarge, Line, root.Name);
            }
        }

        return root;
    }

    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
        _file.Dispose();
    }

    private CamtNode Node() => new(_xml.LocalName, _xml.GetAttribute("Ccy"), Line);
}
