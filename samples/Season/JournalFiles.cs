using System.Text;
using Market.Ledger;
using Market.Ledger.Journals;
using Market.Samples.Play;

namespace Market.Samples;

/// <summary>Writes the season's three journals.</summary>
internal static class JournalFiles
{
    /// <summary>A number that is well formed and nobody's.</summary>
    private const string Nobody = "123456782";

    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, MarketBook book, IReadOnlyList<Member> members, DateOnly lastDay)
    {
        var byAccount = members.ToDictionary(member => member.AccountId, StringComparer.Ordinal);
        var books = new Bookkeeper(
            new ChartOfAccounts(),
            id => new ValueTask<Operation?>(book.Store.FindAsync(id)),
            id => ValueTask.FromResult<AuxiliaryAccount?>(new(byAccount[id].Number, byAccount[id].Name)));
        if (!Siren.TryParse(Nobody, out var siren))
        {
            throw new InvalidOperationException("The sample's SIREN is no SIREN.");
        }

        var closing = new DateOnly(lastDay.Year, lastDay.Month, 1).AddMonths(1).AddDays(-1);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return
        [
            await WriteAsync(FecWriter.FileName(siren, closing), FecWriter.Encoding, (output, entries) => FecWriter.WriteAsync(output, entries)),
            await WriteAsync("season.journal", utf8, (output, entries) => HledgerWriter.WriteAsync(output, entries)),
            await WriteAsync("season.csv", utf8, (output, entries) => CsvJournalWriter.WriteAsync(output, entries)),
        ];

        async Task<string> WriteAsync(string name, Encoding encoding, Func<TextWriter, IAsyncEnumerable<JournalEntry>, Task> write)
        {
            var path = Path.Combine(folder, name);
            await using var output = new StreamWriter(path, append: false, encoding);
            await write(output, books.EnterAsync(book.Store.Operations.ToAsyncEnumerable()));
            return path;
        }
    }
}
