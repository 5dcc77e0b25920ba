using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Settlements;

/// <summary>What a distribution's card payments are made of, and what settling it would transfer.</summary>
/// <param name="Sales">The distribution.</param>
/// <param name="Rows">Its producers, and those of earlier distributions for whom something has changed.</param>
/// <param name="Fees">What Stripe kept of the payments, as far as it is known.</param>
/// <param name="WithoutFee">The payments whose fee is not known yet.</param>
/// <param name="ToChange">The orders of which money was given back and that still hold goods nobody paid: every producer of them bears it.</param>
public sealed record SettlementSheet(
    DistributionSales Sales,
    IReadOnlyList<SettlementRow> Rows,
    Money Fees,
    IReadOnlyList<CardPayment> WithoutFee,
    IReadOnlyList<OrderSales> ToChange)
{
    /// <summary>What was received by card for the distribution's orders, less what was given back.</summary>
    public Money Received => Sum(row => row.Received);

    /// <summary>What of it is the linked producers'.</summary>
    public Money Shares => Sum(row => row.Share);

    /// <summary>What the market keeps once Stripe's fees and the producers' shares are off.</summary>
    public Money MarketKeeps => Received - Fees - Shares;

    public Money Transfers => Sum(row => row.Settlement?.Transfer ?? Money.Zero(Fees.Currency));

    private Money Sum(Func<SettlementRow, Money> amount) => Rows.Aggregate(Money.Zero(Fees.Currency), (sum, row) => sum + amount(row));
}

/// <summary>One producer of a sheet.</summary>
/// <param name="Seller">The producer.</param>
/// <param name="Received">What was received for what they sold at this distribution.</param>
/// <param name="Share">The producer's share of this distribution, settled or not.</param>
/// <param name="Terms">Where their share goes; none where they are not linked, and their part stays with the market.</param>
/// <param name="Settlement">What settling now says; none where nothing has changed, or the producer is not linked.</param>
/// <param name="Account">The settlements until now.</param>
/// <param name="Orders">The orders that the settlement takes account of.</param>
public sealed record SettlementRow(
    Seller Seller,
    Money Received,
    Money Share,
    ProducerTerms? Terms,
    ProducerSettlement? Settlement,
    ProducerAccount Account,
    IReadOnlyList<SettledOrder> Orders);
