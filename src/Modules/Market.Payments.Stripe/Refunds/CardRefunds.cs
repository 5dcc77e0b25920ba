using System.Globalization;
using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Ledger.Postings;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using Stripe;

namespace Market.Payments.Stripe.Refunds;

/// <summary>
/// Asks Stripe to give money back. The wish is kept first; the books change by what Stripe says, never by the wish. A wish that may have
/// been heard is not given up for want of an answer: Stripe's list tells whether it was, since a key counts there for a day only.
/// </summary>
public sealed class CardRefunds(IUnitOfWork work, StripeGateway gateway, SiteMark mark, CardNews news, MarketDays days, IClock clock)
{
    /// <summary>Asks for a refund, once for its form.</summary>
    public async Task<RefundResult> AskAsync(string paymentId, Money amount, string reason, string askedBy, string formKey)
    {
        var today = (await days.GetAsync())(Now);
        var (payment, isAgain, answered) = await KeepAsync(paymentId, amount, reason, askedBy, formKey, today);
        if (answered is not null)
        {
            return answered;
        }

        if (isAgain)
        {
            var made = await gateway.ListRefundsAsync(payment.Facts.Reference!);
            if (made.Fault is not null)
            {
                return new RefundResult.InDoubt();
            }

            if (made.Items.Where(refund => IsOf(refund, formKey)).Select(refund => (JsonElement?)refund).FirstOrDefault() is { } first)
            {
                return await HearAsync(payment, first);
            }
        }

        var answer = await gateway.CreateRefundAsync(
            new RefundCreateOptions
            {
                PaymentIntent = payment.Facts.Reference,
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
            return await HearAsync(payment, refund);
        }

        if (answer.Fault!.MayHaveActed || (isAgain && answer.Fault.Kind is not StripeFaultKind.Refused))
        {
            return new RefundResult.InDoubt();
        }

        await RefuseAsync(paymentId, formKey);
        return new RefundResult.Failed(answer.Fault);
    }

    /// <summary>Whether a refund of Stripe's is the one that was asked for under this key.</summary>
    public static bool IsOf(JsonElement refund, string formKey) => refund.Object("metadata")?.Text(StripeNewsReader.RefundKey) == formKey;

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

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private async Task<RefundResult> HearAsync(CardPayment payment, JsonElement refund)
    {
        var isApplied = await news.ApplyAsync(refund, payment.Payment.IsLive);
        var said = StripeNewsReader.ReadObject(refund, "refund", payment.Payment.IsLive, clock.UtcNow);
        return !isApplied ? new RefundResult.Held()
            : said.Facts is [OnlineFact.Refunded { Refund.State: var state }] ? new RefundResult.Asked(state)
            : new RefundResult.InDoubt();
    }

    private Task<(CardPayment Payment, bool IsAgain, RefundResult? Answered)> KeepAsync(
        string paymentId,
        Money amount,
        string reason,
        string askedBy,
        string formKey,
        DateOnly today) => work.RunAsync<(CardPayment Payment, bool IsAgain, RefundResult? Answered)>(
            async services =>
            {
                var payments = services.GetRequiredService<CardPaymentStore>();
                var payment = await payments.FindAsync(paymentId) ?? throw new InvalidOperationException($"There is no payment {paymentId}.");
                if (payment.Refunds.FirstOrDefault(asked => asked.Key == formKey) is { } first)
                {
                    return (payment, IsAgain: true, Known(payment, first, amount, reason));
                }

                if (amount > payment.Refundable())
                {
                    return (payment, IsAgain: false, new RefundResult.TooMuch(payment.Refundable()));
                }

                if (await JudgeAsync(services, payment.Payment, amount, reason, today) is { } refusal)
                {
                    return (payment, IsAgain: false, new RefundResult.Refused(refusal));
                }

                payment.Refunds.Add(new RefundAsked
                {
                    Key = formKey,
                    Amount = amount,
                    Reason = reason,
                    AskedBy = askedBy,
                    AskedAt = Now,
                });
                await payments.SaveAsync(payment);
                return (payment, IsAgain: false, null);
            },
            kept => kept is { IsAgain: false, Answered: null });

    private static RefundResult? Known(CardPayment payment, RefundAsked first, Money amount, string reason) =>
        first.Amount != amount || first.Reason != reason || first.IsRefused ? new RefundResult.Conflict()
        : first.RefundId is { } id ? new RefundResult.Asked(payment.Facts.Refunds[id].State)
        : null;

    // Stripe must not give back what the books would refuse.
    private static async Task<Refusal?> JudgeAsync(IServiceProvider services, OnlinePayment payment, Money amount, string reason, DateOnly today)
    {
        if (await services.GetRequiredService<IClientAccounts>().FindAsync(payment.AccountId) is not { } account)
        {
            return new Refusal(RefusalReason.UnknownAccount);
        }

        var posting = new Posting
        {
            AccountId = account.Id,
            Kind = OperationKind.Refund,
            Amount = -amount,
            Method = payment.Method,
            Memo = reason,
            OccurredOn = today,
            RecordedBy = payment.Method,
            IdempotencyKey = payment.Id,
        };
        return PostingRules.Judge(
            posting,
            await services.GetRequiredService<IMarketTerms>().GetAsync(),
            new AccountHead(account.Id, account.IsOpen, Money.Zero(amount.Currency), 0, string.Empty));
    }
}
