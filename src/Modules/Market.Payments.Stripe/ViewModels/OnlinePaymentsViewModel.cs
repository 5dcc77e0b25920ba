using Market.Ledger.Amounts;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>What the page of online payments shows.</summary>
public enum OnlineTab
{
    Payments,
    Held,
    Waiting,
    Applied,
    Ignored,
    Payouts,
}

/// <summary>Payments by card, what Stripe said, and what it sent to the bank: one of them at a time.</summary>
public class OnlinePaymentsViewModel
{
    public required OnlineTab Tab { get; init; }

    public IReadOnlyList<CardPayment> Payments { get; init; } = [];

    /// <summary>The payments that a person must look at, whatever the tab.</summary>
    public required IReadOnlyList<CardPayment> Flagged { get; init; }

    public IReadOnlyList<InboxEvent> Events { get; init; } = [];

    public IReadOnlyList<Payout> Payouts { get; init; } = [];

    public required IReadOnlyDictionary<string, ClientAccount> Accounts { get; init; }

    /// <summary>How many payments of test keys stand in books that are to hold none.</summary>
    public required int TestMoney { get; init; }

    /// <summary>How many events there are in each state.</summary>
    public required IReadOnlyDictionary<InboxState, int> Counts { get; init; }

    public required bool MayRecord { get; init; }

    public required bool MayCorrect { get; init; }

    /// <summary>The market's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The market's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required dynamic Pager { get; init; }
}
