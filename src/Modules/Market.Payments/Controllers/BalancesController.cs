using Market.Ledger;
using Market.Payments.AccountBalances;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Controllers;

public sealed class BalancesController(
    IAuthorizationService authorization,
    BalanceSums sums,
    BalanceList balances,
    DebtAges debtAges,
    IMarketTerms terms,
    IShapeFactory shapes,
    IMarketCalendar calendar,
    IClock clock) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/balances", "PaymentsBalances")]
    public async Task<IActionResult> Index(string? search, BalanceFilter filter, BalanceSort sort, PagerParameters pagerParameters)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var query = new BalanceQuery(search, filter, sort, pager.GetStartIndex(), PageSize);
        var totals = await sums.ReadAsync();
        var count = await balances.CountAsync(query, totals);
        var rows = await balances.ListAsync(query, totals, count);
        var market = await terms.GetAsync();
        var route = new RouteValueDictionary { ["search"] = search, ["filter"] = filter, ["sort"] = sort };
        return View(new BalancesViewModel
        {
            Query = query,
            Totals = totals,
            Rows = rows,
            Ages = await debtAges.ReadAsync([.. rows.Select(row => row.AccountId)]),
            Ageing = await debtAges.TotalAsync(totals.Operations),
            Count = count,
            AsOf = await calendar.ToLocalAsync(clock.UtcNow),
            MayRecord = await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments),
            PaymentsActive = market.PaymentsActive,
            Pager = await shapes.PagerAsync(pager, count, route),
        });
    }
}
