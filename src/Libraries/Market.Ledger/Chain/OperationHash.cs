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
    public static string Of(Operation operation) => Form(operation).Hash();

    /// <summary>Whether it carries that hash.</summary>
    internal static bool Fits(Operation operation) => Form(operation).HasHash(operation.Hash);

    /// <summary>The text that is hashed: every field but <see cref="Operation.Hash"/>, in one fixed order.</summary>
    public static string Canonical(Operation operation) => Form(operation).Text();

    private static CanonicalForm Form(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return CanonicalForm.Begin(Format)
            .Line("id"u8, operation.Id)
            .Line("account"u8, operation.AccountId)
            .Line("sequence"u8, operation.Sequence)
            .Line("kind"u8, CanonicalText.Name(operation.Kind))
            .Line("amount"u8, operation.Amount.MinorUnits)
            .Line("currency"u8, operation.Amount.Currency.Code)
            .Line("method"u8, operation.Method)
            .Line("order"u8, operation.OrderId)
            .Line("distribution"u8, operation.DistributionId)
            .Details(operation.Details)
            .Line("memo"u8, operation.Memo)
            .Line("occurred-on"u8, operation.OccurredOn)
            .Line("recorded-at"u8, operation.RecordedAt)
            .Line("recorded-by"u8, operation.RecordedBy)
            .Line("reverses"u8, operation.Reverses)
            .Line("key"u8, operation.IdempotencyKey)
            .Line("previous"u8, operation.PreviousHash);
    }
}
