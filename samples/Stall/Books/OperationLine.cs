using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Stall.Books;

/// <summary>
/// An operation as a line of the file: one JSON object with the names and values of <c>docs/ledger-format.md</c>, in that order, then the
/// operation's hash and the line's seal. The seal is SHA-256 over the seal before it and all that stands before it in the line. An account's
/// hashes cannot show that the last operation of another account was taken out of the file; the seals can.
/// </summary>
internal static class OperationLine
{
    private const string Day = "yyyy-MM-dd";

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private const string Detail = "detail.";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A line that says a thing twice would show one value and hash another.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The line of an operation, with its line feed, and its seal.</summary>
    public static (byte[] Bytes, string Seal) Write(Operation operation, string sealBefore)
    {
        var body = Body(operation);
        var seal = SealOf(sealBefore, body);
        return ([.. body, .. Encoding.ASCII.GetBytes(SealMember(seal)), (byte)'\n'], seal);
    }

    /// <summary>Whether a line, without its line feed, is the one that was written after the line with that seal.</summary>
    public static bool Follows(ReadOnlySpan<byte> line, string sealBefore, out string seal)
    {
        seal = string.Empty;
        var length = SealMember(new string('0', 64)).Length;
        if (line.Length <= length)
        {
            return false;
        }

        seal = SealOf(sealBefore, line[..^length]);
        return line[^length..].SequenceEqual(Encoding.ASCII.GetBytes(SealMember(seal)));
    }

    /// <summary>Reads a line, whatever its seal and its hash say.</summary>
    /// <returns>The operation, or null where the line is none.</returns>
    public static Operation? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.ToArray(), Strict);
            return Read(document.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    // The object without its closing brace: the seal comes after.
    private static ReadOnlySpan<byte> Body(Operation operation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("form", OperationHash.Format);
            json.WriteString("id", operation.Id);
            json.WriteString("account", operation.AccountId);
            json.WriteNumber("sequence", operation.Sequence);
            json.WriteString("kind", operation.Kind.ToString());
            json.WriteNumber("amount", operation.Amount.MinorUnits);
            json.WriteString("currency", operation.Amount.Currency.Code);
            json.WriteString("method", operation.Method ?? string.Empty);
            json.WriteString("order", operation.OrderId ?? string.Empty);
            json.WriteString("distribution", operation.DistributionId ?? string.Empty);
            foreach (var (name, value) in operation.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
            {
                json.WriteString(Detail + name, value);
            }

            json.WriteString("memo", operation.Memo ?? string.Empty);
            json.WriteString("occurred-on", operation.OccurredOn.ToString(Day, CultureInfo.InvariantCulture));
            json.WriteString("recorded-at", operation.RecordedAt.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
            json.WriteString("recorded-by", operation.RecordedBy);
            json.WriteString("reverses", operation.Reverses ?? string.Empty);
            json.WriteString("key", operation.IdempotencyKey);
            json.WriteString("previous", operation.PreviousHash);
            json.WriteString("hash", operation.Hash);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[..^1];
    }

    private static string SealMember(string seal) => $",\"seal\":\"{seal}\"}}";

    private static string SealOf(string sealBefore, ReadOnlySpan<byte> line) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(sealBefore), .. line]));

    private static Operation Read(Dictionary<string, JsonElement> fields)
    {
        if (Text("form") != OperationHash.Format)
        {
            throw new FormatException("Another form.");
        }

        _ = Text("seal");
        return new Operation
        {
            Id = Text("id"),
            AccountId = Text("account"),
            Sequence = Number("sequence"),
            Kind = Kind(Text("kind")),
            Amount = new Money(Number("amount"), Currency.TryFromCode(Text("currency"), out var currency) ? currency : throw new FormatException("No currency.")),
            Method = TextOrNull("method"),
            OrderId = TextOrNull("order"),
            DistributionId = TextOrNull("distribution"),
            Memo = TextOrNull("memo"),
            OccurredOn = DateOnly.ParseExact(Text("occurred-on"), Day, CultureInfo.InvariantCulture),
            RecordedAt = DateTimeOffset.ParseExact(Text("recorded-at"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            RecordedBy = Text("recorded-by"),
            Reverses = TextOrNull("reverses"),
            IdempotencyKey = Text("key"),
            PreviousHash = Text("previous"),
            Hash = Text("hash"),

            // What is left, once all the others are taken.
            Details = fields.ToDictionary(
                field => field.Key.StartsWith(Detail, StringComparison.Ordinal) ? field.Key[Detail.Length..] : throw new FormatException("An unknown field."),
                field => field.Value.GetString() ?? throw new FormatException("No text."),
                StringComparer.Ordinal),
        };

        JsonElement Take(string name) => fields.Remove(name, out var value) ? value : throw new KeyNotFoundException(name);

        string Text(string name) => Take(name).GetString() ?? throw new FormatException("No text.");

        string? TextOrNull(string name) => Text(name) is { Length: > 0 } text ? text : null;

        long Number(string name) => Take(name).GetInt64();
    }

    // By its name only: an enumeration also reads its numbers.
    private static OperationKind Kind(string name) =>
        Enum.TryParse<OperationKind>(name, out var kind) && kind.ToString() == name ? kind : throw new FormatException("No kind.");
}
