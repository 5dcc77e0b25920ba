using Market.Ledger.Chain;

namespace Market.Ledger.Payouts;

/// <summary>
/// Chains what is booked of payouts. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/payout-format.md</c>.
/// </summary>
public static class PayoutHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-payout/1";

    /// <summary>The hash this entry must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(PayoutEntry entry) => Form(entry).Hash();

    /// <summary>The text that is hashed: every field but <see cref="PayoutEntry.Hash"/>, in one fixed order.</summary>
    public static string Canonical(PayoutEntry entry) => Form(entry).Text();

    private static CanonicalForm Form(PayoutEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return CanonicalForm.Begin(Format)
            .Line("sequence"u8, entry.Sequence)
            .Line("method"u8, entry.Method)
            .Line("payout"u8, entry.PayoutId)
            .Line("movement"u8, entry.Movement.ToString())
            .Line("amount"u8, entry.Amount.MinorUnits)
            .Line("fees"u8, entry.Fees.MinorUnits)
            .Line("currency"u8, entry.Amount.Currency.Code)
            .Line("occurred-on"u8, entry.OccurredOn)
            .Line("learnt-at"u8, entry.LearntAt)
            .Line("recorded-at"u8, entry.RecordedAt)
            .Line("previous"u8, entry.PreviousHash);
    }
}
