using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using Market.Ledger.Documents;

namespace Market.Ledger.Tests.Documents;

/// <summary>Whatever stands in a document, the reader makes of it what the serializer makes of it.</summary>
public sealed class OperationReaderTests
{
    // As the site writes its documents.
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        ReadCommentHandling = JsonCommentHandling.Skip,
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private static readonly Gen<string?> Texts = Gen.OneOf(Gen.String, Generators.TrickyText).Null();

    private static readonly Gen<Operation> Operations =
        from texts in Gen.Select(Gen.String, Generators.TrickyText).Array[3]
        from optional in Texts.Array[5]
        from details in Gen.Dictionary(Gen.String, Gen.String)[0, 3]
        from amount in Generators.AnyMoney
        from kind in Gen.Enum<OperationKind>()
        from sequence in Gen.Long
        from day in Gen.DateOnly
        from instant in Gen.DateTimeOffset
        select new Operation
        {
            Id = texts[0].Item1,
            AccountId = texts[0].Item2,
            Sequence = sequence,
            Kind = kind,
            Amount = amount,
            Method = optional[0],
            OrderId = optional[1],
            DistributionId = optional[2],
            Details = details,
            Memo = optional[3],
            OccurredOn = day,
            RecordedAt = instant,
            RecordedBy = texts[1].Item1,
            Reverses = optional[4],
            IdempotencyKey = texts[1].Item2,
            PreviousHash = texts[2].Item1,
            Hash = texts[2].Item2,
        };

    // What an edit of a document puts in: the marks of JSON, beginnings of escapes and of characters, and what is allowed here and there.
    private static readonly Gen<byte[]> Pieces = Gen.OneOf(
        Gen.OneOf("{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud83d", "\\u0031", "null", "true", "0", "-", ".5", " ", "/* */", "\"Id\":\"x\",", "\"More\":{},", "id", "é").Select(Encoding.UTF8.GetBytes),
        Gen.Byte.Select(one => new[] { one }));

    [Fact]
    public void What_is_written_is_read() => Operations.Sample(operation =>
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(operation, Options);
        Assert.Equal(Of(() => JsonSerializer.Deserialize<Operation>(document, Options)), Of(() => OperationReader.Read(document, Options)));
        Assert.Equal(document, JsonSerializer.SerializeToUtf8Bytes(OperationReader.Read(document, Options), Options));
    });

    [Fact]
    public void What_is_written_otherwise_is_read_as_the_serializer_reads_it() => Operations.Sample(operation =>
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(operation, Indented);
        Assert.Equal(Of(() => JsonSerializer.Deserialize<Operation>(document, Options)), Of(() => OperationReader.Read(document, Options)));
    });

    [Fact]
    public void What_somebody_changed_is_read_or_refused_as_by_the_serializer() =>
        Gen.Select(Operations, Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], Pieces).Array[1, 3]).Sample((operation, edits) =>
        {
            var document = edits.Aggregate(JsonSerializer.SerializeToUtf8Bytes(operation, Options), (text, edit) => Edited(text, edit.Item1, edit.Item2, edit.Item3));
            Assert.Equal(Of(() => JsonSerializer.Deserialize<Operation>(document, Options)), Of(() => OperationReader.Read(document, Options)));
        });

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"Id\":\"1\"}")]
    public void What_is_no_operation_is_none(string text)
    {
        var document = Encoding.UTF8.GetBytes(text);
        Assert.Equal(Of(() => JsonSerializer.Deserialize<Operation>(document, Options)), Of(() => OperationReader.Read(document, Options)));
    }

    private static byte[] Edited(byte[] text, double where, int removed, byte[] put)
    {
        var place = (int)(where * text.Length);
        return [.. text[..place], .. put, .. text[Math.Min(text.Length, place + removed)..]];
    }

    private static string Of(Func<Operation?> read)
    {
        try
        {
            return JsonSerializer.Serialize(read(), Options);
        }
        catch (JsonException)
        {
            return "refused";
        }
    }
}
