using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Vat;

public class VatSplitTests
{
    private static readonly Gen<List<KeyValuePair<int, Money>>> Sales = Gen.Select(Gen.Int[0, VatRate.Whole], Gen.Long[-1_000_000, 1_000_000], (rate, units) => KeyValuePair.Create(rate, Cents(units))).List[0, 6];

    [Theory]
    [InlineData(550, 1000, 948, 52)]
    [InlineData(2000, 1200, 1000, 200)]
    [InlineData(0, 700, 700, 0)]
    [InlineData(10_000, 3, 1, 2)]
    [InlineData(550, 1, 1, 0)]
    [InlineData(550, -1000, -948, -52)]
    [InlineData(10_000, -3, -1, -2)]
    public void The_vat_of_a_rate_is_rounded_once_half_up(int basisPoints, long gross, long net, long vat) =>
        Assert.Equal(new VatShare(basisPoints, Cents(net), Cents(vat)), VatShare.Of(basisPoints, Cents(gross)));

    [Fact]
    public void What_is_sold_at_one_rate_is_one_share_and_the_lowest_rate_comes_first()
    {
        var split = VatSplit.Of([At(2000, 700), At(550, 600), At(2000, 500), At(0, 0), At(550, 400)], Currency.Euro);
        Assert.Equal([new VatShare(550, Cents(948), Cents(52)), new VatShare(2000, Cents(1000), Cents(200))], split.Shares);
        Assert.Equal((Cents(2200), Cents(1948), Cents(252)), (split.Gross, split.Net, split.Vat));
        Assert.Equal("550:948:52,2000:1000:200", split.ToString());
    }

    [Fact]
    public void A_discount_on_all_of_it_is_spread_over_the_rates()
    {
        var split = VatSplit.OfTotal(Cents(1100), [At(550, 1000), At(2000, 1200)]);
        Assert.Equal(VatSplit.Of([At(550, 500), At(2000, 600)], Currency.Euro), split);
        Assert.Equal(VatSplit.None(Currency.Euro), VatSplit.OfTotal(Cents(0), [At(550, 1000)]));
        Assert.Equal(VatSplit.None(Currency.Euro), VatSplit.OfTotal(Cents(0), []));
        Assert.Null(VatSplit.OfTotal(Cents(100), []));
        Assert.Null(VatSplit.OfTotal(Cents(-100), [At(550, 1000)]));
        Assert.Null(VatSplit.OfTotal(Cents(900), [At(550, 1000), At(2000, -100)]));
    }

    [Fact]
    public void What_is_written_is_read_from_the_operation_it_comes_to() => Sales.Sample(sales =>
    {
        var split = VatSplit.Of(sales, Currency.Euro);
        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            var operation = Operation(kind, split.Gross.MinorUnits, split.WriteTo(new Dictionary<string, string> { ["bank"] = "é" }));
            Assert.Equal(VatSplit.IsOf(kind) && !split.IsEmpty ? split : null, VatSplit.Read(operation));
            Assert.False(VatSplit.IsMalformed(operation));
            Assert.Null(VatSplit.Read(operation with { Amount = operation.Amount - Cents(1) }));
            Assert.Equal(VatSplit.IsOf(kind) && !split.IsEmpty, VatSplit.IsMalformed(operation with { Amount = operation.Amount - Cents(1) }));
        }
    });

    [Theory]
    [InlineData("")]
    [InlineData(" 550:948:52")]
    [InlineData("550:948:52,")]
    [InlineData("550:948")]
    [InlineData("550:948:52:0")]
    [InlineData("550:+948:52")]
    [InlineData("0550:948:52")]
    [InlineData("550:500:0,550:448:52")]
    [InlineData("2000:0:0,550:948:52")]
    [InlineData("2000:500:0,550:448:52")]
    [InlineData("550:948:52,2000:0:0")]
    [InlineData("-1:948:52")]
    [InlineData("10001:948:52")]
    [InlineData("550:948,0:52")]
    [InlineData("550:9223372036854775807:9223372036854775807")]
    [InlineData("550:-9223372036854775808:-9223372036854775808,2000:1:1")]
    [InlineData("550:948:51")]
    public void What_is_no_split_of_the_amount_is_read_as_none_and_known_as_malformed(string text)
    {
        var operation = Operation(OperationKind.Order, 1000, new Dictionary<string, string> { [VatSplit.DetailName] = text });
        Assert.Null(VatSplit.Read(operation));
        Assert.True(VatSplit.IsMalformed(operation));
    }

    [Fact]
    public void An_operation_of_before_has_none_and_is_not_malformed()
    {
        var operation = Operation(OperationKind.Order, 1000, new Dictionary<string, string>());
        Assert.Null(VatSplit.Read(operation));
        Assert.False(VatSplit.IsMalformed(operation));
    }

    [Fact]
    public void Splits_add_up_and_take_each_other_back_to_the_minor_unit() => Gen.Select(Sales, Sales).Sample((one, two) =>
    {
        var (first, second) = (VatSplit.Of(one, Currency.Euro), VatSplit.Of(two, Currency.Euro));
        var sum = VatSplit.Sum([first, second], Currency.Euro);
        Assert.Equal(first.Gross + second.Gross, sum.Gross);
        Assert.Equal(first.Vat + second.Vat, sum.Vat);
        Assert.Equal(first, sum.Minus(second));
        Assert.Equal(first.GetHashCode(), sum.Minus(second).GetHashCode());
        Assert.True(first.Minus(first).IsEmpty);
        Assert.Equal(first, first.Opposite().Opposite());
        Assert.Equal(VatSplit.Of(one.Select(sale => KeyValuePair.Create(sale.Key, -sale.Value)), Currency.Euro), first.Opposite());
    });

    private static Money Cents(long units) => new(units, Currency.Euro);

    private static KeyValuePair<int, Money> At(int basisPoints, long gross) => KeyValuePair.Create(basisPoints, Cents(gross));

    private static Operation Operation(OperationKind kind, long sold, IReadOnlyDictionary<string, string> details) => new()
    {
        Id = "operation-1",
        AccountId = TestMarket.Account,
        Sequence = 1,
        Kind = kind,
        Amount = Cents(-sold),
        Details = details,
        OccurredOn = TestMarket.Day,
        RecordedAt = TestMarket.Clock,
        RecordedBy = "clerk-1",
        IdempotencyKey = "key-1",
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };
}
