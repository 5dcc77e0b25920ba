using System.Text.RegularExpressions;
using Market.Ledger;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Services;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Clients → Producers: who is paid by Stripe, and what was settled.</summary>
[Feature(StripeFeatures.Producers)]
public sealed partial class ProducersController(
    IAuthorizationService authorization,
    IDistributionSales sales,
    ProducerTermsStore terms,
    ProducerAccountCheck check,
    SettlementStore settlements,
    StripeKeyReader keys,
    IMarketTerms market,
    INotifier notifier,
    IHtmlLocalizer<ProducersController> H,
    IStringLocalizer<ProducersController> S) : Controller
{
    private const int Newest = 20;

    private const int Whole = 10_000;

    [Admin("payments/producers", "Producers")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        var currency = (await market.GetAsync()).Currency;
        var linked = await terms.GetAsync();
        var statements = (await settlements.ListAllAsync((await keys.GetAsync()).IsLive is true)).ToLookup(statement => statement.ProducerId, StringComparer.Ordinal);
        var closed = await sales.ListClosedAsync(Newest);
        return View(new ProducersViewModel
        {
            Producers =
            [
                .. (await sales.ListSellersAsync()).Select(seller =>
                    new ProducerRow(seller, linked.GetValueOrDefault(seller.Id), new ProducerAccount([.. statements[seller.Id]], currency).Left)),
            ],
            Closed = closed,
            Settled = statements.SelectMany(one => one).Select(statement => statement.DistributionId).ToHashSet(StringComparer.Ordinal),
            Statements = await settlements.ListNewestAsync(Newest),
            MayManage = await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings),
        });
    }

    [Admin("payments/producers/{id}/link", "ProducerTerms")]
    public async Task<IActionResult> Terms(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings))
        {
            return Forbid();
        }

        var model = new ProducerTermsViewModel();
        if (!await FillAsync(model, id))
        {
            return NotFound();
        }

        var known = (await terms.GetAsync()).GetValueOrDefault(id);
        (model.StripeAccountId, model.Commission) = (known?.StripeAccountId, Percentage.Text(known?.CommissionBasisPoints ?? 0));
        return View(model);
    }

    [HttpPost]
    [Admin("payments/producers/{id}/link", "ProducerTermsPost")]
    [ActionName(nameof(Terms))]
    public async Task<IActionResult> TermsPost(string id, ProducerTermsViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManagePaymentSettings))
        {
            return Forbid();
        }

        if (!await FillAsync(model, id))
        {
            return NotFound();
        }

        var commission = Percentage.Read(model.Commission, Whole);
        if (commission is null)
        {
            ModelState.AddModelError(nameof(model.Commission), S["A percentage from 0 to 100, with two decimals at most."]);
        }

        var account = model.StripeAccountId?.Trim() ?? string.Empty;
        if (account.Length > 0 && !AccountId().IsMatch(account))
        {
            ModelState.AddModelError(nameof(model.StripeAccountId), S["The id of a connected account begins with acct_."]);
        }
        else if (account.Length > 0 && ModelState.IsValid && await check.FindProblemAsync(account) is { } problem)
        {
            ModelState.AddModelError(nameof(model.StripeAccountId), problem);
        }

        if (!ModelState.IsValid)
        {
            return View(model);
        }

        await terms.SetAsync(id, account.Length == 0 ? null : new ProducerTerms { StripeAccountId = account, CommissionBasisPoints = commission!.Value });
        await notifier.SuccessAsync(account.Length == 0 ? H["{0} is not paid by Stripe any more.", model.Seller.Name] : H["{0} is paid by Stripe.", model.Seller.Name]);
        return RedirectToRoute("Producers");
    }

    private async Task<bool> FillAsync(ProducerTermsViewModel model, string id)
    {
        if ((await sales.ListSellersAsync()).FirstOrDefault(seller => seller.Id == id) is not { } seller)
        {
            return false;
        }

        model.Seller = seller;
        model.IsLinked = (await terms.GetAsync()).ContainsKey(id);
        return true;
    }

    [GeneratedRegex("^acct_[A-Za-z0-9]{8,64}$")]
    private static partial Regex AccountId();
}
