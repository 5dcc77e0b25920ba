using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Refunds;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Gives money back by the card it came from.</summary>
public sealed class CardRefundController(
    IAuthorizationService authorization,
    CardPaymentStore payments,
    IClientAccounts accounts,
    CardRefunds refunds,
    IMoneyForms forms,
    StripeWords words,
    IRefusalSentences refusals,
    INotifier notifier,
    IHtmlLocalizer<CardRefundController> H,
    IStringLocalizer<CardRefundController> S) : Controller
{
    public const int MaxReasonLength = 200;

    [Admin("payments/online/{id}/refund", "OnlineRefund")]
    public async Task<IActionResult> Refund(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        var model = new CardRefundViewModel { Key = IMoneyForms.NewKey() };
        if (!await FillAsync(model, id))
        {
            return NotFound();
        }

        model.Amount = model.Payment.Refundable().ForInput();
        return View(model);
    }

    [HttpPost]
    [Admin("payments/online/{id}/refund", "OnlineRefundPost")]
    [ActionName(nameof(Refund))]
    public async Task<IActionResult> RefundPost(string id, CardRefundViewModel model)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (!await FillAsync(model, id))
        {
            return NotFound();
        }

        var amount = await forms.ReadAmountAsync(model.Amount, ModelState);
        forms.ReadKey(model.Key, ModelState);
        model.Reason = model.Reason?.Trim();
        if (string.IsNullOrEmpty(model.Reason) || model.Reason.Length > MaxReasonLength)
        {
            ModelState.AddModelError(nameof(model.Reason), S["Please give the reason in a few words; the statement shows it."]);
        }

        if (amount is { } sum && sum > model.Payment.Refundable() && model.Payment.Refunds.All(asked => asked.Key != model.Key))
        {
            SayTooMuch(model.Payment.Refundable());
        }

        if (amount is { } cents && !StripeAmounts.CanTake(cents))
        {
            ModelState.AddModelError(nameof(model.Amount), S["By card, only multiples of {0} can be given back.", StripeAmounts.Step(cents.Currency).ForPeople()]);
        }

        if (!ModelState.IsValid)
        {
            return View(model);
        }

        if (!model.Confirmed)
        {
            model.ToConfirm = amount;
            return View(model);
        }

        return await AnswerAsync(model, await refunds.AskAsync(id, amount!.Value, model.Reason!, forms.UserId, model.Key!), amount.Value);
    }

    private async Task<IActionResult> AnswerAsync(CardRefundViewModel model, RefundResult result, Money amount)
    {
        switch (result)
        {
            case RefundResult.Asked { State: OnlineRefundState.Failed }:
                await notifier.ErrorAsync(H["The refund failed. Nothing was given back and the account is unchanged."]);
                break;
            case RefundResult.Asked { State: OnlineRefundState.Pending }:
                await notifier.InformationAsync(H["Stripe has the refund of {0} in hand. The account changes once it succeeds.", amount.ForPeople()]);
                break;
            case RefundResult.Asked:
                await notifier.SuccessAsync(H["{0} are given back.", amount.ForPeople()]);
                break;
            case RefundResult.Held:
                await notifier.WarningAsync(H["Stripe gives {0} back, but the books do not say so yet: see what is held or waits under Online payments.", amount.ForPeople()]);
                break;
            case RefundResult.Refused { Refusal: var refusal }:
                ModelState.AddModelError(string.Empty, S["Nothing was given back. {0}", refusals.For(refusal)]);
                return View(nameof(Refund), model);
            case RefundResult.TooMuch { Most: var most }:
                SayTooMuch(most);
                return View(nameof(Refund), model);
            case RefundResult.Conflict:
                ModelState.AddModelError(string.Empty, S["This form was already sent with other values. Please open it again."]);
                return View(nameof(Refund), model);
            case RefundResult.InDoubt:
                ModelState.AddModelError(string.Empty, S["Stripe gave no answer. The account changes if Stripe did it. Send this form again to make sure: it is never given back twice."]);
                model.ToConfirm = amount;
                return View(nameof(Refund), model);
            case RefundResult.Failed { Fault: var fault }:
                await notifier.ErrorAsync(H["Nothing was given back and the account is unchanged. {0}", words.Fault(fault)]);
                break;
            default:
                throw new InvalidOperationException($"A refund was answered by {result}.");
        }

        return RedirectToRoute("OnlinePayment", new { id = model.Payment.Payment.Id });
    }

    private void SayTooMuch(Money most) =>
        ModelState.AddModelError(nameof(CardRefundViewModel.Amount), S["At most {0} can be given back of this payment.", most.ForPeople()]);

    private async Task<bool> FillAsync(CardRefundViewModel model, string id)
    {
        if (await payments.FindAsync(id) is not { Facts.Outcome: OnlineOutcome.Paid } payment)
        {
            return false;
        }

        model.Payment = payment;
        model.Account = await accounts.FindAsync(payment.Payment.AccountId);
        return true;
    }
}
