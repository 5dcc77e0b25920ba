using Market.Tables.Cells;

namespace Market.Bank.Csv;

/// <summary>
/// What the columns of a bank's table are, by their names, so that a column more or less in the next file does no harm. A market sets it once
/// for its bank.
/// </summary>
public sealed record CsvMapping
{
    /// <summary>What it is called, like the bank.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The column of the day on which the bank booked it.</summary>
    public string Day { get; init; } = string.Empty;

    /// <summary>In which order its days are written.</summary>
    public DayOrder DayOrder { get; init; }

    /// <summary>The column of the day from which the bank counts it; none where there is none.</summary>
    public string? ValueDay { get; init; }

    /// <summary>The column of amounts with a sign; none where there are two columns of them.</summary>
    public string? Amount { get; init; }

    /// <summary>The column of what went out, where there are two.</summary>
    public string? Debit { get; init; }

    /// <summary>The column of what came in, where there are two.</summary>
    public string? Credit { get; init; }

    /// <summary>Whether the bank writes what came in with a minus, in the one column.</summary>
    public bool IsTurned { get; init; }

    /// <summary>What stands before the decimals.</summary>
    public DecimalMark Mark { get; init; }

    /// <summary>The columns of what the payer or the bank wrote, in their order.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The column of who is at the other end; none where there is none.</summary>
    public string? Counterparty { get; init; }

    /// <summary>The column of a reference; none where there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The column of the bank's number of the movement; none where there is none.</summary>
    public string? BankId { get; init; }

    /// <summary>The columns that it names.</summary>
    public IEnumerable<string> Columns => new[] { Day, ValueDay, Amount, Debit, Credit, Counterparty, Reference, BankId }.OfType<string>().Concat(Texts).Where(column => column.Length > 0);

    /// <summary>Whether a table has all its columns.</summary>
    /// <param name="columns">The table's columns.</param>
    public bool Fits(IReadOnlyList<string> columns) => Day.Length > 0 && Columns.All(columns.Contains) && (Amount is not null || Debit is not null || Credit is not null);
}
