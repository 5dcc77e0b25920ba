using System.Text;
using Market.Ledger.Journals;

namespace Market.Ledger.Tests.Journals;

/// <summary>A year is never held whole: its first lines have left before its last entries are read.</summary>
public class JournalStreamTests
{
    public static TheoryData<string> Formats => ["csv", "fec", "hledger"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Lines_leave_while_entries_are_read(string format)
    {
        var market = new JournalMarket(seed: 15, accounts: 10, operations: 1_000);
        using var sent = new MemoryStream();
        var sentBeforeLast = 0L;
        await using (var writer = new StreamWriter(sent, Encoding.UTF8, 1_024, leaveOpen: true))
        {
            var entries = market.Entries().Select(entry =>
            {
                sentBeforeLast = sent.Length;
                return entry;
            });
            await (format switch
            {
                "csv" => CsvJournalWriter.WriteAsync(writer, entries, TestContext.Current.CancellationToken),
                "fec" => FecWriter.WriteAsync(writer, entries, cancellationToken: TestContext.Current.CancellationToken),
                _ => HledgerWriter.WriteAsync(writer, entries, TestContext.Current.CancellationToken),
            });
        }

        Assert.True(sent.Length > 100_000, $"Only {sent.Length} bytes were sent.");
        Assert.InRange(sent.Length - sentBeforeLast, 1, 8_000);
    }
}
