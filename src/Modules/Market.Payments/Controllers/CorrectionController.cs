using System.Globalization;
using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Paying;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>Corrects an account: an adjustment, or the reversal of one operation. Both ask for a reason.</summary>
public sealed class CorrectionController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IStatements statements,
    IUnitOfWork work,
    IRefusalSentences sentences,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<CorrectionController> H) : Controller
{
    [Admin("payments/accounts/{id}/adjust", "PaymentsAdjust")]
    public async Task<IActionResult> Adjust(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.CorrectOperations))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var model = new AdjustmentViewModel
        {
            Key = IMoneyForms.NewKey(),
            InFavour = true,
            OccurredOn = await forms.TodayForInputAsync(),
        };
        await FillAsync(model, account);
        return await FormAsync(model);
    }

    [HttpPost]
    [Admin("payments/accounts/{id}/adjust", "PaymentsAdjustPost")]
    [ActionName(nameof(Adjust))]
    public async Task<IActionResult> AdjustPost(string id, AdjustmentViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.CorrectOperations))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        await FillAsync(model, account);
        if (!string.IsNullOrEmpty(model.OrderId))
        {
            await FillOrdersAsync(model);
        }

        var first = await forms.FindFirstAsync(statements, account.Id, model);
        var order = model.Orders.FirstOrDefault(order => order.OrderId == model.OrderId);
        if (first is null && !string.IsNullOrEmpty(model.OrderId) && order is null)
        {
            ModelState.AddModelError(nameof(model.OrderId), H["This client has no such order."].Value);
        }

        if (await forms.ReadAsync(model, ModelState, first) is not { } entry)
        {
            return await FormAsync(model);
        }

        var result = await work.PostAsync(new Posting
        {
            AccountId = account.Id,
            Kind = OperationKind.Adjustment,
            Amount = model.InFavour ? entry.Amount : -entry.Amount,
            OrderId = model.OrderId,
            DistributionId = first is null ? order?.DistributionId : first.DistributionId,
            Memo = model.Memo,
            OccurredOn = entry.OccurredOn,
            RecordedBy = forms.UserId,
            IdempotencyKey = entry.Key,
        });
        return await AnswerAsync(result, id, nameof(model.Memo)) ?? await FormAsync(model);
    }

    [Admin("payments/accounts/{id}/reverse/{operationId}", "PaymentsReverse")]
    public async Task<IActionResult> Reverse(string id, string operationId)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.CorrectOperations))
        {
            return Forbid();
        }

        return await accounts.FindAsync(id) is { } account && await statements.FindAsync(id, operationId) is { } operation
            ? View(new ReversalViewModel { Key = IMoneyForms.NewKey(), Account = account, Operation = operation })
            : NotFound();
    }

    [HttpPost]
    [Admin("payments/accounts/{id}/reverse/{operationId}", "PaymentsReversePost")]
    [ActionName(nameof(Reverse))]
    public async Task<IActionResult> ReversePost(string id, string operationId, ReversalViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.CorrectOperations))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account || await statements.FindAsync(id, operationId) is not { } operation)
        {
            return NotFound();
        }

        model.Account = account;
        model.Operation = operation;
        if (forms.ReadKey(model.Key, ModelState) is not { } key)
        {
            return View(model);
        }

        var result = await work.ReverseAsync(new ReversalRequest
        {
            AccountId = account.Id,
            OperationId = operation.Id,
            Reason = model.Reason ?? string.Empty,
            OccurredOn = await forms.TodayAsync(),
            RecordedBy = forms.UserId,
            IdempotencyKey = key,
        });
        return await AnswerAsync(result, id, nameof(model.Reason)) ?? View(model);
    }

    // Null where the form is to be shown again, with the reason it was refused.
    private async Task<IActionResult?> AnswerAsync(PostingResult result, string id, string reasonField)
    {
        if (result is PostingResult.Refused refused)
        {
            var field = refused.Refusal.Reason is RefusalReason.ReasonMissing ? reasonField : refused.Refusal.FieldOfForm();
            ModelState.AddModelError(field, sentences.For(refused.Refusal));
            return null;
        }

        var balance = (await accounts.GetBalanceAsync(id)).ToString(CultureInfo.CurrentCulture);
        await notifier.SuccessAsync(result is PostingResult.Posted
            ? H["The correction is recorded. The balance is now {0}.", balance]
            : H["This was already recorded; it is recorded once."]);
        return RedirectToRoute("PaymentsAccount", new { id });
    }

    private async Task<IActionResult> FormAsync(AdjustmentViewModel model)
    {
        await FillOrdersAsync(model);
        return View(nameof(Adjust), model);
    }

    private async Task FillAsync(AdjustmentViewModel model, ClientAccount account)
    {
        model.Account = account;
        model.Balance = await accounts.GetBalanceAsync(account.Id);
    }

    // From all that the account has: not read for a correction that names none.
    private async Task FillOrdersAsync(AdjustmentViewModel model) => model.Orders = (await accounts.GetAllocationAsync(model.Account.Id)).Orders;
}
