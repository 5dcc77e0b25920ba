using System.Globalization;
using CsvHelper;
using Market.Ledger.Journals;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Journals;

public class CsvJournalWriterTests
{
    [Fact]
    public async Task Whatever_is_posted_is_read_back_and_runs_no_formula()
    {
        var market = new JournalMarket(seed: 3, accounts: 10, operations: 300);
        var text = await market.WriteAsync((output, entries) => CsvJournalWriter.WriteAsync(output, entries, TestContext.Current.CancellationToken));
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        var records = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        var lines = market.Entries().ToBlockingEnumerable(TestContext.Current.CancellationToken).SelectMany(entry => entry.Lines.Select(line => (Entry: entry, Line: line))).ToList();
        Assert.Equal(lines.Count, records.Count);
        foreach (var (record, (entry, line)) in records.Zip(lines))
        {
            Assert.Equal(14, record.Count);
            Assert.Equal(
                [entry.OperationId, entry.Text, line.Account.Number, OneLine.Of(line.Client?.Name ?? string.Empty), line.Debit.ToInvariantString(), line.Credit.ToInvariantString()],
                new[] { "operation", "text", "account", "client-name", "debit", "credit" }.Select(field => record[field]));
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+33")]
    [InlineData("-1")]
    [InlineData("@SUM")]
    [InlineData("\n=1+1", "=1+1")]
    [InlineData("\r=1+1", "=1+1")]
    [InlineData(" \t\u2028=1+1", "=1+1")]
    public async Task A_formula_is_written_as_text(string name, string? written = null)
    {
        var market = new TestMarket();
        var operation = market.Post(market.Order(5));
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var books = new Bookkeeper(new ChartOfAccounts(), _ => ValueTask.FromResult<Operation?>(null), _ => ValueTask.FromResult<AuxiliaryAccount?>(new("C-0001", name)));
        await CsvJournalWriter.WriteAsync(text, books.EnterAsync(new[] { operation }.ToAsyncEnumerable(), cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Contains(",'" + (written ?? name), text.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, text.ToString().TrimEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
