using System.Text.RegularExpressions;
using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;
using Market.Ledger.Receipts;
using Market.Ledger.Vat;
using static Market.Ledger.Tests.TestMarket;

namespace Market.Ledger.Tests.Receipts;

/// <summary>A receipt says what the ledger has, is numbered without a gap, and stays as it was given out.</summary>
public partial class ReceiptTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 17, 32, 0, TimeSpan.Zero);

    private static readonly MarketIdentity Seller = new("Les Trois Chênes") { Address = "1 rue du Marché\n44000 Nantes", Siret = "73282932000074", VatNumber = "FR44732829320" };

    private static readonly ReceiptLine[] Lines =
    [
        new("Carrots", "2 × 1 kg", Euros(4.22m), Euros(2.11m), 550),
        new("Beer", "1 × bottle", Euros(3.60m), Euros(3.60m), 2000),
    ];

    [Fact]
    public async Task It_says_what_the_ledger_has_of_the_money_and_no_other_operation_is_money()
    {
        var market = new TestMarket();
        var order = await PostedAsync(market.Ledger.SetOrderDebitAsync(market.Order(7.82m)));
        var payment = await PostedAsync(market.Ledger.PostAsync(market.Of(OperationKind.Payment, 10)));
        var refund = await PostedAsync(market.Ledger.PostAsync(market.Of(OperationKind.Refund, -2.18m)));

        Assert.Null(ReceiptPayment.Of(order));
        Assert.Equal(new ReceiptPayment(payment.Id, payment.Hash, "cash", Euros(10), payment.RecordedAt), ReceiptPayment.Of(payment));
        var receipt = Draft([ReceiptPayment.Of(refund)!, ReceiptPayment.Of(payment)!]).After(null, Now);
        Assert.Equal(Euros(7.82m), receipt.Total());
        Assert.Throws<InvalidOperationException>(() => Draft([]).After(null, Now));
    }

    [Fact]
    public void The_vat_of_an_order_is_that_of_all_its_debits_or_none()
    {
        var first = Debit(Euros(-7.82m), Split((550, 422), (2000, 360)));
        var change = Debit(Euros(1.11m), Split((550, -111)));

        Assert.Equal(Split((550, 311), (2000, 360)).Shares.Select(share => (share.BasisPoints, share.Gross)), ReceiptSale.VatOf([first, change])!.Select(share => (share.BasisPoints, share.Gross)));
        Assert.Null(ReceiptSale.VatOf([first, Debit(Euros(-5), null)]));
        Assert.Null(ReceiptSale.VatOf([Debit(Euros(-5), null), first]));
        Assert.Equal(ReceiptSale.VatOf([first]), ReceiptSale.VatOf([Debit(Euros(-5), null), Debit(Euros(5), null), first]));
        Assert.Null(ReceiptSale.VatOf([]));
    }

    [Fact]
    public void What_no_line_explains_is_named()
    {
        Assert.Equal(Euros(0), new ReceiptSale("order-1", Day, Lines, Euros(7.82m), Euros(0)).Unexplained());
        Assert.Equal(Euros(-1), new ReceiptSale("order-1", Day, Lines, Euros(6.82m), Euros(0)).Unexplained());
    }

    [Fact]
    public void A_clock_that_is_put_back_puts_no_receipt_before_another()
    {
        var first = Draft().After(null, Now);

        Assert.Equal(first.IssuedAt, Draft().After(first, Now.AddHours(-2)).IssuedAt);
    }

    [Fact]
    public void Whatever_is_changed_taken_out_or_moved_is_named() => Gen.Select(Gen.Int[2, 6], Gen.Int[0, 5], Gen.Int[0, 6]).Sample((count, place, way) =>
    {
        var receipts = Chain(count);
        place %= count;
        Assert.Empty(Findings(receipts));
        var spoilt = Spoil(receipts, place, way);
        var found = Findings(spoilt);
        if (way == 1 && place == count - 1)
        {
            // The last one is missed by whoever holds it, and by the file of its year.
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(Assert.Single(found), new[] { Misfit.ReceiptGap, Misfit.ReceiptChanged });
        }
    });

    [Fact]
    public void Every_field_is_hashed()
    {
        var receipt = Chain(2)[1];
        var (payment, sale) = (receipt.Payments[0], receipt.Sales[0]);
        IssuedReceipt[] others =
        [
            receipt with { Number = 3 },
            receipt with { AccountId = "other" },
            receipt with { Seller = Seller with { Name = "Other" } },
            receipt with { Seller = Seller with { Address = "Other" } },
            receipt with { Seller = Seller with { Siret = null } },
            receipt with { Seller = Seller with { VatNumber = null } },
            receipt with { Seller = Seller with { VatSentence = "TVA non applicable, article 293 B du CGI" } },
            receipt with { Payments = [payment with { OperationId = "x" }] },
            receipt with { Payments = [payment with { OperationHash = "x" }] },
            receipt with { Payments = [payment with { Method = "x" }] },
            receipt with { Payments = [payment with { Amount = Euros(9) }] },
            receipt with { Payments = [payment with { Amount = new Money(payment.Amount.MinorUnits, Dollar) }] },
            receipt with { Payments = [payment with { RecordedAt = Now.AddDays(1) }] },
            receipt with { Payments = [payment, payment] },
            receipt with { Sales = [] },
            receipt with { Sales = [sale with { OrderId = "x" }] },
            receipt with { Sales = [sale with { Day = Day.AddDays(1) }] },
            receipt with { Sales = [sale with { Total = Euros(9) }] },
            receipt with { Sales = [sale with { Remaining = Euros(1) }] },
            receipt with { Sales = [sale with { Vat = null }] },
            receipt with { Sales = [sale with { Vat = [] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0]] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0] with { Name = "x" }, Lines[1]] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0] with { Quantity = "x" }, Lines[1]] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0] with { UnitPrice = null }, Lines[1]] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0] with { PriceUnit = "kg" }, Lines[1]] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0] with { Cost = Euros(1) }, Lines[1]] }] },
            receipt with { Sales = [sale with { Lines = [Lines[0] with { VatBasisPoints = null }, Lines[1]] }] },
            receipt with { IssuedAt = Now.AddDays(1) },
            receipt with { IssuedBy = "x" },
            receipt with { PreviousHash = "x" },
        ];

        Assert.Equal(others.Length + 1, others.Append(receipt).Select(ReceiptHash.Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_document_prints_what_the_engine_hashes_and_names_every_field()
    {
        var document = RepositoryFiles.Read("docs", "receipt-format.md");
        var receipt = Draft().After(null, Now);

        Assert.Equal([ReceiptHash.Canonical(receipt)], Fences().Matches(document).Where(match => match.Groups["language"].Value == "text").Select(match => match.Groups["text"].Value));
        Assert.Equal([receipt.Hash], Fences().Matches(document).Where(match => match.Groups["language"].Value == "sha256").Select(match => match.Groups["text"].Value.Trim()));
        Assert.Equal(
            ReceiptHash.Canonical(receipt).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('=')[0]).Distinct(StringComparer.Ordinal),
            Rows().Matches(document).Select(match => match.Groups["name"].Value));
    }

    private static List<IssuedReceipt> Chain(int count)
    {
        var receipts = new List<IssuedReceipt>();
        for (var place = 0; place < count; place++)
        {
            receipts.Add(Draft([new ReceiptPayment($"operation-{place}", new string('a', 64), "cash", Euros(7.82m), Now)]).After(receipts.LastOrDefault(), Now.AddMinutes(place)));
        }

        return receipts;
    }

    private static List<IssuedReceipt?> Spoil(List<IssuedReceipt> receipts, int place, int way)
    {
        List<IssuedReceipt?> spoilt = [.. receipts];
        var spoiled = receipts[place];
        switch (way)
        {
            case 0: spoilt[place] = null; break;
            case 1: spoilt.RemoveAt(place); break;
            case 2: spoilt.Insert(place, spoiled); break;
            case 3: (spoilt[place], spoilt[(place + 1) % spoilt.Count]) = (spoilt[(place + 1) % spoilt.Count], spoilt[place]); break;
            case 4: spoilt[place] = spoiled with { Payments = [spoiled.Payments[0] with { Amount = Euros(1) }] }; break;
            case 5: spoilt[place] = spoiled with { PreviousHash = "0" }; break;
            default: spoilt[place] = spoiled with { Payments = [] }; break;
        }

        return spoilt;
    }

    private static List<Misfit> Findings(IEnumerable<IssuedReceipt?> receipts)
    {
        var check = new ReceiptCheck();
        return [.. receipts.Select(check.Add).OfType<Finding>().Select(finding => finding.Misfit)];
    }

    private static ReceiptDraft Draft(IReadOnlyList<ReceiptPayment>? payments = null) => new(
        Account,
        Seller,
        payments ?? [new ReceiptPayment("operation-2", "6f1f2c0d8b0e4f6f0a4f7d1f7c9f9b0a6f1f2c0d8b0e4f6f0a4f7d1f7c9f9b0a", "cash", Euros(7.82m), new DateTimeOffset(Clock))],
        [new ReceiptSale("order-1", Day, Lines, Euros(7.82m), Euros(0)) { Vat = Split((550, 422), (2000, 360)).Shares }],
        "clerk-1");

    private static VatSplit Split(params (int Rate, long Cents)[] gross) =>
        VatSplit.Of(gross.Select(rate => KeyValuePair.Create(rate.Rate, new Money(rate.Cents, Currency.Euro))), Currency.Euro);

    private static Operation Debit(Money amount, VatSplit? split) => new()
    {
        Id = "debit",
        AccountId = Account,
        Sequence = 1,
        Kind = OperationKind.Order,
        Amount = amount,
        OrderId = "order-1",
        Details = split?.WriteTo(new Dictionary<string, string>()) ?? new Dictionary<string, string>(),
        OccurredOn = Day,
        RecordedAt = Now,
        RecordedBy = "clerk-1",
        IdempotencyKey = "key",
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };

    private static async Task<Operation> PostedAsync(Task<PostingResult> posting) => Assert.IsType<PostingResult.Posted>(await posting).Operation;

    [GeneratedRegex("^```(?<language>\\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
