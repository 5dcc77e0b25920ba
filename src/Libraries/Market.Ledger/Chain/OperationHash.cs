using System.Globalization;
using System.Text;

namespace Market.Ledger.Chain;

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
    public static string Of(Operation operation) => CanonicalText.Hash(Canonical(operation));

    /// <summary>The text that is hashed: every field but <see cref="Operation.Hash"/>, in one fixed order.</summary>
    public static string Canonical(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var text = new StringBuilder(Format).Append('\n');
        text.Line("id", operation.Id);
        text.Line("account", operation.AccountId);
        text.Line("sequence", operation.Sequence);
        text.Line("kind", operation.Kind.ToString());
        text.Line("amount", operation.Amount.MinorUnits);
        text.Line("currency", operation.Amount.Currency.Code);
        text.Line("method", operation.Method);
        text.Line("order", operation.OrderId);
        text.Line("distribution", operation.DistributionId);
        foreach (var (name, value) in operation.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
        {
            text.Line("detail." + name, value);
        }

        text.Line("memo", operation.Memo);
        text.Line("occurred-on", operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        text.Line("recorded-at", operation.RecordedAt);
        text.Line("recorded-by", operation.RecordedBy);
        text.Line("reverses", operation.Reverses);
        text.Line("key", operation.IdempotencyKey);
        text.Line("previous", operation.PreviousHash);
        return text.ToString();
    }
}
