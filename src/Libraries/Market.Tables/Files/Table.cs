namespace Market.Tables.Files;

/// <summary>A file that is read as a table.</summary>
public sealed class Table
{
    private readonly TableText? _text;

    internal Table(TableText text, TableForm form, IReadOnlyList<string> columns, TableFault? fault)
    {
        _text = text;
        Form = form;
        Columns = columns;
        Fault = fault;
    }

    internal Table(TableFault fault)
    {
        Form = new TableForm(TableForm.Separators[0], TableCharset.Utf8, 0);
        Columns = [];
        Fault = fault;
    }

    /// <summary>How the file is read.</summary>
    public TableForm Form { get; }

    /// <summary>The columns' names as the file has them, which may be empty or twice the same; all empty where it names none.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Why this is no table; none where it is one. A file may also break further down, which its last row says.</summary>
    public TableFault? Fault { get; }

    /// <summary>The rows below the header, without those in which nothing stands. Each going through them reads the file again.</summary>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            if (_text is null || Fault is not null)
            {
                yield break;
            }

            var count = 0;
            foreach (var row in _text.Rows(Form.Separator, Form.Charset).Where(row => row.Line > Form.HeaderLine))
            {
                if (++count > TableLimits.Rows)
                {
                    yield return new TableRow(row.Line, [], new TableFault(TableFaultReason.TooManyRows, row.Line));
                    yield break;
                }

                yield return row;
            }
        }
    }
}
