using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Market.Ledger.Closings;
using Market.Ledger.Postings;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments.Banking.Cheques;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace Market.Payments.FireTests.Closings;

/// <summary>Days, months and a year of a market go by on the site's clock, and are closed and archived.</summary>
public abstract class ClosingTests(MarketFixture fixture)
{
    private const string OrderId = "4order00000000000000000001";

    [Fact]
    public async Task Days_months_and_a_year_are_closed_and_chained_and_archived()
    {
        var market = fixture.Market;
        var began = new DateTime(2027, 11, 28, 10, 0, 0, DateTimeKind.Utc);
        market.Clock.Set = began;
        var accounts = await market.OpenAccountsAsync(3);
        var made = new List<Closing>();
        foreach (var day in new[] { 0, 1, 2, 3, 20, 33, 34, 64, 70 })
        {
            market.Clock.Set = began.AddDays(day);
            foreach (var account in accounts)
            {
                var note = TestBooks.Payment(account, 1 + day) with
                {
                    Method = "cheque",
                    Memo = "Day\n\\" + day,
                    Details = new Dictionary<string, string> { ["cheque-number"] = $"00{day}", ["cheque-bank"] = "Crédit = Agricole" },
                };
                Assert.IsType<PostingResult.Posted>(await market.PostAsync(note));
                Assert.IsType<PostingResult.Posted>(await market.PostAsync(TestBooks.Order(account, 2, $"order-{day}")));
            }

            if (day is 20 or 64)
            {
                await PutOnSlipAsync(market, market.Clock.Today);
            }

            if (day is 1 or 20 or 70)
            {
                made.AddRange(await market.WorkAsync(ClosingRunner.RunAsync));
            }
        }

        // 28 November to 5 February: every day before today, three months, one year.
        Assert.Equal((70, 3, 1), (Count(made, ClosingKind.Daily), Count(made, ClosingKind.Monthly), Count(made, ClosingKind.Yearly)));
        var kept = await market.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().ListAsync());
        Assert.Equal(made.Select(closing => closing.Hash).Order(), kept.Select(closing => closing.Hash).Order());
        var pages = new List<Closing>();
        for (var skip = 0; skip < made.Count; skip += 30)
        {
            pages.AddRange(await market.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().ListAsync(skip, 30)));
        }

        Assert.Equal(made.Select(closing => closing.Hash).Order(), pages.Select(closing => closing.Hash).Order());
        Assert.Equal(made.Count, await market.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().CountAsync()));
        var years = await market.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().ListYearsAsync());
        Assert.Equal(made.Where(closing => closing.Period.Kind is ClosingKind.Yearly).Select(closing => closing.Hash), years.Select(closing => closing.Hash));
        foreach (var kind in made.GroupBy(closing => closing.Period.Kind))
        {
            Assert.Equal(string.Empty, kind.First().PreviousHash);
            Assert.All(kind.Zip(kind.Skip(1)), pair => Assert.Equal((pair.First.Hash, pair.First.Period.To), (pair.Second.PreviousHash, pair.Second.Period.From)));
        }

        Assert.Equal(made.Count, (await TestBooks.VerifiedAsync(market)).Closings);
        Assert.Empty(await market.WorkAsync(ClosingRunner.RunAsync));
        await NothingEntersAsync(market, accounts[0], made);
        var distribution = await AddDistributionAsync(market, new DateOnly(2027, 12, 10));
        await KeepOrderAsync(market, new Order
        {
            OrderId = OrderId,
            AccountId = accounts[0],
            DistributionId = distribution,
            Date = new DateOnly(2027, 12, 10),
            Currency = "EUR",
            PlacedUtc = began,
            FormKey = "form-1",
            Revision = 1,
            Lines = [new OrderLine("p1", "farm", "Bread", "each", 500, 550, 2), new OrderLine("p2", "farm", "Salt", "kg", 55, 550, 1), new OrderLine("p3", "farm", "Soap", "each", 565, 2000, 3)],
        });
        await ArchiveStaysAsync(market, await ArchiveHoldsAsync(market, made));
        await TestBooks.VerifiedAsync(market);
    }

    // All cheques in hand go on one slip.
    private static async Task PutOnSlipAsync(MarketHost market, DateOnly day)
    {
        var hand = await market.InScopeAsync(services => services.GetRequiredService<ChequeStore>().InHandAsync(100));
        Assert.IsType<ChequeAnswer.Done>(await market.InScopeAsync(services =>
            services.GetRequiredService<SlipDesk>().MakeAsync([.. hand.Select(cheque => cheque.Id)], day, "fire", TestBooks.NewKey())));
    }

    private static Task<string> AddDistributionAsync(MarketHost market, DateOnly day) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync(OrdersConstants.Distribution);
            item.Alter<DistributionPart>(part =>
            {
                (part.Place, part.Date, part.CollectFrom, part.CollectTo, part.IsPastDayMeant) = ("The square", day, "18:00", "19:00", true);
                (part.OpensUtc, part.ClosesUtc) = (day.AddDays(-6).ToDateTime(default, DateTimeKind.Utc), day.AddDays(-1).ToDateTime(default, DateTimeKind.Utc));
            });
            Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
            return item.ContentItemId;
        },
        _ => true));

    // The clock goes back into a closed day, as a wrong one does.
    private static async Task NothingEntersAsync(MarketHost market, string account, IReadOnlyList<Closing> made)
    {
        var now = market.Clock.UtcNow;
        market.Clock.Set = now.AddDays(-10);
        var newcomer = await market.OpenAccountAsync();
        var closedUntil = made.Max(closing => closing.Period.To);
        foreach (var posting in new[] { TestBooks.Payment(account, 7), TestBooks.Payment(newcomer, 7) })
        {
            var posted = Assert.IsType<PostingResult.Posted>(await market.PostAsync(posting with { OccurredOn = market.Clock.Today }));
            Assert.True(posted.Operation.RecordedAt >= closedUntil, $"{posted.Operation.RecordedAt} is in a closed period.");
        }

        market.Clock.Set = now;
        await TestBooks.VerifiedAsync(market);
    }

    private static async Task<byte[]> ArchiveHoldsAsync(MarketHost market, IReadOnlyList<Closing> made)
    {
        using var file = new MemoryStream();
        Assert.Null(await market.InScopeAsync(services => services.GetRequiredService<YearArchive>().WriteAsync(new MemoryStream(), "2028", "fire")));
        var record = await market.InScopeAsync(services => services.GetRequiredService<YearArchive>().WriteAsync(file, "2027", "fire"));
        var year = made.Single(closing => closing.Period.Kind is ClosingKind.Yearly);
        Assert.Equal(year.Totals.Operations, record?.Operations);

        await using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        Assert.Equal(["LISEZMOI.txt", "README.txt", "closings.jsonl", "kept.jsonl", "ledger-format.md", "operations.csv", "operations.jsonl", "orders.jsonl", "payout-format.md", "payouts.jsonl", "receipts.jsonl", "slips.jsonl"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var operations = await LinesAsync(zip, "operations.jsonl");
        Assert.Equal(year.Totals.Operations, operations.Count);
        Assert.Equal(operations.Count, (await LinesAsync(zip, "operations.csv", line => line.Contains("order-", StringComparison.Ordinal) || line.Contains("cheque", StringComparison.Ordinal))).Count);
        foreach (var account in operations.GroupBy(line => ArchiveReader.Text(line, "AccountId")))
        {
            var previous = string.Empty;
            foreach (var line in account.OrderBy(line => line.GetProperty("Sequence").GetInt64()))
            {
                Assert.Equal(previous, ArchiveReader.Text(line, "PreviousHash"));
                previous = ArchiveReader.Hash(ArchiveReader.Operation(line));
                Assert.Equal(previous, ArchiveReader.Text(line, "Hash"));
            }
        }

        var closings = await LinesAsync(zip, "closings.jsonl");
        Assert.All(closings, line => Assert.Equal(ArchiveReader.Hash(ArchiveReader.Closing(line)), ArchiveReader.Text(line, "Hash")));
        var closed = closings.Single(line => ArchiveReader.Text(line.GetProperty("Period"), "Kind") == "Yearly");

        // The market began in this year, so its end is the whole of the archive.
        Assert.Equal(ArchiveReader.Hash(ArchiveReader.Heads(operations)), ArchiveReader.Text(closed, "Root"));
        Assert.Equal(operations.Sum(line => ArchiveReader.Units(line, "Amount")), ArchiveReader.Units(closed.GetProperty("Perpetual"), "Net"));
        return file.ToArray();
    }

    // The archive is what it was, whenever it is made, and whoever has nothing else finds each name in it.
    private static async Task ArchiveStaysAsync(MarketHost market, byte[] before)
    {
        market.Clock.Set = market.Clock.UtcNow.AddDays(3);
        var order = await market.InScopeAsync(services => services.GetRequiredService<OrderStore>().FindAsync(OrderId));
        order!.Lines.Clear();
        await KeepOrderAsync(market, order);
        using var file = new MemoryStream();
        await market.InScopeAsync(services => services.GetRequiredService<YearArchive>().WriteAsync(file, "2027", "somebody"));
        Assert.Equal(before, file.ToArray());

        await using var zip = new ZipArchive(new MemoryStream(before));
        var format = string.Join('\n', await LinesAsync(zip, "ledger-format.md", _ => true));
        foreach (var name in new[] { "operations.jsonl", "closings.jsonl", "kept.jsonl", "orders.jsonl", "slips.jsonl" })
        {
            var lines = await LinesAsync(zip, name);
            Assert.NotEmpty(lines);
            Assert.All(lines.SelectMany(Names).Distinct(), property => Assert.Contains($"`{property}`", format, StringComparison.Ordinal));
        }

        var kept = (await LinesAsync(zip, "kept.jsonl")).Single(line => ArchiveReader.Text(line, "Name") == "orders.jsonl");
        await using var orders = await zip.GetEntry("orders.jsonl")!.OpenAsync();
        Assert.Equal(Convert.ToHexStringLower(await SHA256.HashDataAsync(orders, TestContext.Current.CancellationToken)), ArchiveReader.Text(kept, "Content"));
        var line = Assert.Single(await LinesAsync(zip, "orders.jsonl"));
        Assert.Equal((OrderId, 2750), (ArchiveReader.Text(line, "order"), line.GetProperty("due").GetInt64()));
        await SlipsAreThereAsync(zip);
        Assert.Equal([(550, 1055, 55), (2000, 1695, 283)], line.GetProperty("vat").EnumerateArray()
            .Select(rate => (rate.GetProperty("basis-points").GetInt32(), rate.GetProperty("total").GetInt32(), rate.GetProperty("included").GetInt32())));
    }

    // The one of December, with its cheques: the one of January is the next year's.
    private static async Task SlipsAreThereAsync(ZipArchive zip)
    {
        var slip = Assert.Single(await LinesAsync(zip, "slips.jsonl"));
        Assert.Equal((1, "REM-1", "2027-12-18"), (slip.GetProperty("number").GetInt64(), ArchiveReader.Text(slip, "reference"), ArchiveReader.Text(slip, "made-on")));
        var payments = (await LinesAsync(zip, "operations.jsonl")).Where(line => ArchiveReader.Text(line, "Kind") == "Payment")
            .ToDictionary(line => ArchiveReader.Text(line, "Id"), StringComparer.Ordinal);
        var cheques = slip.GetProperty("cheques").EnumerateArray().ToList();
        Assert.Equal(15, cheques.Count);
        Assert.Equal(slip.GetProperty("sum").GetInt64(), cheques.Sum(cheque => cheque.GetProperty("amount").GetInt64()));
        Assert.All(cheques, cheque =>
        {
            var payment = payments[ArchiveReader.Text(cheque, "operation")];
            Assert.Equal(ArchiveReader.Units(payment, "Amount"), cheque.GetProperty("amount").GetInt64());
            Assert.Equal(
                (ArchiveReader.Text(payment, "AccountId"), ArchiveReader.Text(payment.GetProperty("Details"), "cheque-number"), "Crédit = Agricole"),
                (ArchiveReader.Text(cheque, "account"), ArchiveReader.Text(cheque, "number"), ArchiveReader.Text(cheque, "bank")));
        });
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        // What a method asks for has the names that the method gives it.
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "Details" ? [property.Name] : Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static Task<bool> KeepOrderAsync(MarketHost market, Order order) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var orders = services.GetRequiredService<OrderStore>();
            var kept = await orders.FindAsync(order.OrderId) ?? order;
            (kept.Lines, kept.ChangedUtc) = (order.Lines, market.Clock.UtcNow);
            await orders.SaveAsync(kept);
            return true;
        },
        _ => true));

    private static async Task<IReadOnlyList<JsonElement>> LinesAsync(ZipArchive zip, string name) =>
        [.. (await LinesAsync(zip, name, line => line.Length > 0)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static async Task<IReadOnlyList<string>> LinesAsync(ZipArchive zip, string name, Func<string, bool> keep)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return [.. (await reader.ReadToEndAsync()).Split('\n').Where(keep)];
    }

    private static int Count(IEnumerable<Closing> closings, ClosingKind kind) => closings.Count(closing => closing.Period.Kind == kind);
}

public sealed class ClosingsOnSqlite(SqliteMarket fixture) : ClosingTests(fixture), IClassFixture<SqliteMarket>;

public sealed class ClosingsOnPostgres(PostgresMarket fixture) : ClosingTests(fixture), IClassFixture<PostgresMarket>;
