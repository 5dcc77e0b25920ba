using System.Globalization;
using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Methods;
using Market.Ledger.Postings;
using Market.Payments.Paying;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>Records a payment received from a client, or a refund given back.</summary>
public sealed class PaymentController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IStatements statements,
    IUnitOfWork work,
    IMarketTerms terms,
    IRefusalSentences sentences,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<PaymentController> H) : Controller
{
    [Admin("payments/accounts/{id}/payment", "PaymentsPayment")]
    public Task<IActionResult> Payment(string id, string? orderId) => ShowAsync(id, orderId, isRefund: false);

    [HttpPost]
    [Admin("payments/accounts/{id}/payment", "PaymentsPaymentPost")]
    [ActionName(nameof(Payment))]
    public Task<IActionResult> PaymentPost(string id, PaymentViewModel model) => SendAsync(id, model, isRefund: false);

    [Admin("payments/accounts/{id}/refund", "PaymentsRefund")]
    public Task<IActionResult> Refund(string id) => ShowAsync(id, orderId: null, isRefund: true);

    [HttpPost]
    [Admin("payments/accounts/{id}/refund", "PaymentsRefundPost")]
    [ActionName(nameof(Refund))]
    public Task<IActionResult> RefundPost(string id, PaymentViewModel model) => SendAsync(id, model, isRefund: true);

    private async Task<IActionResult> ShowAsync(string id, string? orderId, bool isRefund)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var model = new PaymentViewModel
        {
            Key = IMoneyForms.NewKey(),
            OrderId = orderId,
            OccurredOn = await forms.TodayForInputAsync(),
        };
        await FillAsync(model, account, isRefund);
        await FillOrdersAsync(model);
        var due = isRefund
            ? RefundProposal.ForAccount(await accounts.GetAllocationAsync(account.Id))
            : model.Orders.FirstOrDefault(order => order.OrderId == orderId)?.Remaining ?? -model.Balance;
        model.Amount = due.IsPositive ? due.ForInput() : null;
        return View(nameof(Payment), model);
    }

    private async Task<IActionResult> SendAsync(string id, PaymentViewModel model, bool isRefund)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        await FillAsync(model, account, isRefund);
        if (!string.IsNullOrEmpty(model.OrderId))
        {
            await FillOrdersAsync(model);
        }

        if (await ReadAsync(model, account, isRefund) is { } posting)
        {
            switch (await work.PostAsync(posting))
            {
                case PostingResult.Refused refused:
                    ModelState.AddModelError(refused.Refusal.FieldOfForm(), sentences.For(refused.Refusal));
                    break;
                case PostingResult.Posted posted:
                    await SayPostedAsync(posted.Operation, account, isRefund);
                    return RedirectToRoute("PaymentsAccount", new { id });
                default:
                    await notifier.InformationAsync(H["This was already recorded; it is recorded once."]);
                    return RedirectToRoute("PaymentsAccount", new { id });
            }
        }

        await FillOrdersAsync(model);
        return View(nameof(Payment), model);
    }

    private async Task<Posting?> ReadAsync(PaymentViewModel model, ClientAccount account, bool isRefund)
    {
        // A form that posted already is only compared with what it posted: the order it names may be paid by now, its method switched off.
        var first = await forms.FindFirstAsync(statements, account.Id, model);
        var entry = await forms.ReadAsync(model, ModelState, first);
        var method = model.Methods.FirstOrDefault(offered => offered.Name == model.Method);
        if (first is null && method is null)
        {
            ModelState.AddModelError(nameof(model.Method), sentences.For(new Refusal(RefusalReason.MethodNotOffered)));
        }

        var order = model.Orders.FirstOrDefault(order => order.OrderId == model.OrderId);
        if (first is null && !string.IsNullOrEmpty(model.OrderId) && order is null)
        {
            ModelState.AddModelError(nameof(model.OrderId), H["This client has no such order."].Value);
        }

        if (entry is null || !ModelState.IsValid)
        {
            return null;
        }

        var fields = first?.Details.Keys ?? method!.Fields.Select(field => field.Name);
        return new Posting
        {
            AccountId = account.Id,
            Kind = isRefund ? OperationKind.Refund : OperationKind.Payment,
            Amount = isRefund ? -entry.Amount : entry.Amount,
            Method = model.Method,
            OrderId = model.OrderId,
            DistributionId = first is null ? order?.DistributionId : first.DistributionId,
            Details = fields
                .Where(field => !string.IsNullOrWhiteSpace(model.Details.GetValueOrDefault(field)))
                .ToDictionary(field => field, field => model.Details[field]!, StringComparer.Ordinal),
            Memo = model.Memo,
            OccurredOn = entry.OccurredOn,
            RecordedBy = forms.UserId,
            IdempotencyKey = entry.Key,
        };
    }

    private async Task FillAsync(PaymentViewModel model, ClientAccount account, bool isRefund)
    {
        model.Account = account;
        model.IsRefund = isRefund;
        model.Balance = await accounts.GetBalanceAsync(account.Id);
        var market = await terms.GetAsync();
        model.PaymentsActive = market.PaymentsActive;
        model.Methods = [.. market.Offered.Where(method => method.Use is not PaymentUse.Online && (!isRefund || method.Refunds))];
    }

    // From all that the account has: not read for a payment that names none.
    private async Task FillOrdersAsync(PaymentViewModel model) =>
        model.Orders = model.IsRefund ? [] : [.. (await accounts.GetAllocationAsync(model.Account.Id)).Orders.Where(order => order.State is not OrderState.Paid)];

    private async Task SayPostedAsync(Operation operation, ClientAccount account, bool isRefund)
    {
        var amount = operation.Amount.Abs().ToString(CultureInfo.CurrentCulture);
        var balance = (await accounts.GetBalanceAsync(account.Id)).ToString(CultureInfo.CurrentCulture);
        await notifier.SuccessAsync(isRefund
            ? H["Refund of {0} recorded for {1}. The balance is now {2}.", amount, account.Name, balance]
            : H["Payment of {0} recorded for {1}. The balance is now {2}.", amount, account.Name, balance]);
    }
}
