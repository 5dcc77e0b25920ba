using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;
using Market.Ledger.Receipts;
using Market.Ledger.Returnables;
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

    private static readonly ReceiptDeposit Jars = new(
        "operation-3", "0c9d5a7e1b3f4862a1d0e9c8b7a6f5e40c9d5a7e1b3f4862a1d0e9c8b7a6f5e4", "jar", "2 × Jar", 2, Euros(3), new DateTimeOffset(Clock).AddMinutes(-1));

    [Fact]
    public async Task It_says_what_the_ledger_has_of_the_money_and_no_other_operation_is_money()
    {
        var market = new TestMarket();
        var order = await PostedAsync(market.Ledger.SetOrderDebitAsync(market.Order(7.82m)));
        var payment = await PostedAsync(market.Ledger.PostAsync(market.Of(OperationKind.Payment, 10)));
        var refund = await PostedAsync(market.Ledger.PostAsync(market.Of(OperationKind.Refund, -2.18m)));

        Assert.Null(ReceiptPayment.Of(order));
        Assert.Equal(new ReceiptPayment(payment.Id, payment.Hash, "cash", Euros(10), payment.RecordedAt), ReceiptPayment.Of(payment));
        var receipt = Draft([ReceiptPayment.Of(refund)!, ReceiptPayment.Of(payment)!]).After(ReceiptHead.None, Now);
        Assert.Equal(Euros(7.82m), receipt.Total());
        Assert.Throws<InvalidOperationException>(() => Draft([]).After(ReceiptHead.None, Now));
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
        var first = Draft().After(ReceiptHead.None, Now);

        Assert.Equal(first.IssuedAt, Draft().After(ReceiptHead.Of(first), Now.AddHours(-2)).IssuedAt);
    }

    [Fact]
    public void Whatever_is_changed_taken_out_or_moved_is_named() => Gen.Select(Gen.Int[2, 6], Gen.Int[0, 5], Gen.Int[0, 6]).Sample((count, place, way) =>
    {
        var receipts = Chain(count);
        place %= count;
        var kept = ReceiptHead.Of(receipts[^1]);
        Assert.Empty(Findings(receipts, kept));
        var found = Findings(Spoil(receipts, place, way), kept);
        if (way == 1 && place == count - 1)
        {
            Assert.Equal([Misfit.ReceiptHead], found);
        }
        else
        {
            // Where the last one is not what it was, the head says so too.
            Assert.Contains(found[0], new[] { Misfit.ReceiptGap, Misfit.ReceiptChanged });
            Assert.True(found.Count == 1 || (found.Count == 2 && found[1] is Misfit.ReceiptHead), string.Join(' ', found));
        }
    });

    [Fact]
    public void All_that_was_taken_off_the_end_is_missed_and_what_no_head_counts_is_named()
    {
        var receipts = Chain(5);
        for (var left = 0; left < receipts.Count; left++)
        {
            Assert.Equal([Misfit.ReceiptHead], Findings(receipts[..left], ReceiptHead.Of(receipts[^1])));
        }

        Assert.Equal([Misfit.ReceiptHead], Findings(receipts, ReceiptHead.Of(receipts[^2])));
        Assert.Empty(Findings([], ReceiptHead.None));
    }

    [Fact]
    public void A_number_that_was_taken_away_is_not_given_again()
    {
        var receipts = Chain(3);
        var next = Draft().After(ReceiptHead.Of(receipts[^1]), Now);

        Assert.Equal(4, next.Number);
        Assert.Equal([Misfit.ReceiptGap], Findings([.. receipts[..2], next], ReceiptHead.Of(next)));
    }

    [Fact]
    public async Task Packaging_on_deposit_costs_what_the_account_owes_for_it_and_no_other_operation_is_packaging()
    {
        var market = new TestMarket();
        var taken = await PostedAsync(market.Ledger.PostAsync(Moved(market, 2) with { Memo = "2 × Jar" }));
        var brought = await PostedAsync(market.Ledger.PostAsync(Moved(market, -1) with { Memo = "1 × Jar" }));
        var payment = await PostedAsync(market.Ledger.PostAsync(market.Of(OperationKind.Payment, 10)));
        var reversal = await PostedAsync(market.Ledger.ReverseAsync(market.Reversal(brought)));

        Assert.Equal(new ReceiptDeposit(taken.Id, taken.Hash, "jar", "2 × Jar", 2, Euros(3), taken.RecordedAt), ReceiptDeposit.Of(taken));
        Assert.Equal((-1, Euros(-1.50m)), (ReceiptDeposit.Of(brought)!.Count, ReceiptDeposit.Of(brought)!.Cost));
        Assert.Null(ReceiptDeposit.Of(payment));
        Assert.Null(ReceiptDeposit.Of(reversal));
        Assert.Null(ReceiptPayment.Of(taken));
    }

    [Fact]
    public void A_receipt_without_deposits_has_the_hash_it_had_before_there_were_any_and_deposits_are_hashed()
    {
        var receipt = Draft().After(ReceiptHead.None, Now);
        Assert.StartsWith("market-receipt/1\n", ReceiptHash.Canonical(receipt), StringComparison.Ordinal);
        Assert.Equal("f3db7903dbd4572923ec793b5d1b4591945c0da4ba3c5a4c53f9cc99fe286906", receipt.Hash);

        IssuedReceipt With(params ReceiptDeposit[] deposits) => receipt with { Deposits = deposits };
        IssuedReceipt[] others =
        [
            receipt,
            With(Jars),
            With(Jars, Jars),
            With(Jars with { OperationId = "x" }),
            With(Jars with { OperationHash = "x" }),
            With(Jars with { ReturnableId = "x" }),
            With(Jars with { Words = "x" }),
            With(Jars with { Count = 3 }),
            With(Jars with { Cost = Euros(1) }),
            With(Jars with { RecordedAt = Now }),
        ];
        Assert.Equal(others.Length, others.Select(ReceiptHash.Of).Distinct(StringComparer.Ordinal).Count());
        Assert.StartsWith("market-receipt/2\n", ReceiptHash.Canonical(With(Jars)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_before_there_were_deposits_is_read_as_a_receipt_without_any()
    {
        var kept = JsonSerializer.SerializeToNode(Draft().After(ReceiptHead.None, Now))!.AsObject();
        Assert.True(kept.Remove("Deposits"));

        var read = kept.Deserialize<IssuedReceipt>()!;

        Assert.Empty(read.Deposits);
        Assert.Equal(read.Hash, ReceiptHash.Of(read));
    }

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
        var receipt = Draft().After(ReceiptHead.None, Now);
        var deposit = (Draft() with { Sales = [], Deposits = [Jars] }).After(ReceiptHead.Of(receipt), Now.AddMinutes(3));

        Assert.Equal(
            [ReceiptHash.Canonical(receipt), ReceiptHash.Canonical(deposit)],
            Fences().Matches(document).Where(match => match.Groups["language"].Value == "text").Select(match => match.Groups["text"].Value));
        Assert.Equal(
            [receipt.Hash, deposit.Hash],
            Fences().Matches(document).Where(match => match.Groups["language"].Value == "sha256").Select(match => match.Groups["text"].Value.Trim()));
        Assert.Equal(
            ReceiptHash.Canonical(receipt with { Deposits = [Jars] }).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('=')[0]).Distinct(StringComparer.Ordinal),
            Rows().Matches(document).Select(match => match.Groups["name"].Value));
    }

    private static Posting Moved(TestMarket market, int count)
    {
        var move = new ReturnableMove("jar", count);
        var amount = move.Amount(Euros(1.50m));
        return market.Of(OperationKind.Deposit, amount.MinorUnits / 100m) with { Method = null, Details = move.ToDetails() };
    }

    private static List<IssuedReceipt> Chain(int count)
    {
        var receipts = new List<IssuedReceipt>();
        for (var place = 0; place < count; place++)
        {
            receipts.Add(Draft([new ReceiptPayment($"operation-{place}", new string('a', 64), "cash", Euros(7.82m), Now)]).After(receipts.Count == 0 ? ReceiptHead.None : ReceiptHead.Of(receipts[^1]), Now.AddMinutes(place)));
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

    private static List<Misfit> Findings(IEnumerable<IssuedReceipt?> receipts, ReceiptHead kept)
    {
        var check = new ReceiptCheck();
        var found = receipts.Select(check.Add).ToList();
        return [.. found.Append(check.End(kept)).OfType<Finding>().Select(finding => finding.Misfit)];
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
