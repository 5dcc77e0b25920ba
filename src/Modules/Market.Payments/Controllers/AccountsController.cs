using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Payments.Farewells;
using Market.Payments.Households;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace Market.Payments.Controllers;

/// <summary>The account page: statement, orders, and the way to everything that posts.</summary>
public sealed class AccountsController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IStatements statements,
    IAnnouncedPayments pending,
    IMoneyForms forms,
    IMarketTerms terms,
    IPaymentLinks links,
    LeavingStore leavings,
    HouseholdPages household,
    ISiteService siteService,
    IDisplayManager<ClientAccount> display,
    IUpdateModelAccessor updater,
    IShapeFactory shapes) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/accounts/{id}", "PaymentsAccount")]
    public async Task<IActionResult> Index(string id, PagerParameters pagerParameters)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var statement = await statements.ReadAsync(account.Id, pager.GetStartIndex(), PageSize);
        var mayRecord = await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments);
        var today = await forms.TodayAsync();
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        var announced = await pending.ListAsync(account.Id);
        var allocation = await accounts.GetAllocationAsync(account.Id);
        return View(new AccountViewModel
        {
            Account = account,
            Statement = statement,
            Allocation = allocation,
            Ageing = DebtAgeing.Of(allocation, today),
            Pending = [.. announced.Take(PageSize)],
            PendingCount = announced.Count,
            Today = today,
            StaleDays = settings.AnnouncedStaleDays,
            PaymentLink = mayRecord && statement.Balances.Confirmed.IsNegative ? await links.CreateAsync(account.Id) : null,
            PaymentLinkDays = settings.PaymentLinkDays,
            Pager = await shapes.PagerAsync(pager, statement.Count, new RouteValueDictionary { ["id"] = id }),
            Leaving = account.IsOpen ? null : await leavings.FindAsync(account.Id),
            Household = await household.ReadAsync(account, forms.UserId),
            MayManage = await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients),
            MayRecord = mayRecord,
            MayCorrect = await authorization.AuthorizeAsync(User, PaymentsPermissions.CorrectOperations),
            PaymentsActive = (await terms.GetAsync()).PaymentsActive,
            Additions = await display.BuildDisplayAsync(account, updater.ModelUpdater, OrchardCoreConstants.DisplayType.DetailAdmin),
        });
    }
}
