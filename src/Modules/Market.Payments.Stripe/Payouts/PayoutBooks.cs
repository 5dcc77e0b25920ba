using Market.Ledger.Amounts;
using Market.Ledger.Payouts;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Payouts;

/// <summary>Keeps what Stripe says of payouts, in any order, and has the books say it, in the unit of work under way.</summary>
public sealed class PayoutBooks(PayoutStore payouts, CardPaymentStore payments, IProviderPayouts books)
{
    public async Task KeepAsync(Payout heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var payout = Merge(await payouts.FindAsync(heard.PayoutId), heard);
        await payouts.SaveAsync(payout);
        await books.KeepAsync(FactsOf(payout));

        // A payment moves Stripe's balance again when a refund of it fails or a dispute is won: its fee is that of the charge.
        foreach (var line in heard.Lines.Where(line => line is { PaymentId: not null, Kind: "charge" or "payment" }))
        {
            if (await payments.FindAsync(line.PaymentId!) is { } payment && payment.Payment.Total.Currency == heard.Amount.Currency)
            {
                payment.FeeMinorUnits = line.Fee;
                await payments.SaveAsync(payment);
            }
        }
    }

    internal static PayoutFacts FactsOf(Payout payout) => new(StripeMethod.MethodName, payout.PayoutId, payout.Amount)
    {
        ArrivedOn = payout.IsPaid ? payout.ArrivesOn : null,
        ReturnedOn = payout.ReturnedOn,
        Fees = payout.Lines.Count == 0 || payout.IsShort ? null : new Money(payout.Lines.Sum(line => line.Kept), payout.Amount.Currency),
    };

    private static Payout Merge(Payout? known, Payout heard)
    {
        if (known is null)
        {
            return heard;
        }

        if (heard.StatusAt >= known.StatusAt && (heard.IsReturned || !known.IsReturned))
        {
            (known.Status, known.StatusAt, known.ArrivesOn) = (heard.Status, heard.StatusAt, heard.ArrivesOn);
        }

        known.IsPaid |= heard.IsPaid;
        known.ReturnedOn = known.ReturnedOn is { } first && (heard.ReturnedOn is not { } other || first <= other) ? first : heard.ReturnedOn;
        if (heard.Lines.Count > 0 || heard.IsShort)
        {
            (known.Lines, known.IsShort) = (heard.Lines, heard.IsShort);
        }

        return known;
    }
}
