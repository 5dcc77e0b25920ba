using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Gateway;

namespace Market.Payments.Stripe.Models;

/// <summary>Where a statement's transfer stands.</summary>
public enum SettlementState
{
    /// <summary>Stripe is asked, or was and gave no answer.</summary>
    Asked,

    Transferred,

    /// <summary>It is not made; it is tried again.</summary>
    Refused,

    /// <summary>There is nothing to transfer: what is left is carried.</summary>
    Carried,
}

/// <summary>A settlement with a producer, kept before Stripe is asked. What it says of money is never changed.</summary>
public class SettlementStatement
{
    public required string StatementId { get; set; }

    public required string ProducerId { get; set; }

    /// <summary>The producer's name at the time.</summary>
    public required string ProducerName { get; set => field = OneLine.Of(value); }

    /// <summary>1, 2, 3… for each producer.</summary>
    public required int Number { get; set; }

    /// <summary>The distribution for which it was made; it may take account of changes to earlier ones.</summary>
    public required string DistributionId { get; set; }

    public required ProducerSettlement Settlement { get; set; }

    public bool IsLive { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public required string MadeBy { get; set; }

    /// <summary>The connected account that the transfer goes to.</summary>
    public required string StripeAccountId { get; set; }

    public SettlementState State { get; set; }

    /// <summary>Stripe's id of the transfer, once Stripe answered.</summary>
    public string? TransferId { get; set; }

    /// <summary>How often Stripe said no for good: under the same key it would say so again.</summary>
    public int Refusals { get; set; }

    /// <summary>Why the last try failed.</summary>
    public StripeFault? Fault { get; set; }

    /// <summary>When the transfer was last tried.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>What of the transfer Stripe took back, in minor units, whoever asked for it; what is in doubt is not in it.</summary>
    public long ReversedMinorUnits { get; set; }

    /// <summary>What people asked to take back of the transfer.</summary>
    public List<TakeBack> TakeBacks { get; set; } = [];

    /// <summary>Whether the transfer is still to be made.</summary>
    public bool IsUnfinished() => State is SettlementState.Asked or SettlementState.Refused;

    /// <summary>What may be taken back of it by now, or not.</summary>
    public Money InDoubt() => TakeBacks.Where(wish => wish.IsInDoubt).Aggregate(Money.Zero(Settlement.Opening.Currency), (sum, wish) => sum + wish.Amount);

    /// <summary>What the producer has by it, or is about to have. What is in doubt counts as taken back: it is asked for until that is known.</summary>
    public Money Kept() => Settlement.Transfer - new Money(ReversedMinorUnits, Settlement.Opening.Currency) - InDoubt();
}
