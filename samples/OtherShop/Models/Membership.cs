using Market.Ledger.Amounts;

namespace OtherShop.Models;

/// <summary>A year that a client is a member. A YesSql document.</summary>
public sealed class Membership
{
    private const int FeeUnits = 20;

    /// <summary>The YesSql collection that memberships are kept in.</summary>
    public const string Collection = "Memberships";

    /// <summary>The membership's id, which its debit carries as that of the order.</summary>
    public string MembershipId { get; set; } = string.Empty;

    /// <summary>The client account that pays.</summary>
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Its first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Its fee in minor units.</summary>
    public long FeeMinorUnits { get; set; }

    /// <summary>The currency of its fee, of ISO 4217.</summary>
    public string Currency { get; set; } = string.Empty;

    /// <summary>Whether it was taken back.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>The idempotency key of the form that made it: the same form makes one.</summary>
    public string FormKey { get; set; } = string.Empty;

    /// <summary>What a membership costs in a market's currency.</summary>
    public static Money FeeIn(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return new Money(FeeUnits * currency.MinorUnitsPerUnit, currency);
    }

    /// <summary>Its last day.</summary>
    public DateOnly Until() => From.AddYears(1).AddDays(-1);

    /// <summary>What the account owes for it: its fee, or nothing once it is cancelled.</summary>
    public Money Due() => new(IsCancelled ? 0 : FeeMinorUnits, Market.Ledger.Amounts.Currency.FromCode(Currency));
}
