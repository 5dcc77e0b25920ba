using System.Text;

namespace Market.Tables.Files;

/// <summary>
/// Takes a text apart into rows. A quotation mark counts where a cell begins, and is a character like others elsewhere. Written here because each
/// bound must be kept while a row is read, and a fault must name the line in which the row began.
/// </summary>
internal sealed class RowReader(TextReader text, char separator)
{
    private readonly StringBuilder _cell = new();

    private int _line = 1;

    /// <summary>The next row; none at the end.</summary>
    public TableRow? Next()
    {
        if (text.Peek() < 0)
        {
            return null;
        }

        var start = _line;
        var cells = new List<string>();
        var isQuoted = false;
        var length = 0;
        _cell.Clear();
        for (int read; (read = text.Read()) >= 0;)
        {
            var character = (char)read;
            if (character == '\0')
            {
                return Broken(TableFaultReason.NotText, _line);
            }

            if (++length > TableLimits.RowLength)
            {
                return Broken(isQuoted ? TableFaultReason.QuoteNotClosed : TableFaultReason.RowTooLong, start);
            }

            if (isQuoted)
            {
                isQuoted = TakeQuoted(character);
            }
            else if (character == '"' && IsBlank())
            {
                _cell.Clear();
                isQuoted = true;
            }
            else if (character == separator)
            {
                cells.Add(Cell());
                if (cells.Count >= TableLimits.Columns)
                {
                    return Broken(TableFaultReason.TooManyColumns, start);
                }
            }
            else if (EndsLine(character))
            {
                cells.Add(Cell());
                return new TableRow(start, cells);
            }
            else
            {
                _cell.Append(character);
            }
        }

        cells.Add(Cell());
        return isQuoted ? Broken(TableFaultReason.QuoteNotClosed, start) : new TableRow(start, cells);
    }

    private static TableRow Broken(TableFaultReason reason, int line) => new(line, [], new TableFault(reason, line));

    /// <summary>Takes a character between quotation marks, and says whether the next one is between them too.</summary>
    private bool TakeQuoted(char character)
    {
        if (character != '"')
        {
            _cell.Append(EndsLine(character) ? '\n' : character);
            return true;
        }

        if (text.Peek() != '"')
        {
            return false;
        }

        text.Read();
        _cell.Append('"');
        return true;
    }

    private bool EndsLine(char character)
    {
        if (character is not ('\n' or '\r'))
        {
            return false;
        }

        if (character == '\r' && text.Peek() == '\n')
        {
            text.Read();
        }

        _line++;
        return true;
    }

    private bool IsBlank()
    {
        for (var index = 0; index < _cell.Length; index++)
        {
            if (!char.IsWhiteSpace(_cell[index]))
            {
                return false;
            }
        }

        return true;
    }

    private string Cell()
    {
        var cell = _cell.ToString().Trim();
        _cell.Clear();
        return cell;
    }
}
