using Market.Ledger;

namespace Market.Payments.Stripe.Models;

/// <summary>What can be said of a payment by card from all that is kept of it.</summary>
public static class CardPaymentExtensions
{
    /// <summary>What may be asked back: what Stripe would give back, less what was asked for and not answered.</summary>
    public static Money Refundable(this CardPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var left = payment.Facts.Refundable(payment.Payment);
        foreach (var asked in payment.Refunds.Where(asked => asked.IsInDoubt))
        {
            left -= asked.Amount;
        }

        return left.IsNegative ? Money.Zero(left.Currency) : left;
    }
}
