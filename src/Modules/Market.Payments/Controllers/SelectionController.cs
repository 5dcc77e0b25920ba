using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Statements;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>
/// Receives a selection of announced payments, as the lines of a bank statement. Each is received by itself, so that one that cannot be
/// holds up none of the others; what is sent twice is received once.
/// </summary>
public sealed class SelectionController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IAnnouncedPayments pending,
    IUnitOfWork work,
    IRefusalSentences sentences,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<SelectionController> H) : Controller
{
    [HttpPost]
    [Admin("payments/pending/receive", "PaymentsReceiveSelection")]
    public async Task<IActionResult> Receive(SelectionViewModel sent)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await forms.ReadDateAsync(sent.OccurredOn, ModelState) is not { } day)
        {
            await notifier.ErrorAsync(H["{0}", FirstError(ModelState)]);
            return RedirectToRoute("PaymentsPending");
        }

        if (sent.Selected.Length == 0)
        {
            await notifier.InformationAsync(H["Tick the payments that arrived."]);
            return RedirectToRoute("PaymentsPending");
        }

        var announced = await pending.FindManyAsync([.. sent.Selected.Distinct(StringComparer.Ordinal).Take(PendingPages.PageSize)]);
        if (announced.Count == 0)
        {
            await notifier.InformationAsync(H["These payments are no longer announced: what became of them is on their accounts."]);
            return RedirectToRoute("PaymentsPending");
        }

        var names = await accounts.FindManyAsync([.. announced.Select(payment => payment.AccountId).Distinct()]);
        var received = 0;
        foreach (var payment in announced)
        {
            if (await ReceiveAsync(payment, sent.Amounts.GetValueOrDefault(payment.Id), day) is { } whyNot)
            {
                await notifier.ErrorAsync(H["{0}: {1}", names[payment.AccountId].Name, whyNot]);
            }
            else
            {
                received++;
            }
        }

        await notifier.SuccessAsync(H.Plural(received, "One payment is received.", "{0} payments are received."));
        return RedirectToRoute("PaymentsPending");
    }

    private async Task<string?> ReceiveAsync(PendingPayment payment, string? text, DateOnly day)
    {
        var errors = new ModelStateDictionary();
        if (await forms.ReadAmountAsync(text, errors) is not { } amount)
        {
            return FirstError(errors);
        }

        var result = await work.ReceiveAsync(new Receipt
        {
            AccountId = payment.AccountId,
            PendingPaymentId = payment.Id,
            Amount = amount,
            OccurredOn = day,
            RecordedBy = forms.UserId,
        });
        return result is PostingResult.Refused refused ? sentences.For(refused.Refusal) : null;
    }

    private static string FirstError(ModelStateDictionary errors) => errors.Values.SelectMany(entry => entry.Errors).First().ErrorMessage;
}
