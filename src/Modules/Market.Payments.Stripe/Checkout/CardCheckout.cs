using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using Stripe.Checkout;

namespace Market.Payments.Stripe.Checkout;

/// <summary>Opens Stripe's page for a payment. The payment is kept before Stripe hears of it, so that none is ever there and not here.</summary>
public sealed class CardCheckout(
    IUnitOfWork work,
    StripeKeyReader keys,
    StripeGateway gateway,
    SiteMark mark,
    ISiteService siteService,
    IIdGenerator ids,
    IClock clock,
    IStringLocalizer<CardCheckout> S)
{
    /// <summary>Stripe's pages live a day; one about to lapse is not opened again.</summary>
    private static readonly TimeSpan StillOpen = TimeSpan.FromMinutes(1);

    /// <summary>Asks for a payment, once for its form.</summary>
    /// <param name="account">The account it credits.</param>
    /// <param name="shares">What it pays.</param>
    /// <param name="formKey">The form and what was chosen in it.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="returnAddress">Where the browser comes back to, by the payment's id.</param>
    public async Task<CheckoutResult> OpenAsync(
        ClientAccount account,
        IReadOnlyList<OnlineShare> shares,
        string formKey,
        string requestedBy,
        Func<string, string> returnAddress)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(returnAddress);
        if (await keys.GetAsync() is not { AreSet: true, IsLive: { } isLive } stripe)
        {
            return new CheckoutResult.Failed(new StripeFault(StripeFaultKind.NoKey));
        }

        var asked = await AskAsync(account, shares, formKey, requestedBy, returnAddress, stripe.Settings, isLive);
        if (asked.Facts.Outcome is not OnlineOutcome.Open)
        {
            return new CheckoutResult.Decided(asked.Payment.Id);
        }

        if (asked.SessionUrl is { } open && asked.SessionExpiresAt > Now + StillOpen)
        {
            return new CheckoutResult.Ready(new Uri(open));
        }

        var answer = await gateway.CreateSessionAsync(
            await SessionAsync(asked, account, stripe.Settings),
            FormattableString.Invariant($"market-checkout-{asked.Payment.Id}-{asked.FailedPages}"));
        if (answer.Fault is { } fault)
        {
            if (fault.IsForGood)
            {
                await work.ChangeAsync(asked.Payment.Id, payment => payment.FailedPages++);
            }

            return new CheckoutResult.Failed(fault);
        }

        var session = answer.Body!.Value;
        if (session.Text("id") is not { } sessionId || !Uri.TryCreate(session.Text("url"), UriKind.Absolute, out var page))
        {
            return new CheckoutResult.Failed(new StripeFault(StripeFaultKind.NoAnswer));
        }

        await work.ChangeAsync(
            asked.Payment.Id,
            payment => (payment.SessionId, payment.SessionUrl, payment.SessionExpiresAt) = (sessionId, page.ToString(), session.Time("expires_at")));
        await CloseOthersAsync(asked.Payment);
        return new CheckoutResult.Ready(page);
    }

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private Task<CardPayment> AskAsync(
        ClientAccount account,
        IReadOnlyList<OnlineShare> shares,
        string formKey,
        string requestedBy,
        Func<string, string> returnAddress,
        StripeSettings settings,
        bool isLive) => work.RunAsync(
            async services =>
            {
                var payments = services.GetRequiredService<CardPaymentStore>();
                if (await payments.FindByFormAsync(formKey) is { } first)
                {
                    return first;
                }

                var id = ids.GenerateUniqueId();
                var credit = shares.Select(share => share.Amount).Aggregate((sum, amount) => sum + amount);
                var payment = new CardPayment
                {
                    Payment = new OnlinePayment
                    {
                        Id = id,
                        AccountId = account.Id,
                        Method = StripeMethod.MethodName,
                        Shares = shares,
                        Surcharge = CardFee.On(credit, settings),
                        IsLive = isLive,
                        RequestedBy = requestedBy,
                    },
                    FormKey = formKey,
                    AskedAt = Now,
                    ReturnAddress = returnAddress(id),
                    Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "fr" ? "fr" : "en",
                };
                await payments.SaveAsync(payment);
                return payment;
            },
            _ => true);

    // Of two open pages a person could pay both: the newest one counts. Stripe refuses to close one that is paid, and says of the others
    // by itself that they are closed.
    private async Task CloseOthersAsync(OnlinePayment payment)
    {
        var others = await work.RunAsync(services => services.GetRequiredService<CardPaymentStore>().ListAsync(payment.AccountId, 10), _ => false);
        foreach (var other in others.Where(other => other.Payment.Id != payment.Id && other.Facts.Outcome is OnlineOutcome.Open && other.SessionExpiresAt > Now))
        {
            await gateway.ExpireSessionAsync(other.SessionId!);
        }
    }

    private async Task<SessionCreateOptions> SessionAsync(CardPayment asked, ClientAccount account, StripeSettings settings)
    {
        using var language = CultureScope.Create(asked.Language);
        var payment = asked.Payment;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StripeNewsReader.SiteKey] = await mark.GetAsync(),
            [StripeNewsReader.PaymentKey] = payment.Id,
            [StripeNewsReader.AccountKey] = payment.AccountId,
        };
        var items = new List<SessionLineItemOptions> { Item(S["Client account {0}", account.Number], payment.Credit) };
        if (payment.Surcharge.IsPositive)
        {
            items.Add(Item(S["Fee for paying by card online"], payment.Surcharge));
        }

        return new SessionCreateOptions
        {
            Mode = "payment",
            ClientReferenceId = payment.Id,
            Metadata = metadata,
            PaymentIntentData = new SessionPaymentIntentDataOptions
            {
                Metadata = metadata,
                Description = $"{(await siteService.GetSiteSettingsAsync()).SiteName} {account.Number}",
                StatementDescriptorSuffix = settings.StatementDescriptor,
            },
            LineItems = items,
            AllowedPaymentMethodTypes = settings.MethodTypes is [] ? null : [.. settings.MethodTypes],

            // The currency is the market's, whatever the card's.
            AdaptivePricing = new SessionAdaptivePricingOptions { Enabled = false },
            Locale = asked.Language,
            SubmitType = "pay",
            SuccessUrl = asked.ReturnAddress,
            CancelUrl = asked.ReturnAddress,
        };
    }

    private static SessionLineItemOptions Item(string name, Money amount) => new()
    {
        Quantity = 1,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Currency = amount.Currency.Code.ToLowerInvariant(),
            UnitAmount = StripeAmounts.ToStripe(amount),
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = name },
        },
    };
}
