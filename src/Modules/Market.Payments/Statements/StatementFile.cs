using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Market.Ledger.Journals;
using Market.Payments.ViewModels.Members;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Statements;

/// <summary>A statement as a file for a spreadsheet (RFC 4180), from the oldest line: what a spreadsheet would run as a formula is written as text.</summary>
[PlainWords]
public sealed class StatementFile(OperationWords words, IStringLocalizer<StatementFile> S)
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>What the file is called.</summary>
    public static string NameOf(StatementPageViewModel statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var number = string.Concat(statement.Account.Number.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' ? character : '_'));
        return $"statement-{number}{Day(statement.Period.From)}{Day(statement.Period.To)}.csv";

        static string Day(DateOnly? day) => day is { } known ? known.ToString("-yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty;
    }

    /// <summary>The file; its first record says what its fields are.</summary>
    public async Task<string> WriteAsync(StatementPageViewModel statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, Configuration, leaveOpen: true))
        {
            await RecordAsync(csv, S["Date"], S["Operation"], S["Note"], S["Amount"], S["Balance"], S["Currency"]);
            foreach (var (operation, balance) in statement.Found.Reverse())
            {
                await RecordAsync(
                    csv,
                    operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    SpreadsheetText.Of(words.Title(operation, statement.Lines.Names)),
                    SpreadsheetText.Of(operation.Memo),
                    operation.Amount.ToInvariantString(),
                    balance.ToInvariantString(),
                    operation.Amount.Currency.Code);
            }
        }

        return text.ToString();
    }

    private static Task RecordAsync(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }
}
