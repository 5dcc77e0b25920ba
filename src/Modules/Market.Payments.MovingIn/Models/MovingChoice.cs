using Market.Tables.Cells;
using Market.Tables.Files;

namespace Market.Payments.MovingIn.Models;

/// <summary>How a file is read, and what it is to be moved in as.</summary>
public class MovingChoice
{
    public char Separator { get; set; } = ';';

    public TableCharset Charset { get; set; }

    public int HeaderLine { get; set; } = 1;

    /// <summary>Which column holds what, from zero.</summary>
    public Dictionary<MovingField, int> Columns { get; set; } = [];

    public DecimalMark Mark { get; set; }

    /// <summary>Whether the old system counts what a member owes as positive.</summary>
    public bool IsOwedPositive { get; set; }

    /// <summary>The day on which the balances are carried over.</summary>
    public DateOnly Day { get; set; }

    /// <summary>What the old system says all balances come to, in minor units and with our sign; none where nobody has said it.</summary>
    public long? ExpectedTotal { get; set; }

    public TableForm Form => new(Separator, Charset, HeaderLine);
}
