using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Stripe.CardPayments;

internal static class CardPaymentWork
{
    /// <summary>Changes what is kept of a payment, in a unit of work of its own.</summary>
    /// <returns>Whether there is such a payment.</returns>
    public static Task<bool> ChangeAsync(this IUnitOfWork work, string paymentId, Action<CardPayment> change) => work.RunAsync(
        async services =>
        {
            var payments = services.GetRequiredService<CardPaymentStore>();
            if (await payments.FindAsync(paymentId) is not { } payment)
            {
                return false;
            }

            change(payment);
            await payments.SaveAsync(payment);
            return true;
        },
        isChanged => isChanged);
}
