using Market.Bank.Csv;
using Market.Bank.Statements;
using Market.Tables.Cells;
using Market.Tables.Files;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Banking.ViewModels;

/// <summary>What the columns of a table are, as somebody says.</summary>
public class TableViewModel
{
    public string? Name { get; set; }

    public string? Account { get; set; }

    public char Separator { get; set; } = ';';

    public TableCharset Charset { get; set; }

    public int HeaderLine { get; set; }

    public string? Day { get; set; }

    public DayOrder DayOrder { get; set; }

    public string? ValueDay { get; set; }

    public string? Amount { get; set; }

    public string? Debit { get; set; }

    public string? Credit { get; set; }

    public bool IsTurned { get; set; }

    public DecimalMark Mark { get; set; }

    public string? Counterparty { get; set; }

    public string? Reference { get; set; }

    public string? BankId { get; set; }

    public string[] Texts { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public string FileName { get; set; } = string.Empty;

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<string> Columns { get; set; } = [];

    /// <summary>The accounts of which statements were read, and the market's own.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<string> Accounts { get; set; } = [];

    /// <summary>The first lines, as they are read.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<BankLine> Sample { get; set; } = [];

    /// <summary>How many lines there are.</summary>
    [BindNever]
    [ValidateNever]
    public int Count { get; set; }

    /// <summary>How the table breaks, read like this.</summary>
    [BindNever]
    [ValidateNever]
    public string? Fault { get; set; }

    public TableForm Form => new(Separator, Charset, HeaderLine);

    public CsvMapping Mapping => new()
    {
        Name = Name ?? string.Empty,
        Day = Day ?? string.Empty,
        DayOrder = DayOrder,
        ValueDay = Given(ValueDay),
        Amount = Given(Amount),
        Debit = Given(Amount) is null ? Given(Debit) : null,
        Credit = Given(Amount) is null ? Given(Credit) : null,
        IsTurned = IsTurned,
        Mark = Mark,
        Counterparty = Given(Counterparty),
        Reference = Given(Reference),
        BankId = Given(BankId),
        Texts = [.. Texts.Where(column => column.Length > 0)],
    };

    private static string? Given(string? column) => string.IsNullOrEmpty(column) ? null : column;
}
