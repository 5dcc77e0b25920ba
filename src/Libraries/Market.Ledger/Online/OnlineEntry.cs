using Market.Ledger.Amounts;

namespace Market.Ledger.Online;

/// <summary>Why an online payment stands in the books.</summary>
public enum OnlineEntrySource
{
    /// <summary>The money came.</summary>
    Payment,

    /// <summary>The member pays the fee.</summary>
    Surcharge,

    /// <summary>Money was given back.</summary>
    Refund,

    /// <summary>A dispute was lost.</summary>
    Dispute,
}

/// <summary>One operation that should stand in the books for an online payment.</summary>
/// <param name="Key">What it is, among the payment's entries.</param>
/// <param name="Source">Why.</param>
/// <param name="Amount">The signed amount.</param>
/// <param name="At">When it happened.</param>
public sealed record OnlineEntry(string Key, OnlineEntrySource Source, Money Amount, DateTimeOffset At)
{
    /// <summary>The order it concerns.</summary>
    public string? OrderId { get; init; }

    /// <summary>The order's distribution.</summary>
    public string? DistributionId { get; init; }

    /// <summary>The provider's id of what it is.</summary>
    public string? Reference { get; init; }

    /// <summary>What whoever gave money back said.</summary>
    public string? Reason { get; init; }

    /// <summary>What should stand in the books, by all that is known. Pure.</summary>
    public static IReadOnlyList<OnlineEntry> Of(OnlinePayment payment, OnlineFacts facts)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts is not { Outcome: OnlineOutcome.Paid, At: { } paidAt })
        {
            return [];
        }

        var entries = payment.Shares
            .Select((share, place) => new OnlineEntry(ShareKey(place), OnlineEntrySource.Payment, share.Amount, paidAt)
            {
                OrderId = share.OrderId,
                DistributionId = share.DistributionId,
                Reference = facts.Reference,
            })
            .ToList();
        var back = Back(payment, facts).ToList();
        if (payment.Surcharge.IsPositive)
        {
            entries.Add(new OnlineEntry("surcharge:paid", OnlineEntrySource.Payment, payment.Surcharge, paidAt) { Reference = facts.Reference });

            // Whoever has all their money back owes no fee for having paid it.
            if (OnlineFacts.Sum(back.Select(entry => -entry.Amount), payment.Total.Currency) < payment.Total)
            {
                entries.Add(new OnlineEntry("surcharge", OnlineEntrySource.Surcharge, -payment.Surcharge, paidAt));
            }
        }

        return [.. entries, .. back];
    }

    internal static string ShareKey(int place) => FormattableString.Invariant($"paid:{place}");

    private static IEnumerable<OnlineEntry> Back(OnlinePayment payment, OnlineFacts facts)
    {
        // Money given back names the order where there is one only: of several, nobody can say which.
        var only = payment.Shares.Count == 1 ? payment.Shares[0] : null;
        var refunds = facts.Refunds.Values
            .Where(refund => refund.State is OnlineRefundState.Succeeded)
            .Select(refund => new OnlineEntry(refund.Id, OnlineEntrySource.Refund, -refund.Amount, refund.At) { Reference = refund.Id, Reason = refund.Reason });
        var lost = facts.Disputes.Values
            .Where(dispute => dispute.State is OnlineDisputeState.Lost)
            .Select(dispute => new OnlineEntry(dispute.Id, OnlineEntrySource.Dispute, -dispute.Amount, dispute.At) { Reference = dispute.Id });
        return refunds.Concat(lost)
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry with { OrderId = only?.OrderId, DistributionId = only?.DistributionId });
    }
}
