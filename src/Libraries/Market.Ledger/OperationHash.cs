using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Market.Ledger;

/// <summary>
/// Chains the operations of an account: each hash covers every field of its operation and the hash before it, so that
/// nothing can be changed, removed, inserted or moved without the chain showing where.
/// The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/ledger-format.md</c>.
/// </summary>
public static class OperationHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-ledger/1";

    /// <summary>The hash this operation must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Operation operation) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(operation))));

    /// <summary>The text that is hashed: every field but <see cref="Operation.Hash"/>, in one fixed order.</summary>
    public static string Canonical(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var text = new StringBuilder(Format).Append('\n');
        Line(text, "id", operation.Id);
        Line(text, "account", operation.AccountId);
        Line(text, "sequence", operation.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "kind", operation.Kind.ToString());
        Line(text, "amount", operation.Amount.MinorUnits.ToString(CultureInfo.InvariantCulture));
        Line(text, "currency", operation.Amount.Currency.Code);
        Line(text, "method", operation.Method);
        Line(text, "order", operation.OrderId);
        Line(text, "distribution", operation.DistributionId);
        foreach (var (name, value) in operation.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
        {
            Line(text, "detail." + name, value);
        }

        Line(text, "memo", operation.Memo);
        Line(text, "occurred-on", operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line(text, "recorded-at", operation.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        Line(text, "recorded-by", operation.RecordedBy);
        Line(text, "reverses", operation.Reverses);
        Line(text, "key", operation.IdempotencyKey);
        Line(text, "previous", operation.PreviousHash);
        return text.ToString();
    }

    // Names hold no '=' and values no line break, so two different operations never have one canonical form.
    private static void Line(StringBuilder text, string name, string? value) =>
        text.Append(Escaped(name).Replace("=", "\\e", StringComparison.Ordinal)).Append('=').Append(Escaped(value)).Append('\n');

    private static string Escaped(string? value) => value is null
        ? string.Empty
        : value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
