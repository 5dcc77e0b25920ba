using Market.Bank.Csv;
using Market.Bank.Statements;
using Market.Ledger;
using Market.Ledger.Banking;
using Market.Payments.Banking.Models;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.ViewModels;
using Market.Tables.Files;
using OrchardCore.Documents;

namespace Market.Payments.Banking.Tables;

/// <summary>Shows a table as it would be read: by what somebody says, by a mapping that is kept, or by a guess.</summary>
public sealed class TablePages(IDocumentManager<BankMappings> mappings, StatementStore store, IWaysToPay ways, IMarketTerms terms, StatementWords words)
{
    private const int SampleLines = 8;

    public const int MaxNameLength = 40;

    /// <summary>The page for a table that was just chosen.</summary>
    public async Task<TableViewModel> GuessAsync(string fileName, Stream content)
    {
        var table = TableFile.Open(content);
        var kept = (await mappings.GetOrCreateImmutableAsync()).ByName.Values.FirstOrDefault(mapping => mapping.Fits(table.Columns));
        var mapping = kept ?? CsvGuess.Of(table, (await terms.GetAsync()).Currency);
        var model = new TableViewModel
        {
            Name = mapping.Name,
            Separator = table.Form.Separator,
            Charset = table.Form.Charset,
            HeaderLine = table.Form.HeaderLine,
            Day = mapping.Day,
            DayOrder = mapping.DayOrder,
            ValueDay = mapping.ValueDay,
            Amount = mapping.Amount,
            Debit = mapping.Debit,
            Credit = mapping.Credit,
            IsTurned = mapping.IsTurned,
            Mark = mapping.Mark,
            Counterparty = mapping.Counterparty,
            Reference = mapping.Reference,
            BankId = mapping.BankId,
            Texts = [.. mapping.Texts],
        };
        return await FillAsync(model, fileName, content);
    }

    public async Task<TableViewModel> FillAsync(TableViewModel model, string fileName, Stream content)
    {
        ArgumentNullException.ThrowIfNull(model);
        var table = TableFile.Open(content, model.Form);
        var statements = ReadStatement.Gather(Read(table, model, (await terms.GetAsync()).Currency), StatementDesk.MostLines, out var fault);
        var iban = Iban.TryParse((await ways.GetDetailsAsync()).TransferIban, out var own) ? own.Value : null;
        model.FileName = fileName;
        model.Columns = [.. table.Columns.Where(column => column.Length > 0).Distinct(StringComparer.Ordinal)];
        model.Accounts = [.. new[] { iban }.Concat((await store.LiveStatementsAsync()).Select(row => row.Account)).OfType<string>().Distinct(StringComparer.Ordinal)];
        model.Account ??= model.Accounts.Count > 0 ? model.Accounts[0] : null;
        model.Sample = fault is null && statements.Count > 0 ? [.. statements[0].Lines.Take(SampleLines)] : [];
        model.Count = statements.Sum(statement => statement.Lines.Count);
        model.Fault = fault is null ? null : words.For(fault);
        return model;
    }

    /// <summary>Keeps what the columns are, by name.</summary>
    public async Task KeepAsync(CsvMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var document = await mappings.GetOrCreateMutableAsync();
        document.ByName[mapping.Name] = mapping;
        await mappings.UpdateAsync(document);
    }

    public static IEnumerable<StatementPart> Read(Table table, TableViewModel model, Market.Ledger.Amounts.Currency currency)
    {
        ArgumentNullException.ThrowIfNull(model);
        return CsvReader.Read(table, model.Mapping, model.Account ?? string.Empty, currency);
    }
}
