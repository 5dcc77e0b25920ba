using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Settlements;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Settles distributions with producers, and shows the statements.</summary>
[Feature(StripeFeatures.Producers)]
public sealed class SettlementsController(
    IAuthorizationService authorization,
    SettlementReckoning reckoning,
    SettlementDesk desk,
    SettlementStore settlements,
    TransferClerk transfers,
    TransferReversals reversals,
    IClientAccounts accounts,
    IDistributionState state,
    StatementPages pages,
    StatementMail mail,
    SettlementNotices notices,
    IMoneyForms forms,
    StripeWords words,
    INotifier notifier,
    IHtmlLocalizer<SettlementsController> H) : Controller
{
    [Admin("payments/producers/distributions/{id}", "SettlementSheet")]
    public async Task<IActionResult> Sheet(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if (await reckoning.ReckonAsync(id) is not { } sheet)
        {
            return NotFound();
        }

        var toChange = await accounts.FindManyAsync([.. sheet.ToChange.Select(order => order.AccountId)]);
        return View(new SettlementSheetViewModel
        {
            Sheet = sheet,
            ToChange = [.. toChange.Values.OrderByName(account => account.Name)],
            MaySettle = await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers),

            // There is no such page where the counter is off: then distributions are not closed at all.
            ToClose = await state.FindAsync(id) is null ? Url.RouteUrl("CounterClosing", new { distribution = id }) : null,
        });
    }

    [HttpPost]
    [Admin("payments/producers/distributions/{id}", "SettlementSheetPost")]
    [ActionName(nameof(Sheet))]
    public async Task<IActionResult> SheetPost(string id, long? seen)
    {
        if (!await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers))
        {
            return Forbid();
        }

        switch (await desk.SettleAsync(id, seen, forms.UserId))
        {
            case SettleResult.NotFound:
                return NotFound();
            case SettleResult.NotClosed:
                await notifier.WarningAsync(H["Members may still order for this distribution: it can be settled once its order window is over."]);
                break;
            case SettleResult.Failed { Fault: var fault }:
                await notifier.ErrorAsync(H["Nothing was settled. {0}", words.Fault(fault)]);
                break;
            case SettleResult.Differs { Statements: var finished }:
                await notices.SayAsync(finished);
                await notifier.WarningAsync(H["What is to be transferred has changed since you looked, and nothing was settled: look again."]);
                break;
            case SettleResult.Done { Statements: [] }:
                await notifier.InformationAsync(H["Nothing has changed since this distribution was settled."]);
                break;
            case SettleResult.Done { Statements: var made }:
                await notices.SayAsync(made);
                return RedirectToRoute("Producers");
            case { } result:
                throw new InvalidOperationException($"Settling was answered by {result}.");
        }

        return RedirectToRoute("SettlementSheet", new { id });
    }

    [Admin("payments/producers/statements/{id}", "SettlementStatement")]
    public async Task<IActionResult> Statement(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        return await settlements.FindAsync(id) is { } statement ? View(await StatementAsync(statement)) : NotFound();
    }

    [HttpPost]
    [Admin("payments/producers/statements/{id}/send", "SettlementSend")]
    public async Task<IActionResult> Send(string id)
    {
        if (!await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers))
        {
            return Forbid();
        }

        if (await settlements.FindAsync(id) is not { } statement)
        {
            return NotFound();
        }

        var model = await StatementAsync(statement);
        if (model.MailAddress is not { } address)
        {
            await notifier.WarningAsync(H["No mail address is noted for {0}.", statement.ProducerName]);
        }
        else if (await mail.SendAsync(model, address) is { } problem)
        {
            await notifier.ErrorAsync(H["The statement was not sent. {0}", problem]);
        }
        else
        {
            await notifier.SuccessAsync(H["The statement is sent to {0}.", address]);
        }

        return RedirectToRoute("SettlementStatement", new { id });
    }

    [HttpPost]
    [Admin("payments/producers/statements/{id}/transfer", "SettlementTransfer")]
    public async Task<IActionResult> Transfer(string id)
    {
        if (!await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers))
        {
            return Forbid();
        }

        if (await transfers.SendAgainAsync(id) is not { } statement)
        {
            return NotFound();
        }

        await notices.SayAsync([statement]);
        return RedirectToRoute("SettlementStatement", new { id });
    }

    [HttpPost]
    [Admin("payments/producers/statements/{id}/take-back", "SettlementTakeBack")]
    public async Task<IActionResult> TakeBack(string id)
    {
        if (!await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers))
        {
            return Forbid();
        }

        if (await settlements.FindAsync(id) is not { } statement)
        {
            return NotFound();
        }

        var taken = await reversals.TakeBackAsync(statement.ProducerId, statement.IsLive, forms.UserId);
        if (taken.Amount.IsPositive)
        {
            await notifier.SuccessAsync(H["{0} were taken back from {1}.", taken.Amount.ForPeople(), statement.ProducerName]);
        }

        if (taken.Fault is { } fault)
        {
            await notifier.ErrorAsync(H["Not all was taken back. {0}", words.Fault(fault)]);
        }
        else if (taken.Amount.IsZero)
        {
            await notifier.InformationAsync(H["There is nothing to take back."]);
        }

        return RedirectToRoute("SettlementStatement", new { id });
    }

    private async Task<SettlementStatementViewModel> StatementAsync(SettlementStatement statement) =>
        await pages.ReadAsync(statement, await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers));
}
