using Market.Ledger.Amounts;
using Market.Ledger.Online;

namespace Market.Payments.Stripe.Models;

/// <summary>What can be said of a payment by card from all that is kept of it.</summary>
public static class CardPaymentExtensions
{
    /// <summary>Whether it is paid, and the books say all that is known of it.</summary>
    public static bool IsInTheBooks(this CardPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return payment.Facts.Outcome is OnlineOutcome.Paid
            && OnlineEntry.Of(payment.Payment, payment.Facts).All(entry => payment.Booked.Entries.GetValueOrDefault(entry.Key) is { IsReversed: false });
    }

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
