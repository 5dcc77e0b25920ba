using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The form to pay by card, and what it may say.</summary>
public class CardFormViewModel
{
    public required CardForm Form { get; init; }

    /// <summary>What is owed and not announced yet. Zero or more.</summary>
    public required Money Due { get; init; }

    public required IReadOnlyList<OrderStanding> Orders { get; init; }

    /// <summary>What shops call the orders, by order id.</summary>
    public required IReadOnlyDictionary<string, OrderName> Names { get; init; }

    public required StripeSettings Settings { get; init; }

    public required bool IsTest { get; init; }

    /// <summary>Whether a payment is credited: one of test keys is in a training copy only.</summary>
    public required bool IsBooked { get; init; }

    /// <summary>What is to be paid with the fee, where it is so much that the person is asked again.</summary>
    public Money? ToConfirm { get; set; }

    public string? Error { get; set; }
}
