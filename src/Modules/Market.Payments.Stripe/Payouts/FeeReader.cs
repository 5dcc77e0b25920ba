using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Stripe.Payouts;

/// <summary>Asks what Stripe kept of payments whose payout has not told it yet.</summary>
public sealed class FeeReader(StripeGateway gateway, IUnitOfWork work)
{
    // The rest is told by the payouts.
    private const int AtMost = 200;

    /// <summary>Learns fees, as far as Stripe tells: a statement does not depend on them.</summary>
    public async Task LearnAsync(IReadOnlyList<CardPayment> payments)
    {
        ArgumentNullException.ThrowIfNull(payments);
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var payment in payments.Take(AtMost))
        {
            var answer = await gateway.ReadIntentWithFeeAsync(payment.Facts.Reference!);
            if (answer.Fault is { Kind: not StripeFaultKind.Unknown })
            {
                break;
            }

            if (answer.Body?.Object("latest_charge")?.Object("balance_transaction") is { } transaction
                && transaction.Number("fee") is { } fee
                && StripeAmounts.TryRead(fee, transaction.Text("currency"), out var money)
                && money.Value.Currency == payment.Payment.Total.Currency)
            {
                known[payment.Payment.Id] = money.Value.MinorUnits;
            }
        }

        await work.RunAsync(
            async services =>
            {
                var store = services.GetRequiredService<CardPaymentStore>();
                foreach (var (id, fee) in known)
                {
                    if (await store.FindAsync(id) is { FeeMinorUnits: null } payment)
                    {
                        payment.FeeMinorUnits = fee;
                        await store.SaveAsync(payment);
                    }
                }

                return known.Count;
            },
            count => count > 0);
    }
}
