using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Ledger.Tests.Journals;

namespace Market.Ledger.Tests.Closings;

/// <summary>What a closed year keeps: read as it was written, and verified.</summary>
public class YearFileTests
{
    private static readonly FinancialYear Year = FinancialYear.Of(1, TestMarket.Day);

    [Theory]
    [InlineData(1, "2025-03-14", "2025-01-01", "2025-12-31")]
    [InlineData(3, "2025-03-14", "2025-03-01", "2026-02-28")]
    [InlineData(9, "2025-03-14", "2024-09-01", "2025-08-31")]
    [InlineData(9, "2025-09-01", "2025-09-01", "2026-08-31")]
    [InlineData(3, "2024-02-29", "2023-03-01", "2024-02-29")]
    public void A_financial_year_is_twelve_months_from_its_first(int month, string day, string from, string to)
    {
        var year = FinancialYear.Of(month, Day(day));

        Assert.Equal(new FinancialYear(Day(from), Day(to)), year);
        Assert.True(year.Contains(Day(day)));
        Assert.Equal(year.To.AddDays(1), year.Next().From);
        Assert.Equal(year.Next(), FinancialYear.Of(month, year.To.AddDays(1)));
    }

    [Fact]
    public async Task An_entry_is_read_as_it_was_written()
    {
        await foreach (var entry in new JournalMarket(7, 5, 200).Entries())
        {
            var read = JournalText.TryRead(JournalText.Write(entry))!;

            Assert.Equal(entry.Lines, read.Lines);
            Assert.Equal(entry with { Lines = read.Lines }, read);
            Assert.DoesNotContain('\n', JournalText.Write(entry));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not an entry")]
    [InlineData("null")]
    public void What_is_no_entry_is_none(string line) => Assert.Null(JournalText.TryRead(line));

    [Fact]
    public async Task Kept_journals_that_say_the_operations_hold()
    {
        var (market, file, lines) = await KeptAsync();

        Assert.Empty(Findings(market, [(file, lines), (Sealed(file with { Number = 2, Name = "other.jsonl", Records = 1, Content = Measure("other.jsonl", ["{}"]).Content, PreviousHash = file.Hash }), ["{}"])]));
    }

    [Fact]
    public async Task A_line_that_was_changed_is_found()
    {
        var (market, file, lines) = await KeptAsync();

        Assert.Equal([Misfit.YearFileContent], Findings(market, [(file, [lines[0].Replace("C-0", "C-1", StringComparison.Ordinal), .. lines.Skip(1)])]));
    }

    [Fact]
    public async Task An_operation_that_the_journal_does_not_say_is_found()
    {
        var (market, file, lines) = await KeptAsync();
        string[] fewer = [.. lines.SkipLast(1)];
        var without = Sealed(file with { Records = fewer.Length, Content = Measure(YearFile.Journal, fewer).Content });

        Assert.Equal([Misfit.YearFileOperations], Findings(market, [(without, fewer)]));
    }

    [Fact]
    public async Task A_record_that_was_changed_or_went_is_found()
    {
        var (market, file, lines) = await KeptAsync();
        var second = Sealed(file with { Number = 2, PreviousHash = file.Hash });

        Assert.Equal([Misfit.YearFileChanged], Findings(market, [(file with { KeptAt = file.KeptAt.AddDays(1) }, lines)]));
        Assert.Equal([Misfit.YearFilePrevious], Findings(market, [(second, lines)]));
    }

    private static async Task<(JournalMarket Market, YearFile File, string[] Lines)> KeptAsync()
    {
        var market = new JournalMarket(7, 4, 60);
        string[] lines = [.. await market.Entries().Select(JournalText.Write).ToListAsync()];
        var file = Sealed(new YearFile
        {
            Number = 1,
            Name = YearFile.Journal,
            From = Year.From,
            To = Year.To,
            Records = lines.Length,
            Content = Measure(YearFile.Journal, lines).Content,
            KeptAt = new DateTimeOffset(2026, 1, 1, 0, 20, 0, TimeSpan.Zero),
            PreviousHash = string.Empty,
            Hash = string.Empty,
        });
        return (market, file, lines);
    }

    private static YearFile Sealed(YearFile file) => file with { Hash = YearFileHash.Of(file) };

    private static YearFileReading Measure(string name, IEnumerable<string> lines)
    {
        var reading = new YearFileReading(name);
        foreach (var chunk in lines.Chunk(7))
        {
            reading.Add(string.Concat(chunk.Select(line => line + "\n")));
        }

        return reading;
    }

    private static IEnumerable<Misfit> Findings(JournalMarket market, IReadOnlyList<(YearFile File, string[] Lines)> kept)
    {
        using var verifier = new ChainVerifier(Currency.Euro, [], kept.Select(year => year.File));
        foreach (var account in market.Operations.GroupBy(operation => operation.AccountId).OrderBy(account => account.Key, StringComparer.Ordinal))
        {
            verifier.Open(account.Key, null);
            foreach (var operation in account)
            {
                verifier.Add(operation);
            }
        }

        foreach (var (file, lines) in kept)
        {
            using var reading = Measure(file.Name, lines);
            verifier.Read(file, reading);
        }

        return verifier.Finish().Findings.Where(finding => finding.File is not null).Select(finding => finding.Misfit);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
