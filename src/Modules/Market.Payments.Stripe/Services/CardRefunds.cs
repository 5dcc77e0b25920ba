using System.Globalization;
using Market.Ledger;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using Stripe;

namespace Market.Payments.Stripe.Services;

/// <summary>Asks Stripe to give money back. The wish is kept first; the books change by what Stripe says, never by the wish.</summary>
public sealed class CardRefunds(IUnitOfWork work, StripeGateway gateway, SiteMark mark, CardNews news, IClock clock)
{
    /// <summary>Asks for a refund, once for its form.</summary>
    public async Task<RefundResult> AskAsync(string paymentId, Money amount, string reason, string askedBy, string formKey)
    {
        var (payment, refusal) = await KeepAsync(paymentId, amount, reason, askedBy, formKey);
        if (refusal is not null)
        {
            return refusal;
        }

        var answer = await gateway.CreateRefundAsync(
            new RefundCreateOptions
            {
                PaymentIntent = payment!.Facts.Reference,
                Amount = StripeAmounts.ToStripe(amount),
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [StripeNewsReader.SiteKey] = await mark.GetAsync(),
                    [StripeNewsReader.PaymentKey] = paymentId,
                    [StripeNewsReader.AccountKey] = payment.Payment.AccountId,
                    [StripeNewsReader.RefundKey] = formKey,
                    [StripeNewsReader.ReasonKey] = reason,
                },
            },
            string.Create(CultureInfo.InvariantCulture, $"market-refund-{paymentId}-{formKey}"));
        if (answer.Body is { } refund)
        {
            await news.ApplyAsync(refund, payment.Payment.IsLive);
            var said = StripeNewsReader.ReadObject(refund, "refund", payment.Payment.IsLive, clock.UtcNow);
            return said.Facts is [Ledger.Online.OnlineFact.Refunded { Refund.State: var state }] ? new RefundResult.Asked(state) : new RefundResult.InDoubt();
        }

        if (answer.Fault!.MayHaveActed)
        {
            return new RefundResult.InDoubt();
        }

        await RefuseAsync(paymentId, formKey);
        return new RefundResult.Failed(answer.Fault);
    }

    /// <summary>Gives up a refund of which Stripe knows nothing.</summary>
    public Task<bool> RefuseAsync(string paymentId, string formKey) => work.RunAsync(
        async services =>
        {
            var payments = services.GetRequiredService<CardPaymentStore>();
            var payment = await payments.FindAsync(paymentId);
            if (payment?.Refunds.FirstOrDefault(asked => asked.Key == formKey && asked.IsInDoubt) is not { } asked)
            {
                return false;
            }

            asked.IsRefused = true;
            await payments.SaveAsync(payment);
            return true;
        },
        isRefused => isRefused);

    private Task<(CardPayment? Payment, RefundResult? Refusal)> KeepAsync(string paymentId, Money amount, string reason, string askedBy, string formKey) =>
        work.RunAsync<(CardPayment? Payment, RefundResult? Refusal)>(
            async services =>
            {
                var payments = services.GetRequiredService<CardPaymentStore>();
                var payment = await payments.FindAsync(paymentId) ?? throw new InvalidOperationException($"There is no payment {paymentId}.");
                if (payment.Refunds.FirstOrDefault(asked => asked.Key == formKey) is { } first)
                {
                    return (payment, first.Amount == amount && !first.IsRefused ? null : new RefundResult.Conflict());
                }

                if (amount > payment.Refundable())
                {
                    return (payment, new RefundResult.TooMuch(payment.Refundable()));
                }

                payment.Refunds.Add(new RefundAsked
                {
                    Key = formKey,
                    Amount = amount,
                    Reason = reason,
                    AskedBy = askedBy,
                    AskedAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
                });
                await payments.SaveAsync(payment);
                return (payment, null);
            },
            kept => kept.Refusal is null);
}
