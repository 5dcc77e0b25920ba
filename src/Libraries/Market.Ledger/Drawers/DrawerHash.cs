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
    public static string Of(DrawerEntry entry) => Form(entry).Hash();

    /// <summary>The text that is hashed: every field but <see cref="DrawerEntry.Hash"/>, in one fixed order.</summary>
    public static string Canonical(DrawerEntry entry) => Form(entry).Text();

    private static CanonicalForm Form(DrawerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CanonicalForm.Begin(Format)
            .Line("sequence"u8, entry.Sequence)
            .Line("drawer"u8, entry.DrawerId)
            .Line("name"u8, entry.Name)
            .Line("movement"u8, entry.Movement.ToString())
            .Line("amount"u8, entry.Amount.MinorUnits)
            .Line("currency"u8, entry.Amount.Currency.Code)
            .Line("cash"u8, Number(entry.Cash))
            .Line("expected"u8, Number(entry.Expected))
            .Line("counted"u8, Number(entry.Counted))
            .Line("distribution"u8, entry.DistributionId)
            .Details(entry.Details)
            .Line("reason"u8, entry.Reason)
            .Line("occurred-on"u8, entry.OccurredOn)
            .Line("recorded-at"u8, entry.RecordedAt)
            .Line("recorded-by"u8, entry.RecordedBy)
            .Line("key"u8, entry.IdempotencyKey)
            .Line("previous"u8, entry.PreviousHash);
    }

    private static string? Number(Money? amount) => amount is { } known ? CanonicalText.Number(known.MinorUnits) : null;
}
