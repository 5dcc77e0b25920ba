using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;
using Market.Tables.Cells;
using Market.Tables.Files;

namespace Market.Bank.Csv;

/// <summary>Reads a bank's table by what its columns are. It says no balances.</summary>
public static class CsvReader
{
    /// <summary>What the table says, as one statement.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="account">The account, which such a table seldom names.</param>
    /// <param name="currency">Its currency.</param>
    public static IEnumerable<StatementPart> Read(Table table, CsvMapping mapping, string account, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(currency);
        if (table.Fault is { } fault)
        {
            yield return Broken(fault);
            yield break;
        }

        if (!mapping.Fits(table.Columns))
        {
            yield return new StatementPart.Broken(new StatementFault(StatementFaultReason.Missing, table.Form.HeaderLine, mapping.Columns.FirstOrDefault(column => !table.Columns.Contains(column))));
            yield break;
        }

        var columns = table.Columns.ToList();
        yield return new StatementPart.Began(account, currency, null, null);
        foreach (var row in table.Rows)
        {
            if (row.Fault is { } broken)
            {
                yield return Broken(broken);
                yield break;
            }

            if (IsTotal(row))
            {
                continue;
            }

            var part = Line(row);
            yield return part;
            if (part is StatementPart.Broken)
            {
                yield break;
            }
        }

        yield return new StatementPart.Ended(null);

        string Cell(TableRow row, string? column) => column is null ? string.Empty : row[columns.IndexOf(column)];

        // Many banks end their tables with sums that bear no day.
        bool IsTotal(TableRow row) => Cell(row, mapping.Day).Length == 0;

        StatementPart Line(TableRow row)
        {
            if (DayText.Read(Cell(row, mapping.Day), mapping.DayOrder) is not { } day)
            {
                return new StatementPart.Broken(new StatementFault(StatementFaultReason.NotADay, row.Line, BankText.OneLine(Cell(row, mapping.Day))));
            }

            if (Amount(row) is not { } amount)
            {
                return new StatementPart.Broken(new StatementFault(StatementFaultReason.NotAnAmount, row.Line, BankText.OneLine(Cell(row, mapping.Amount), Cell(row, mapping.Debit), Cell(row, mapping.Credit))));
            }

            return new StatementPart.Moved(new BankLine
            {
                BookedOn = day,
                ValueOn = DayText.Read(Cell(row, mapping.ValueDay), mapping.DayOrder),
                Amount = amount,
                Text = BankText.OneLine(mapping.Texts.Select(column => Cell(row, column))),
                Counterparty = BankText.OrNull(Cell(row, mapping.Counterparty)),
                Reference = BankText.OrNull(Cell(row, mapping.Reference)),
                BankId = BankText.OrNull(Cell(row, mapping.BankId)),
            });
        }

        // Of two columns one is filled, or both and one of them with zero; what went out is written with a minus or without.
        Money? Amount(TableRow row) => mapping.Amount is { } column
            ? Money(Cell(row, column)) is { } signed ? (mapping.IsTurned ? -signed : signed) : null
            : (Part(row, mapping.Debit), Part(row, mapping.Credit)) switch
            {
                ({ IsZero: false } debit, { IsZero: true }) => -debit.Abs(),
                ({ IsZero: true }, { IsZero: false } credit) => credit.Abs(),
                _ => null,
            };

        Money? Part(TableRow row, string? column) => Cell(row, column) is { Length: > 0 } text ? Money(text) : new Money(0, currency);

        Money? Money(string text) => AmountText.Read(text, mapping.Mark) is { } amount && amount * currency.MinorUnitsPerUnit is var minor && decimal.Truncate(minor) == minor && Math.Abs(minor) <= long.MaxValue / 2
            ? new Money((long)minor, currency)
            : null;
    }

    private static StatementPart.Broken Broken(TableFault fault) => new(new StatementFault(
        fault.Reason switch
        {
            TableFaultReason.Empty or TableFaultReason.NoHeader => StatementFaultReason.Missing,
            TableFaultReason.NotText => StatementFaultReason.UnknownForm,
            TableFaultReason.QuoteNotClosed => StatementFaultReason.NotWellFormed,
            _ => StatementFaultReason.TooLarge,
        },
        fault.Line));
}
