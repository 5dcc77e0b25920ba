namespace Market.Payments.Banking.Statements;

/// <summary>A statement of one account in a file. Days are counted from the first of the calendar, amounts in minor units.</summary>
public sealed class StatementRow
{
    public string ImportId { get; set; } = string.Empty;

    public long Place { get; set; }

    public string Account { get; set; } = string.Empty;

    public string Currency { get; set; } = string.Empty;

    /// <summary>The first day it is of; none where the file says none and there is no line.</summary>
    public long? FromDay { get; set; }

    public long? ToDay { get; set; }

    public long? Opening { get; set; }

    public long? Closing { get; set; }

    public long Lines { get; set; }

    /// <summary>What its lines come to.</summary>
    public long Sum { get; set; }

    /// <summary>By how much the balances do not tie; none where one of them is not said.</summary>
    public long? Difference => Opening is { } opening && Closing is { } closing ? closing - opening - Sum : null;
}
