using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;
using Market.Ledger.Receipts;
using Market.Ledger.Returnables;
using Market.Payments.Books;
using Market.Payments.Counter.Receipts;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Tests.Receipts;

/// <summary>Receipts and the books: a closing proves them, the verification reads them, a closed year keeps them.</summary>
public abstract class ReceiptBooksTests(MarketFixture fixture)
{
    private const string Documents = "\"Counter_Document\"";

    private static int _keys;

    [Fact]
    public async Task Once_its_day_is_closed_a_receipt_names_the_closing_that_holds_it_and_its_link_dies_in_time()
    {
        var market = fixture.Market;
        market.Clock.Set = new DateTime(2031, 3, 14, 17, 0, 0, DateTimeKind.Utc);
        var account = await market.OpenAccountAsync();
        var receipt = await IssueAsync(market, account, await PayAsync(market, account, 20));
        Assert.Null(await ClosingAsync(market, receipt));
        var token = await TokenAsync(market, receipt);

        market.Clock.Set = new DateTime(2031, 3, 15, 17, 0, 0, DateTimeKind.Utc);
        await market.WorkAsync(ClosingRunner.RunAsync);

        Assert.Equal("2031-03-14", await ClosingAsync(market, receipt));
        Assert.Equal(receipt.Number, await ReadAsync(market, token));
        market.Clock.Set = new DateTime(2031, 3, 14, 17, 0, 0, DateTimeKind.Utc).AddDays(ReceiptLinks.Days);
        Assert.Null(await ReadAsync(market, token));
        await market.InScopeAsync(services => services.GetRequiredService<ReceiptDesk>().HandOutAsync(receipt.Number, Models.HandoutWay.Print, "form:a:" + token, "clerk"));
        Assert.Equal(receipt.Number, await ReadAsync(market, token));
        Assert.True((await market.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task What_is_changed_behind_its_back_is_found()
    {
        var market = fixture.Market;
        market.Clock.Set = new DateTime(2031, 6, 1, 9, 0, 0, DateTimeKind.Utc);
        var account = await market.OpenAccountAsync();
        var receipt = await IssueAsync(market, account, await PayAsync(market, account, 31));
        await IssueAsync(market, account, await PayAsync(market, account, 32));
        var document = $"(SELECT \"DocumentId\" FROM \"Counter_ReceiptIndex\" WHERE \"Number\" = {receipt.Number})";

        await market.SqlAsync($"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '3100 EUR', '9100 EUR') WHERE \"Id\" = {document}");
        Assert.Equal([Misfit.ReceiptChanged, Misfit.ReceiptMoney], await FindingsAsync(market));
        await market.SqlAsync($"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '9100 EUR', '3100 EUR') WHERE \"Id\" = {document}");
        Assert.Empty(await FindingsAsync(market));

        await market.SqlAsync($"UPDATE \"Counter_ReceiptIndex\" SET \"Number\" = -\"Number\" WHERE \"Number\" = {receipt.Number}");
        Assert.Equal([Misfit.ReceiptGap], await FindingsAsync(market));
        await market.SqlAsync($"UPDATE \"Counter_ReceiptIndex\" SET \"Number\" = -\"Number\" WHERE \"Number\" = {-receipt.Number}");
        Assert.Empty(await FindingsAsync(market));
    }

    [Fact]
    public async Task A_year_keeps_its_receipts_in_the_form_that_is_hashed()
    {
        var market = fixture.Market;
        market.Clock.Set = new DateTime(2030, 12, 31, 22, 59, 0, DateTimeKind.Utc);
        var account = await market.OpenAccountAsync();
        var old = await IssueAsync(market, account, await PayAsync(market, account, 1));
        market.Clock.Set = new DateTime(2030, 12, 31, 23, 1, 0, DateTimeKind.Utc);
        var young = await IssueAsync(market, account, await PayAsync(market, account, 2));

        var lines = await market.InScopeAsync(async services => await services.GetServices<IYearRecords>().Single(records => records.FileName == "receipts.jsonl")
            .WriteAsync(new DateOnly(2030, 1, 1), new DateOnly(2030, 12, 31), null).ToListAsync());

        Assert.Contains(lines, line => line.Contains(old.Hash, StringComparison.Ordinal) && line.Contains("market-receipt/1", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains($"\"{young.Hash}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_newest_receipt_that_is_taken_away_is_missed_and_its_number_is_not_given_again()
    {
        var market = fixture.Market;
        market.Clock.Set = new DateTime(2031, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        var account = await market.OpenAccountAsync();
        await IssueAsync(market, account, await PayAsync(market, account, 41));
        var last = await IssueAsync(market, account, await PayAsync(market, account, 42));
        Assert.Empty(await FindingsAsync(market));
        const string Head = "\"CounterReceiptHead\"";

        await market.SqlAsync($"UPDATE {Head} SET \"Number\" = \"Number\" - 1");
        Assert.Equal([Misfit.ReceiptHead], await FindingsAsync(market));
        await market.SqlAsync($"UPDATE {Head} SET \"Number\" = \"Number\" + 1");
        await market.SqlAsync($"UPDATE \"Counter_ReceiptIndex\" SET \"Number\" = -\"Number\" WHERE \"Number\" = {last.Number}");
        Assert.Equal([Misfit.ReceiptHead], await FindingsAsync(market));

        // The next one does not hide that.
        var next = await IssueAsync(market, account, await PayAsync(market, account, 43));
        Assert.Equal((last.Number + 1, last.Hash), (next.Number, next.PreviousHash));
        Assert.Equal([Misfit.ReceiptGap], await FindingsAsync(market));
        await market.SqlAsync($"UPDATE \"Counter_ReceiptIndex\" SET \"Number\" = -\"Number\" WHERE \"Number\" = {-last.Number}");
        Assert.Empty(await FindingsAsync(market));
    }

    [Fact]
    public async Task A_deposit_that_the_ledger_has_otherwise_is_found()
    {
        var market = fixture.Market;
        market.Clock.Set = new DateTime(2031, 8, 1, 9, 0, 0, DateTimeKind.Utc);
        var account = await market.OpenAccountAsync();
        var deposit = Assert.IsType<PostingResult.Posted>(await market.PostAsync(Posting(market, account, OperationKind.Deposit, -200) with
        {
            Method = null,
            Details = new ReturnableMove("bottle", 2).ToDetails(),
            Memo = "2 × Bottle",
        })).Operation;
        var payment = await PayAsync(market, account, 51);
        var receipt = Assert.IsType<ReceiptAnswer.Issued>(
            await market.InScopeAsync(services => services.GetRequiredService<ReceiptDesk>().IssueAsync(account, [deposit.Id, payment.Id], "clerk"))).Receipt;
        Assert.Equal(ReceiptDeposit.Of(deposit), Assert.Single(receipt.Deposits));
        Assert.Empty(await FindingsAsync(market));

        await market.SqlAsync($"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", 'Bottle', 'Barrel')");
        Assert.Equal([Misfit.ReceiptChanged, Misfit.ReceiptMoney], await FindingsAsync(market));
        await market.SqlAsync($"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", 'Barrel', 'Bottle')");
        Assert.Empty(await FindingsAsync(market));

        // Nobody gets a receipt of a deposit alone.
        Assert.IsType<ReceiptAnswer.Refused>(await market.InScopeAsync(services => services.GetRequiredService<ReceiptDesk>().IssueAsync(account, [deposit.Id], "clerk")));
    }

    private static async Task<Operation> PayAsync(MarketHost market, string account, int euros) => Assert.IsType<PostingResult.Posted>(
        await market.PostAsync(Posting(market, account, OperationKind.Payment, euros * 100))).Operation;

    private static Posting Posting(MarketHost market, string account, OperationKind kind, long cents) => new()
    {
        AccountId = account,
        Kind = kind,
        Amount = new Money(cents, Currency.Euro),
        Method = BuiltInMethods.Cash,
        OccurredOn = market.Clock.Today,
        RecordedBy = "clerk",
        IdempotencyKey = FormattableString.Invariant($"receipts-{Interlocked.Increment(ref _keys)}-{Guid.NewGuid():n}"),
    };

    private static async Task<IssuedReceipt> IssueAsync(MarketHost market, string account, Operation payment) => Assert.IsType<ReceiptAnswer.Issued>(
        await market.InScopeAsync(services => services.GetRequiredService<ReceiptDesk>().IssueAsync(account, [payment.Id], "clerk"))).Receipt;

    private static Task<string?> ClosingAsync(MarketHost market, IssuedReceipt receipt) => market.InScopeAsync(async services =>
        (await services.GetRequiredService<IPostedOperations>().FindAsync(receipt.AccountId, [receipt.Payments[0].OperationId])).Single().Closing?.Period.Key);

    private static Task<string> TokenAsync(MarketHost market, IssuedReceipt receipt) =>
        market.InScopeAsync(async services => (await services.GetRequiredService<ReceiptStore>().FindAsync(receipt.Number))!.Token);

    private static Task<long?> ReadAsync(MarketHost market, string token) =>
        market.InScopeAsync(async services => (await services.GetRequiredService<ReceiptLinks>().ReadAsync(token))?.Receipt.Number);

    private static async Task<IReadOnlyList<Misfit>> FindingsAsync(MarketHost market) => [.. (await market.VerifyAsync()).Findings.Select(finding => finding.Misfit)];
}

public sealed class ReceiptBooksOnSqlite(SqliteMarket fixture) : ReceiptBooksTests(fixture), IClassFixture<SqliteMarket>;

public sealed class ReceiptBooksOnPostgres(PostgresMarket fixture) : ReceiptBooksTests(fixture), IClassFixture<PostgresMarket>;
