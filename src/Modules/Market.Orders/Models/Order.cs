using System.Text.Json.Serialization;
using Market.Ledger.Amounts;
using Market.Orders.Ordering;

namespace Market.Orders.Models;

/// <summary>What an account ordered for a distribution. A YesSql document.</summary>
public sealed class Order
{
    /// <summary>The order's id, which its debit carries.</summary>
    public string OrderId { get; set; } = string.Empty;

    /// <summary>The client account that pays.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The distribution's content item.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>The distribution's day as it is now; as it was when the order was last saved, once the distribution is gone.</summary>
    public DateOnly Date { get; set; }

    /// <summary>What was ordered. Kept when the order is cancelled.</summary>
    public IList<OrderLine> Lines { get; set; } = [];

    /// <summary>The currency of its prices, of ISO 4217.</summary>
    public string Currency { get; set; } = string.Empty;

    /// <summary>What has become of it.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>
    /// 1 when placed, one more for each change and for the cancellation. Each has a debit of its own.
    /// It is not called Version: YesSql writes the document's own version into a property of that name.
    /// </summary>
    public int Revision { get; set; }

    /// <summary>Why its present revision corrects what lines cost; none where it does not.</summary>
    public string? Correction { get; set; }

    /// <summary>What the counter did to it, in that order; without what was undone.</summary>
    public IList<CounterStep> CounterSteps { get; set; } = [];

    /// <summary>The revision that the member was last written to about; 0 where none.</summary>
    public int MailedRevision { get; set; }

    /// <summary>When it was placed.</summary>
    public DateTime PlacedUtc { get; set; }

    /// <summary>When it was last changed or cancelled.</summary>
    public DateTime ChangedUtc { get; set; }

    /// <summary>The user who placed it.</summary>
    public string PlacedBy { get; set; } = string.Empty;

    /// <summary>The user who last changed or cancelled it.</summary>
    public string ChangedBy { get; set; } = string.Empty;

    /// <summary>The key of the form that placed it, so that the same form places one order.</summary>
    public string FormKey { get; set; } = string.Empty;

    /// <summary>What it held when it was last read or saved, which is what it has of the stock; none where it is new.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int>? Kept { get; set; }

    /// <summary>How many of each product it holds: of none once it is cancelled.</summary>
    public IReadOnlyDictionary<string, int> Quantities() =>
        (Status is OrderStatus.Cancelled ? [] : Lines).ToDictionary(line => line.ProductId, line => line.Quantity, StringComparer.Ordinal);

    /// <summary>What its lines cost together.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public Money Total() => OrderTotals.Total(Lines, Ledger.Amounts.Currency.FromCode(Currency));

    /// <summary>What the account owes for it: its total, or nothing once it is cancelled.</summary>
    /// <inheritdoc cref="Total" path="/exception"/>
    public Money Due() => Status is OrderStatus.Cancelled ? Money.Zero(Ledger.Amounts.Currency.FromCode(Currency)) : Total();
}
