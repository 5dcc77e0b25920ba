using System.Security.Claims;
using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Controllers;

/// <summary>A member pays by card: signed in, or by a payment link. The account is theirs, whatever the form says.</summary>
public sealed class PayController(
    IClientAccounts accounts,
    CardForms forms,
    CardCheckout checkout,
    CardPaymentStore payments,
    InboxStore inbox,
    CardNews news,
    ReturnTicket tickets,
    StripeWords words,
    IUnitOfWork work,
    IClock clock,
    IPaymentLinks links,
    IOptions<StripeOptions> options,
    IStringLocalizer<PayController> S) : Controller
{
    public const string ReturnRoute = "CardReturn";

    private const string LinkHolder = "payment-link";

    [Route("pay/card", Name = "PayByCard")]
    public async Task<IActionResult> Card()
    {
        if (UserId is null)
        {
            return Challenge();
        }

        return await FindAccountAsync(token: null) is { } account && await forms.BuildAsync(account) is { } model ? View(model) : NotFound();
    }

    [HttpPost]
    [EnableRateLimiting(MarketLimits.Checkouts)]
    [Route("pay/card", Name = "PayByCardPost")]
    [ActionName(nameof(Card))]
    public async Task<IActionResult> CardPost(CardForm form)
    {
        if (await FindAccountAsync(form.Token) is not { } account)
        {
            return UserId is null && string.IsNullOrEmpty(form.Token) ? Challenge() : NotFound();
        }

        var model = await forms.BuildAsync(account, form);
        if (model is null || await forms.ReadAsync(model) is not { } shares)
        {
            // What the form names may be paid because this form paid it.
            return await payments.FindPaidByFormAsync(account.Id, form.Key ?? string.Empty) is { } paid ? Redirect(BackTo(paid.Payment.Id))
                : model is null ? NotFound()
                : View(model);
        }

        var chosen = string.Join('|', shares.Select(share => $"{share.OrderId}={share.Amount}"));
        var key = CardPayment.FormKeyOf(account.Id, form.Key!, chosen);
        if (!string.IsNullOrEmpty(form.Token) && !await UseAsync(form.Token, key))
        {
            return RedirectToRoute("Pay", new { token = form.Token });
        }

        var result = await checkout.OpenAsync(account, shares, key, UserId ?? LinkHolder, BackTo);
        switch (result)
        {
            case CheckoutResult.Ready ready:
                return Redirect(ready.Page.ToString());
            case CheckoutResult.Decided decided:
                return Redirect(BackTo(decided.PaymentId));
            case CheckoutResult.Failed { Fault.MayHaveActed: true }:
                model.Error = S["Stripe could not be reached. Nothing was paid. Please send the form again."];
                return View(model);
            case CheckoutResult.Failed failed:
                model.Error = S["You cannot pay by card at the moment. Nothing was paid. Please tell a coordinator: {0}", words.Fault(failed.Fault)];
                return View(model);
            default:
                throw new InvalidOperationException($"A checkout was answered by {result}.");
        }

        // Whoever came by a link may not be the account's member, signed in or not.
        string BackTo(string paymentId) => Url.RouteUrl(
            ReturnRoute,
            new { id = paymentId, t = string.IsNullOrEmpty(form.Token) ? null : tickets.For(paymentId) },
            Request.Scheme,
            Request.Host.Value)!;
    }

    [EnableRateLimiting(MarketLimits.Links)]
    [Route("pay/card/return/{id}", Name = ReturnRoute)]
    public async Task<IActionResult> Return(string id, string? t)
    {
        if (await payments.FindAsync(id) is not { } payment || !(await IsMineAsync(payment) || tickets.IsFor(t, id)))
        {
            return UserId is null && t is null ? Challenge() : NotFound();
        }

        if (payment.Facts.Outcome is OnlineOutcome.Open or OnlineOutcome.Processing && await news.AskAsync(payment))
        {
            // As it is committed now: this request's own session has read it before.
            payment = await work.RunAsync(async inside => await inside.GetRequiredService<CardPaymentStore>().FindAsync(id), _ => false) ?? payment;
        }

        return View(new CardReturnViewModel
        {
            Payment = payment,
            IsOnlyTest = !options.Value.Books(payment.Payment.IsLive),
            IsHeld = !payment.IsInTheBooks() && await inbox.IsHeldAsync(id),
            Page = payment.Facts.Outcome is OnlineOutcome.Open && payment.SessionExpiresAt > clock.UtcNow ? payment.SessionUrl : null,
            IsSignedIn = UserId is not null,
        });
    }

    private string? UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

    private Task<bool> UseAsync(string token, string key) =>
        work.RunAsync(services => services.GetRequiredService<IPaymentLinks>().UseAsync(token, key), isCounted => isCounted);

    private async Task<bool> IsMineAsync(CardPayment payment) => (await FindAccountAsync(token: null))?.Id == payment.Payment.AccountId;

    // A link is for one account, and whoever holds it need not be signed in as its member.
    private async Task<ClientAccount?> FindAccountAsync(string? token) =>
        !string.IsNullOrEmpty(token)
            ? await links.ReadAsync(token) is { } link ? await accounts.FindAsync(link.AccountId) : null
            : UserId is { } userId ? await accounts.FindByUserAsync(userId) : null;
}
