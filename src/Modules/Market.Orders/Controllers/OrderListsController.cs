using Market.Ledger;
using Market.Orders.Indexes;
using Market.Orders.Lists;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Lists what a distribution's orders hold, to print and as files for a spreadsheet.</summary>
public sealed class OrderListsController(
    OrderLists lists,
    ListFile file,
    ProducerMail mail,
    ProducerNotices notices,
    Catalogue catalogue,
    Distributions distributions,
    IMarketTerms terms,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<OrderListsController> H) : Controller
{
    private const string Address = "distributions/{distributionId:length(26)}/lists";

    [HttpGet]
    [Admin(Address, "MarketOrderLists")]
    public async Task<IActionResult> Index(string distributionId, ListKind by, bool details)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ViewOrders))
        {
            return Forbid();
        }

        if (!Enum.IsDefined(by) || await distributions.FindAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        return View(new OrderListsViewModel
        {
            Distribution = distribution,
            Kind = by,
            IsDetailed = details,
            Lines = await lists.ListAsync(distribution.Id),
            Currency = (await terms.GetAsync()).Currency,
            MaySend = mail.IsOn && await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders),
            Addresses = (await catalogue.ListSellersAsync()).ToDictionary(producer => producer.Id, producer => producer.MailAddress, StringComparer.Ordinal),
            Notices = await notices.ListAsync(distribution.Id),
        });
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin(Address + "/send", "MarketOrderListsSend")]
    public async Task<IActionResult> Send(string distributionId, string? producerId)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindAsync(distributionId) is not { } distribution
            || (await catalogue.ListSellersAsync()).FirstOrDefault(seller => seller.Id == producerId) is not { } producer)
        {
            return NotFound();
        }

        if (await mail.SendAsync(distribution, producer) is { } fault)
        {
            await notifier.ErrorAsync(H["The list was not sent. {0}", fault]);
        }
        else
        {
            await notifier.SuccessAsync(H["The list is sent to {0}.", producer.MailAddress]);
        }

        return RedirectToRoute("MarketOrderLists", new { distributionId });
    }

    [HttpGet]
    [Admin(Address + "/file", "MarketOrderListsFile")]
    public async Task<IActionResult> Download(string distributionId, ListKind by)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ViewOrders))
        {
            return Forbid();
        }

        if (!Enum.IsDefined(by) || await distributions.FindAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        var name = $"orders-{DistributionIndex.Day(distribution.Date)}-{by.ToString().ToLowerInvariant()}.csv";
        return File(file.Write(await lists.ListAsync(distribution.Id), by, (await terms.GetAsync()).Currency), "text/csv", name);
    }
}
