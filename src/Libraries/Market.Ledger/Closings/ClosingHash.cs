using System.Text;
using Market.Ledger.Accounts;
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
    public static string Of(Closing closing) => CanonicalText.Hash(Canonical(closing));

    /// <summary>The text that is hashed: every field but <see cref="Closing.Hash"/>, in one fixed order.</summary>
    public static string Canonical(Closing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return Totals(Totals(new StringBuilder(Format).Append('\n')
            .Line("kind", closing.Period.Kind.ToString())
            .Line("period", closing.Period.Key)
            .Line("from", closing.Period.From)
            .Line("to", closing.Period.To)
            .Line("currency", closing.Perpetual.Net.Currency.Code), string.Empty, closing.Totals), "perpetual-", closing.Perpetual)
            .Line("accounts", closing.Accounts)
            .Line("root", closing.Root)
            .Line("closed-at", closing.ClosedAt)
            .Line("previous", closing.PreviousHash)
            .ToString();
    }

    private static StringBuilder Totals(StringBuilder text, string prefix, LedgerTotals totals) => text
        .Line(prefix + "operations", totals.Operations)
        .Line(prefix + "debits", totals.Debits.MinorUnits)
        .Line(prefix + "credits", totals.Credits.MinorUnits)
        .Line(prefix + "net", totals.Net.MinorUnits);
}
