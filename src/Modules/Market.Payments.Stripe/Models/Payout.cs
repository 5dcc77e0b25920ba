using System.Text.Json.Serialization;
using Market.Ledger.Amounts;

namespace Market.Payments.Stripe.Models;

/// <summary>Money that Stripe sends to the market's bank: one line of the bank, explained.</summary>
public class Payout
{
    public required string PayoutId { get; set; }

    /// <summary>Stripe's status: <c>paid</c>, <c>failed</c>, <c>in_transit</c>…</summary>
    public required string Status { get; set; }

    /// <summary>When Stripe last said so: what is newer counts.</summary>
    public DateTimeOffset StatusAt { get; set; }

    /// <summary>Whether it is of real money; unknown of those kept before it was noted.</summary>
    public bool? IsLive { get; set; }

    /// <summary>What the bank line shows.</summary>
    public required Money Amount { get; set; }

    public DateOnly ArrivesOn { get; set; }

    /// <summary>What it is made of; empty where Stripe does not say, as for a payout made by hand.</summary>
    public List<PayoutLine> Lines { get; set; } = [];

    /// <summary>Whether Stripe makes it of movements, and those that it lists do not add up to it, or not yet.</summary>
    public bool IsShort { get; set; }
}

/// <summary>One movement of Stripe's balance that a payout is made of. Amounts in minor units, signed as they move the balance.</summary>
public class PayoutLine
{
    /// <summary>Stripe's kind: <c>charge</c>, <c>refund</c>, <c>adjustment</c>…</summary>
    public required string Kind { get; set; }

    /// <summary>Stripe's id of what moved it.</summary>
    public string? Source { get; set; }

    /// <summary>The payment of this site it is about, where it is about one.</summary>
    public string? PaymentId { get; set; }

    public long Gross { get; set; }

    public long Fee { get; set; }

    public long Net { get; set; }

    /// <summary>Whether the movement is itself what Stripe charges, beside the payments (<see href="https://docs.stripe.com/reports/reporting-categories"/>).</summary>
    [JsonIgnore]
    public bool IsCharge => Kind is "fee" or "stripe_fee" or "tax" or "tax_fee" or "network_cost";

    /// <summary>What Stripe keeps of it.</summary>
    [JsonIgnore]
    public long Kept => IsCharge ? Fee - Gross : Fee;
}
