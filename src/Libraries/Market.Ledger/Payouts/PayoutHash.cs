using System.Globalization;
using System.Text;
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
    public static string Of(PayoutEntry entry) => CanonicalText.Hash(Canonical(entry));

    /// <summary>The text that is hashed: every field but <see cref="PayoutEntry.Hash"/>, in one fixed order.</summary>
    public static string Canonical(PayoutEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new StringBuilder(Format).Append('\n')
            .Line("sequence", entry.Sequence)
            .Line("method", entry.Method)
            .Line("payout", entry.PayoutId)
            .Line("movement", entry.Movement.ToString())
            .Line("amount", entry.Amount.MinorUnits)
            .Line("fees", entry.Fees.MinorUnits)
            .Line("currency", entry.Amount.Currency.Code)
            .Line("occurred-on", entry.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Line("learnt-at", entry.LearntAt)
            .Line("recorded-at", entry.RecordedAt)
            .Line("previous", entry.PreviousHash)
            .ToString();
    }
}
