using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Tests.Chain;

public class OperationHashTests
{
    private static readonly Operation Example = new()
    {
        Id = "op-1",
        AccountId = "account-1",
        Sequence = 3,
        Kind = OperationKind.Payment,
        Amount = new Money(-2240, Currency.Euro),
        Method = "cheque",
        OrderId = "order-1",
        DistributionId = "distribution-1",
        Details = new Dictionary<string, string> { ["number"] = "42", ["Bank"] = "Crédit", ["a=b"] = "c=d" },
        Memo = "one\r\ntwo \\ three",
        OccurredOn = new DateOnly(2025, 3, 4),
        RecordedAt = new DateTimeOffset(2025, 3, 4, 6, 7, 8, 9, TimeSpan.FromHours(2)),
        RecordedBy = "clerk-1",
        Reverses = "op-0",
        IdempotencyKey = "key-1",
        PreviousHash = "previous-hash",
        Hash = "not hashed",
    };

    private static readonly (string Field, Func<Operation, string, Operation> Change)[] Texts =
    [
        (nameof(Operation.Id), (operation, text) => operation with { Id = text }),
        (nameof(Operation.AccountId), (operation, text) => operation with { AccountId = text }),
        (nameof(Operation.Method), (operation, text) => operation with { Method = text }),
        (nameof(Operation.OrderId), (operation, text) => operation with { OrderId = text }),
        (nameof(Operation.DistributionId), (operation, text) => operation with { DistributionId = text }),
        (nameof(Operation.Memo), (operation, text) => operation with { Memo = text }),
        (nameof(Operation.RecordedBy), (operation, text) => operation with { RecordedBy = text }),
        (nameof(Operation.Reverses), (operation, text) => operation with { Reverses = text }),
        (nameof(Operation.IdempotencyKey), (operation, text) => operation with { IdempotencyKey = text }),
        (nameof(Operation.PreviousHash), (operation, text) => operation with { PreviousHash = text }),
    ];

    private static readonly (string Field, Func<Operation, int, Operation> Change)[] Values =
    [
        (nameof(Operation.Sequence), (operation, by) => operation with { Sequence = operation.Sequence + by }),
        (nameof(Operation.Kind), (operation, by) => operation with { Kind = (OperationKind)(((int)operation.Kind + 1 + (by % 8)) % 9) }),
        (nameof(Operation.Amount), (operation, by) => operation with { Amount = operation.Amount + new Money(by, Currency.Euro) }),
        (nameof(Operation.Amount), (operation, _) => operation with { Amount = new Money(operation.Amount.MinorUnits, TestMarket.Dollar) }),
        (nameof(Operation.OccurredOn), (operation, by) => operation with { OccurredOn = operation.OccurredOn.AddDays(by) }),
        (nameof(Operation.RecordedAt), (operation, by) => operation with { RecordedAt = operation.RecordedAt.AddMilliseconds(by) }),
        (nameof(Operation.Details), (operation, by) => operation with { Details = new Dictionary<string, string>(operation.Details) { ["number"] = $"{by}00" } }),
        (nameof(Operation.Details), (operation, by) => operation with { Details = new Dictionary<string, string>(operation.Details) { [$"more-{by}"] = "" } }),
        (nameof(Operation.Details), (operation, _) => operation with { Details = new Dictionary<string, string>() }),
    ];

    [Fact]
    public void The_canonical_form_is_this_text()
    {
        const string expected =
            "market-ledger/1\n" +
            "id=op-1\n" +
            "account=account-1\n" +
            "sequence=3\n" +
            "kind=Payment\n" +
            "amount=-2240\n" +
            "currency=EUR\n" +
            "method=cheque\n" +
            "order=order-1\n" +
            "distribution=distribution-1\n" +
            "detail.Bank=Crédit\n" +
            "detail.a\\eb=c=d\n" +
            "detail.number=42\n" +
            "memo=one\\r\\ntwo \\\\ three\n" +
            "occurred-on=2025-03-04\n" +
            "recorded-at=2025-03-04T04:07:08.009Z\n" +
            "recorded-by=clerk-1\n" +
            "reverses=op-0\n" +
            "key=key-1\n" +
            "previous=previous-hash\n";
        Assert.Equal(expected, OperationHash.Canonical(Example));

        // By sha256sum, of the text above.
        Assert.Equal("d421b02c545459f531b7a69e1f033111e35b98ba475b70097adf50ec852bd065", OperationHash.Of(Example));
    }

    [Fact]
    public void The_culture_of_the_moment_changes_nothing()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            var expected = OperationHash.Canonical(Example);
            foreach (var culture in new[] { "ar-SA", "fa-IR", "th-TH", "sv-SE", "tr-TR" })
            {
                Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, OperationHash.Canonical(Example));
            }
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Neither_the_hash_nor_the_order_details_were_given_in_is_hashed()
    {
        var shuffled = Example with { Hash = "other", Details = Example.Details.Reverse().ToDictionary() };
        Assert.Equal(OperationHash.Of(Example), OperationHash.Of(shuffled));
    }

    [Fact]
    public void Every_field_but_the_hash_is_changed_by_a_property_below() =>
        Assert.Equal(
            typeof(Operation).GetProperties().Select(property => property.Name).Where(name => name != nameof(Operation.Hash)).Order(),
            Texts.Select(text => text.Field).Concat(Values.Select(value => value.Field)).Distinct().Order());

    [Fact]
    public void Changing_any_text_changes_the_hash() =>
        Gen.Select(Gen.Int[0, Texts.Length - 1], Generators.TrickyText, Generators.TrickyText).Sample((field, one, other) =>
            Assert.Equal(one == other, OperationHash.Of(Texts[field].Change(Example, one)) == OperationHash.Of(Texts[field].Change(Example, other))), iter: 3000);

    [Fact]
    public void Changing_any_other_field_changes_the_hash() =>
        Gen.Select(Gen.Int[0, Values.Length - 1], Gen.Int[1, 100000]).Sample((field, by) =>
            Assert.NotEqual(OperationHash.Of(Example), OperationHash.Of(Values[field].Change(Example, by))), iter: 1000);

    [Fact]
    public void No_two_operations_share_a_canonical_form_however_their_texts_are_cut()
    {
        // Few pieces, so that two operations often say nearly the same in different fields.
        var piece = Gen.OneOf("", "\n", "\\", "\\n", "=", "\\e", "memo=", "detail.a=", "a", "\nmemo=");
        var content = Gen.Select(Gen.Select(piece, piece, string.Concat), Gen.Select(piece, piece, string.Concat), Gen.Dictionary(Gen.Select(piece, piece, string.Concat), piece)[0, 2]);
        Gen.Select(content, content).Sample((one, other) =>
        {
            var same = one.Item1 == other.Item1 && one.Item2 == other.Item2 && one.Item3.Count == other.Item3.Count && !one.Item3.Except(other.Item3).Any();
            Assert.Equal(same, OperationHash.Canonical(Containing(one)) == OperationHash.Canonical(Containing(other)));
        }, iter: 20000);
    }

    [Fact]
    public void Every_operation_is_read_back_from_its_canonical_form()
    {
        Gen.Select(Generators.TrickyText, Generators.TrickyText, Gen.Dictionary(Generators.TrickyText, Generators.TrickyText)[0, 3]).Sample((order, memo, details) =>
        {
            var lines = OperationHash.Canonical(Containing((order, memo, details))).Split('\n')[1..^1]
                .Select(line => (Name: line[..line.IndexOf('=', StringComparison.Ordinal)], Value: line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]))
                .Select(line => (Name: Unescaped(line.Name), Value: Unescaped(line.Value)))
                .ToList();
            Assert.Equal(16 + details.Count, lines.Count);
            Assert.Equal(order, lines[7].Value);
            Assert.Equal(memo, lines[9 + details.Count].Value);
            Assert.Equal(
                details.OrderBy(detail => detail.Key, StringComparer.Ordinal).Select(detail => ("detail." + detail.Key, detail.Value)),
                lines.Skip(9).Take(details.Count));
        }, iter: 2000);
    }

    private static Operation Containing((string Order, string Memo, Dictionary<string, string> Details) content) =>
        Example with { OrderId = content.Order, Memo = content.Memo, Details = content.Details };

    private static string Unescaped(string text)
    {
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] switch { 'n' => '\n', 'r' => '\r', 'e' => '=', _ => '\\' });
        }

        return plain.ToString();
    }
}
