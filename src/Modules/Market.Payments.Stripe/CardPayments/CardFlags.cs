using Market.Ledger.Online;
using Market.Payments.Stripe.Models;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.CardPayments;

/// <summary>Flags payments that a person must look at, until somebody has.</summary>
public sealed class CardFlags(IUnitOfWork work, IClock clock)
{
    /// <summary>Notes what the comparison found of a payment, or that it found nothing.</summary>
    public Task<bool> FlagAsync(string paymentId, HoldReason? flag) => work.ChangeAsync(paymentId, payment => payment.Flag = flag);

    /// <summary>Settles a payment that nobody can have made: Stripe does not know of it.</summary>
    public Task<bool> LapseAsync(string paymentId) => work.ChangeAsync(paymentId, payment =>
    {
        payment.Flag = null;
        if (payment.Facts.Outcome is OnlineOutcome.Open)
        {
            payment.Facts = payment.Facts.With(new OnlineFact.Progress(OnlineOutcome.Expired, null, new DateTimeOffset(clock.UtcNow, TimeSpan.Zero))
            {
                IsLive = payment.Payment.IsLive,
            });
        }
    });

    /// <summary>Notes that a person has seen what is flagged.</summary>
    /// <returns>Whether there is such a payment.</returns>
    public Task<bool> SeeAsync(string paymentId) => work.ChangeAsync(paymentId, payment => (payment.SeenFlag, payment.Flag) = (payment.Flag ?? payment.SeenFlag, null));
}
