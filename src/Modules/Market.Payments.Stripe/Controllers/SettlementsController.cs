using Market.Ledger;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using Market.Payments.Stripe.Settlements;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Users.Services;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Settles distributions with producers, and shows the statements.</summary>
[Feature(StripeFeatures.Producers)]
public sealed class SettlementsController(
    IAuthorizationService authorization,
    IDistributionSales sales,
    SettlementReckoning reckoning,
    SettlementDesk desk,
    SettlementStore settlements,
    TransferClerk transfers,
    TransferReversals reversals,
    ProducerTermsStore terms,
    IMarketTerms market,
    IClientAccounts accounts,
    IUserService users,
    StatementMail mail,
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
            ToChange = [.. toChange.Values.OrderBy(account => account.Name, StringComparer.CurrentCulture)],
            MaySettle = await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers),
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
                await SayAsync(finished);
                await notifier.WarningAsync(H["What is to be transferred has changed since you looked, and nothing was settled: look again."]);
                break;
            case SettleResult.Done { Statements: [] }:
                await notifier.InformationAsync(H["Nothing has changed since this distribution was settled."]);
                break;
            case SettleResult.Done { Statements: var made }:
                await SayAsync(made);
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

        return await settlements.FindAsync(id) is { } statement ? View(await ReadAsync(statement)) : NotFound();
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

        var model = await ReadAsync(statement);
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

        await SayAsync([statement]);
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

    private async Task<SettlementStatementViewModel> ReadAsync(SettlementStatement statement)
    {
        var orders = await settlements.ListOrdersAsync(statement.StatementId);
        var distributions = new Dictionary<string, DistributionSales>(StringComparer.Ordinal);
        foreach (var distributionId in statement.Settlement.Distributions.Select(distribution => distribution.DistributionId).Append(statement.DistributionId))
        {
            if (await sales.FindAsync(distributionId) is { } found)
            {
                distributions[distributionId] = found;
            }
        }

        return new SettlementStatementViewModel
        {
            Statement = statement,
            Orders = orders,
            Distributions = distributions,
            Clients = await accounts.FindManyAsync([.. orders.Select(order => order.AccountId).Distinct(StringComparer.Ordinal)]),
            Account = new ProducerAccount(await settlements.ListAsync(statement.ProducerId, statement.IsLive), (await market.GetAsync()).Currency),
            MadeBy = (await users.GetUserByUniqueIdAsync(statement.MadeBy))?.UserName,
            MailAddress = (await terms.GetAsync()).GetValueOrDefault(statement.ProducerId)?.MailAddress,
            MaySettle = await authorization.AuthorizeAsync(User, StripePermissions.SettleProducers),
            IsOfMode = await transfers.FaultOfModeAsync(statement.IsLive) is null,
        };
    }

    private async Task SayAsync(IReadOnlyList<SettlementStatement> statements)
    {
        foreach (var statement in statements)
        {
            var amount = statement.Settlement.Transfer.ForPeople();
            switch (statement.State)
            {
                case SettlementState.Transferred:
                    await notifier.SuccessAsync(H["{0}: {1} are transferred.", statement.ProducerName, amount]);
                    break;
                case SettlementState.Carried when statement.Settlement.Closing.IsZero:
                    await notifier.InformationAsync(H["{0}: there is nothing to transfer yet.", statement.ProducerName]);
                    break;
                case SettlementState.Carried:
                    await notifier.InformationAsync(H["{0}: nothing is transferred; {1} are left for the next settlement.", statement.ProducerName, statement.Settlement.Closing.ForPeople()]);
                    break;
                case SettlementState.Refused:
                    await notifier.ErrorAsync(H["{0}: the transfer of {1} was refused, and is tried again. {2}", statement.ProducerName, amount, words.Fault(statement.Fault!)]);
                    break;
                case SettlementState.Asked when statement.Fault is { Kind: StripeFaultKind.OtherMode or StripeFaultKind.NoKey }:
                    await notifier.ErrorAsync(H["{0}: the transfer of {1} was not asked for. {2}", statement.ProducerName, amount, words.Fault(statement.Fault)]);
                    break;
                default:
                    await notifier.WarningAsync(H["{0}: Stripe gave no answer about the transfer of {1}. The site finds out by itself; it is never made twice.", statement.ProducerName, amount]);
                    break;
            }
        }
    }
}
