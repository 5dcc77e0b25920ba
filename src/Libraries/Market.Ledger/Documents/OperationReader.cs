using System.Text.Json;

namespace Market.Ledger.Documents;

/// <summary>
/// Reads an operation from its document. One that is as the site writes them, its properties in their order and each in its usual form, is read
/// straight; any other is the serializer's to read or to refuse, so that the same is read as by it alone, only sooner.
/// </summary>
public static class OperationReader
{
    /// <summary>Reads an operation.</summary>
    /// <param name="document">The document, in UTF-8.</param>
    /// <param name="options">How documents are written.</param>
    /// <returns>The operation; none where the document is JSON's null.</returns>
    /// <exception cref="JsonException">The document holds no operation.</exception>
    public static Operation? Read(ReadOnlySpan<byte> document, JsonSerializerOptions options) =>
        ReadUsual(document) ?? JsonSerializer.Deserialize<Operation>(document, options);

    /// <returns>None where the document is not as the site writes them.</returns>
    private static Operation? ReadUsual(ReadOnlySpan<byte> document)
    {
        // Text that is no UTF-8, or half of a character, is found only when it is taken.
        try
        {
            var properties = new PropertyReader(document);
            return Take(ref properties) is var operation && properties.WereAllUsual() ? operation : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Operation Take(ref PropertyReader properties) => new()
    {
        Id = properties.Text("Id"u8),
        AccountId = properties.Text("AccountId"u8),
        Sequence = properties.Number("Sequence"u8),
        Kind = properties.Kind("Kind"u8),
        Amount = properties.Amount("Amount"u8),
        Method = properties.TextOrNone("Method"u8),
        OrderId = properties.TextOrNone("OrderId"u8),
        DistributionId = properties.TextOrNone("DistributionId"u8),
        Details = properties.Texts("Details"u8),
        Memo = properties.TextOrNone("Memo"u8),
        OccurredOn = properties.Day("OccurredOn"u8),
        RecordedAt = properties.Instant("RecordedAt"u8),
        RecordedBy = properties.Text("RecordedBy"u8),
        Reverses = properties.TextOrNone("Reverses"u8),
        IdempotencyKey = properties.Text("IdempotencyKey"u8),
        PreviousHash = properties.Text("PreviousHash"u8),
        Hash = properties.Text("Hash"u8),
    };
}
