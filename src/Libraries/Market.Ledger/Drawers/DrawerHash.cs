using System.Globalization;
using System.Text;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Drawers;

/// <summary>
/// Chains what happens to cash drawers. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/drawer-format.md</c>.
/// </summary>
public static class DrawerHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-drawer/1";

    /// <summary>The hash this entry must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(DrawerEntry entry) => CanonicalText.Hash(Canonical(entry));

    /// <summary>The text that is hashed: every field but <see cref="DrawerEntry.Hash"/>, in one fixed order.</summary>
    public static string Canonical(DrawerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = new StringBuilder(Format).Append('\n')
            .Line("sequence", entry.Sequence)
            .Line("drawer", entry.DrawerId)
            .Line("name", entry.Name)
            .Line("movement", entry.Movement.ToString())
            .Line("amount", entry.Amount.MinorUnits)
            .Line("currency", entry.Amount.Currency.Code)
            .Line("cash", Number(entry.Cash))
            .Line("expected", Number(entry.Expected))
            .Line("counted", Number(entry.Counted))
            .Line("distribution", entry.DistributionId);
        foreach (var (name, value) in entry.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
        {
            text.Line("detail." + name, value);
        }

        return text
            .Line("reason", entry.Reason)
            .Line("occurred-on", entry.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Line("recorded-at", entry.RecordedAt)
            .Line("recorded-by", entry.RecordedBy)
            .Line("key", entry.IdempotencyKey)
            .Line("previous", entry.PreviousHash)
            .ToString();
    }

    private static string? Number(Money? amount) => amount is { } known ? CanonicalText.Number(known.MinorUnits) : null;
}
