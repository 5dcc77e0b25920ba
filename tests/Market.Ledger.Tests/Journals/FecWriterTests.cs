using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;

namespace Market.Ledger.Tests.Journals;

public class FecWriterTests
{
    [Fact]
    public async Task A_file_of_one_order_and_its_payment_is_this_text()
    {
        var market = new TestMarket();
        market.Post(market.Order(1234.5m));
        market.Now = new DateTime(2025, 3, 14, 23, 30, 0, DateTimeKind.Utc);
        market.Post(market.Of(OperationKind.Payment, 30) with { Memo = null });
        var expected = string.Join("\r\n", [
            "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise",
            "VE\tVentes\t1\t20250314\t411\tClients\tC-0001\tClaire\torder-1\t20250314\tCommande order-1\t1234,50\t0,00\t\t\t20250314\t\t",
            "VE\tVentes\t1\t20250314\t707\tVentes de marchandises\t\t\torder-1\t20250314\tCommande order-1\t0,00\t1234,50\t\t\t20250314\t\t",
            "CA\tCaisse\t2\t20250314\t530\tCaisse\t\t\toperation-2\t20250314\tPaiement en espèces\t30,00\t0,00\t\t\t20250315\t\t",
            "CA\tCaisse\t2\t20250314\t411\tClients\tC-0001\tClaire\toperation-2\t20250314\tPaiement en espèces\t0,00\t30,00\t\t\t20250315\t\t",
            string.Empty,
        ]);
        Assert.Equal(expected, await TextOfAsync(market.Store.Operations, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
    }

    [Theory]
    [InlineData("TND", "1,234", "-1,234")]
    [InlineData("JPY", "1234", "-1234")]
    public async Task Another_currency_is_told_with_its_own_decimals(string code, string debit, string credited)
    {
        var market = new TestMarket();
        var order = market.Post(market.Order(5)) with { Amount = new Money(-1234, Currency.FromCode(code)) };
        var records = (await TextOfAsync([order])).Split("\r\n");
        Assert.Equal([debit, code], Columns(records[1], 11, 17));
        Assert.Equal([debit, code], Columns(records[1], 16, 17));
        Assert.Equal([credited, code], Columns(records[2], 16, 17));
    }

    [Fact]
    public async Task Whatever_is_posted_the_file_is_well_formed_and_its_sums_are_ours()
    {
        var market = new JournalMarket(seed: 7, accounts: 200, operations: 5000);
        var text = await market.WriteAsync((output, entries) => FecWriter.WriteAsync(output, entries));
        var records = text.Split("\r\n")[1..^1].Select(record => record.Split('\t')).ToList();
        Assert.Equal(10_000, records.Count);
        Assert.All(records, record => Assert.Equal(18, record.Length));
        Assert.All(records.SelectMany(record => record), value => Assert.DoesNotContain(value, char.IsControl));
        Assert.All(records, record => Assert.All(new[] { 0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15 }, column => Assert.NotEmpty(record[column])));
        Assert.All(records.SelectMany(record => new[] { record[11], record[12] }), amount => Assert.Matches("^[0-9]+,[0-9]{2}$", amount));
        Assert.All(records.SelectMany(record => new[] { record[3], record[9], record[15] }), date => Assert.True(DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
        Assert.Equal(Enumerable.Range(1, 5000).SelectMany(number => new[] { number, number }), records.Select(record => int.Parse(record[2], CultureInfo.InvariantCulture)));
        Assert.Equal(records.Sum(record => Cents(record[11])), records.Sum(record => Cents(record[12])));
        foreach (var account in market.Accounts)
        {
            var owed = records.Where(record => record[4] == "411" && record[6] == JournalMarket.Client(account).Number).Sum(record => Cents(record[11]) - Cents(record[12]));
            Assert.Equal(-market.Balance(account).MinorUnits, owed);
        }
    }

    [Theory]
    [InlineData("L’été – l’ail", "L'été - l'ail")]
    [InlineData("Łukasz Żółć", "Lukasz Zólc")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("Đorđe Čapek", "Dorde Čapek", "Dorde Capek")]
    [InlineData("Cœur 12 €", "Cœur 12 €")]
    [InlineData("ﬁn…", "fin...")]
    [InlineData("why?", "why?")]
    [InlineData("市場", "??")]
    [InlineData("\u200B", "otherwise")]
    public void A_letter_that_the_file_lacks_becomes_the_nearest(string text, string first, string? second = null) =>
        Assert.Equal(second ?? first, FecText.Of(text, "otherwise"));

    // Apart from the others: a runner's arguments are whole characters only.
    [Fact]
    public void Half_of_a_character_is_a_question_mark() => Assert.Equal("cut ?", FecText.Of("cut \uD83D", "otherwise"));

    [Fact]
    public async Task No_field_is_empty_and_no_record_broken_whatever_people_are_called()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Order(5) with { Memo = "a\rb\nc" });
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var books = new Bookkeeper(new ChartOfAccounts(), _ => ValueTask.FromResult<Operation?>(null), _ => ValueTask.FromResult<AuxiliaryAccount?>(new("C-0001", "\u0301\n")));
        await FecWriter.WriteAsync(text, books.EnterAsync(new[] { operation }.ToAsyncEnumerable(), cancellationToken: TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
        var records = text.ToString().Split("\r\n");
        Assert.Equal(4, records.Length);
        Assert.Equal("C-0001", records[1].Split('\t')[7]);
        Assert.DoesNotContain('\n', string.Concat(records));
    }

    [Fact]
    public async Task An_order_before_its_distribution_is_valid_from_that_day()
    {
        var market = new TestMarket();
        var day = TestMarket.Day.AddMonths(10);
        var order = market.Post(market.Order(5) with { OccurredOn = day });
        var record = (await TextOfAsync([order])).Split("\r\n")[1].Split('\t');
        Assert.Equal([$"{day:yyyyMMdd}", $"{day:yyyyMMdd}"], new[] { record[3], record[15] });
    }

    [Fact]
    public void The_file_is_in_ISO_8859_15()
    {
        Assert.Equal("iso-8859-15", FecWriter.Encoding.WebName);
        Assert.Equal([0xE9, 0xA4, 0xBD, 0x3F], FecWriter.Encoding.GetBytes("é€œ\u0142"));
    }

    [Fact]
    public void The_file_is_named_by_the_siren_and_the_closing_day()
    {
        Assert.True(Siren.TryParse("732 829 320", out var siren));
        Assert.Equal("732829320FEC20251231.txt", FecWriter.FileName(siren, new DateOnly(2025, 12, 31)));
        Assert.Equal("732 829 320", siren.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("732829321")]
    [InlineData("73282932")]
    [InlineData("7328293200")]
    [InlineData("73282932A")]
    [InlineData("000000000")]
    [InlineData("٧٣٢٨٢٩٣٢٠")]
    public void What_is_no_siren_is_refused(string? text) => Assert.False(Siren.TryParse(text, out _));

    private static async Task<string> TextOfAsync(IEnumerable<Operation> operations, TimeZoneInfo? zone = null)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var books = new Bookkeeper(new ChartOfAccounts(), _ => ValueTask.FromResult<Operation?>(null), _ => ValueTask.FromResult<AuxiliaryAccount?>(new("C-0001", "Claire")));
        await FecWriter.WriteAsync(text, books.EnterAsync(operations.ToAsyncEnumerable()), zone, TestContext.Current.CancellationToken);
        return text.ToString();
    }

    private static string[] Columns(string record, params int[] columns) => [.. columns.Select(column => record.Split('\t')[column])];

    private static long Cents(string amount) => long.Parse(amount.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
