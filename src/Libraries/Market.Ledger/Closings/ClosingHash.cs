using Market.Ledger.Chain;

namespace Market.Ledger.Closings;

/// <summary>
/// Chains the closings of a kind. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/ledger-format.md</c>.
/// </summary>
public static class ClosingHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-closing/1";

    /// <summary>The hash this closing must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Closing closing) => Form(closing).Hash();

    /// <summary>The text that is hashed: every field but <see cref="Closing.Hash"/>, in one fixed order.</summary>
    public static string Canonical(Closing closing) => Form(closing).Text();

    private static CanonicalForm Form(Closing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return CanonicalForm.Begin(Format)
            .Line("kind"u8, closing.Period.Kind.ToString())
            .Line("period"u8, closing.Period.Key)
            .Line("from"u8, closing.Period.From)
            .Line("to"u8, closing.Period.To)
            .Line("currency"u8, closing.Perpetual.Net.Currency.Code)
            .Line("operations"u8, closing.Totals.Operations)
            .Line("debits"u8, closing.Totals.Debits.MinorUnits)
            .Line("credits"u8, closing.Totals.Credits.MinorUnits)
            .Line("net"u8, closing.Totals.Net.MinorUnits)
            .Line("perpetual-operations"u8, closing.Perpetual.Operations)
            .Line("perpetual-debits"u8, closing.Perpetual.Debits.MinorUnits)
            .Line("perpetual-credits"u8, closing.Perpetual.Credits.MinorUnits)
            .Line("perpetual-net"u8, closing.Perpetual.Net.MinorUnits)
            .Line("accounts"u8, closing.Accounts)
            .Line("root"u8, closing.Root)
            .Line("closed-at"u8, closing.ClosedAt)
            .Line("previous"u8, closing.PreviousHash);
    }
}
