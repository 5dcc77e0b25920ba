using System.Text;
using Market.Desk.Trends;
using Market.Desk.ViewModels;
using Market.Ledger;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;

namespace Market.Desk.Controllers;

/// <summary>Desk → Trends: charts of what the books come to by month, each with its table.</summary>
public sealed class TrendsController(IAuthorizationService authorization, TrendBook book, IMarketTerms terms, IStringLocalizer<TrendsController> S) : Controller
{
    [HttpGet]
    [Admin("trends", "MarketTrends")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        return View(new TrendsViewModel { Charts = await book.ReadAsync(), Currency = (await terms.GetAsync()).Currency });
    }

    /// <summary>The figures of a chart as CSV.</summary>
    [HttpGet]
    [Admin("trends/{id}", "MarketTrendFile")]
    public async Task<IActionResult> Csv(string id)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if ((await book.ReadAsync()).FirstOrDefault(chart => chart.Id == id) is not { } chart)
        {
            return NotFound();
        }

        var csv = chart.ToCsv(S["When"], (await terms.GetAsync()).Currency);
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv)).ToArray(), "text/csv; charset=utf-8", $"{chart.Id}.csv");
    }
}
