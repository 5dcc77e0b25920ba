using System.Net.Mail;
using System.Text.RegularExpressions;
using Market.Ledger;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using Market.Payments.Stripe.Settlements;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Navigation;

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
    IMoneyForms forms,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<ProducersController> H,
    IStringLocalizer<ProducersController> S) : Controller
{
    private const int PageSize = 20;

    private const int Whole = 10_000;

    [Admin("payments/producers", "Producers")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var currency = (await market.GetAsync()).Currency;
        var linked = await terms.GetAsync();
        var statements = (await settlements.ListAllAsync((await keys.GetAsync()).IsLive is true)).ToLookup(statement => statement.ProducerId, StringComparer.Ordinal);

        // Distributions and statements are both leafed through by their age.
        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var unfinished = pager.Page == 1 ? await settlements.ListUnfinishedAsync() : [];
        var newest = await settlements.ListNewestAsync(pager.GetStartIndex(), PageSize);
        var count = Math.Max(await sales.CountClosedAsync(), await settlements.CountAsync());
        return View(new ProducersViewModel
        {
            Producers =
            [
                .. (await sales.ListSellersAsync()).Select(seller =>
                    new ProducerRow(seller, linked.GetValueOrDefault(seller.Id), new ProducerAccount([.. statements[seller.Id]], currency).Left)),
            ],
            Closed = await sales.ListClosedAsync(pager.GetStartIndex(), PageSize),
            Settled = statements.SelectMany(one => one)
                .GroupBy(statement => statement.DistributionId, StringComparer.Ordinal)
                .ToDictionary(distribution => distribution.Key, distribution => !distribution.Any(statement => statement.IsUnfinished()), StringComparer.Ordinal),
            Statements = [.. unfinished.Concat(newest).DistinctBy(statement => statement.StatementId)],
            Pager = await shapes.PagerAsync(pager, count),
            MayManage = await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings),
        });
    }

    [Admin("payments/producers/{id}/link", "ProducerTerms")]
    public async Task<IActionResult> Terms(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings))
        {
            return Forbid();
        }

        var model = new ProducerTermsViewModel();
        if (!await FillAsync(model, id))
        {
            return NotFound();
        }

        var known = (await terms.GetAsync()).GetValueOrDefault(id);
        (model.StripeAccountId, model.Commission, model.MailAddress) = (known?.StripeAccountId, Percentage.Text(known?.CommissionBasisPoints ?? 0), known?.MailAddress);
        return View(model);
    }

    [HttpPost]
    [Admin("payments/producers/{id}/link", "ProducerTermsPost")]
    [ActionName(nameof(Terms))]
    public async Task<IActionResult> TermsPost(string id, ProducerTermsViewModel model)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings))
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

        var mailAddress = string.IsNullOrWhiteSpace(model.MailAddress) ? null : model.MailAddress.Trim();
        if (mailAddress is not null && !MailAddress.TryCreate(mailAddress, out _))
        {
            ModelState.AddModelError(nameof(model.MailAddress), S["This is no mail address."]);
        }

        var account = model.StripeAccountId?.Trim() ?? string.Empty;
        if (account.Length > 0 && !AccountId().IsMatch(account))
        {
            ModelState.AddModelError(nameof(model.StripeAccountId), S["The id of a connected account begins with acct_."]);
        }
        else if (account.Length > 0 && ModelState.IsValid)
        {
            (model.AccountName, var problem) = await check.LookAsync(account);
            if (problem is not null)
            {
                ModelState.AddModelError(nameof(model.StripeAccountId), problem);
            }
        }

        if (!ModelState.IsValid)
        {
            return View(model);
        }

        // Money that goes to a wrong account is hard to have back: whoever links another one is shown first whose it is.
        var known = await terms.GetAsync();
        if (account.Length > 0 && account != model.Confirmed && account != known.GetValueOrDefault(id)?.StripeAccountId)
        {
            ModelState.Remove(nameof(model.Confirmed));
            model.Confirmed = account;
            var others = known.Where(other => other.Key != id && other.Value.StripeAccountId == account).Select(other => other.Key).ToHashSet(StringComparer.Ordinal);
            model.SharedWith = [.. (await sales.ListSellersAsync()).Where(seller => others.Contains(seller.Id)).Select(seller => seller.Name)];
            return View(model);
        }

        await terms.SetAsync(
            model.Seller,
            account.Length == 0 ? null : new ProducerTerms { StripeAccountId = account, CommissionBasisPoints = commission!.Value, MailAddress = mailAddress },
            forms.UserId);
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
        return true;
    }

    [GeneratedRegex("^acct_[A-Za-z0-9]{8,64}$")]
    private static partial Regex AccountId();
}
