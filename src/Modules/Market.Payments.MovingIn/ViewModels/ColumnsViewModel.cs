using System.Globalization;
using Market.Payments.MovingIn.Models;
using Market.Tables.Cells;
using Market.Tables.Files;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.MovingIn.ViewModels;

public class ColumnsViewModel
{
    [BindNever]
    [ValidateNever]
    public MovingUpload Upload { get; set; } = new();

    /// <summary>The file as it is read now.</summary>
    [BindNever]
    [ValidateNever]
    public Table Table { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<TableRow> Sample { get; set; } = [];

    /// <summary>Whether the amounts say by themselves what stands before their decimals.</summary>
    [BindNever]
    public bool IsMarkSure { get; set; } = true;

    [BindNever]
    public string? Broken { get; set; }

    /// <summary>The separator by its code: a tabulator does not come through a form.</summary>
    public int Separator { get; set; }

    public TableCharset Charset { get; set; }

    public string? HeaderLine { get; set; }

    /// <summary>For each field the number of its column, from zero; empty for none.</summary>
    public Dictionary<string, string?> Columns { get; set; } = [];

    public DecimalMark Mark { get; set; }

    public bool IsOwedPositive { get; set; }

    public string? OccurredOn { get; set; }

    public string? Total { get; set; }

    /// <summary>Fills the form from what is kept.</summary>
    public void Show(MovingChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        (Separator, Charset, HeaderLine) = (choice.Separator, choice.Charset, choice.HeaderLine.ToString(CultureInfo.InvariantCulture));
        Columns = choice.Columns.ToDictionary(column => column.Key.ToString(), column => (string?)column.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        (Mark, IsOwedPositive) = (choice.Mark, choice.IsOwedPositive);
        OccurredOn = choice.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
