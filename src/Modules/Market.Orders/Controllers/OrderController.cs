using System.Security.Claims;
using System.Text;
using Market.Orders.ClosingReminders;
using Market.Orders.Confirmations;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Sheets;
using Market.Orders.Shop;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>A member's orders once they are placed: each sees and cancels those of their own account, and no other.</summary>
[Authorize]
[Route("order")]
public sealed class OrderController(
    OrderService orders,
    OrderStore store,
    MemberPages pages,
    PastOrders past,
    BasketCookie baskets,
    ReminderWishes wishes,
    OrderCalendar calendar,
    Distributions distributions,
    IClientAccounts accounts,
    INotifier notifier,
    IHtmlLocalizer<OrderController> H) : Controller
{
    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;

    [HttpGet("{orderId}/cancel")]
    public async Task<IActionResult> ConfirmCancel(string orderId) =>
        await FindMineAsync(orderId) is { Status: OrderStatus.Placed } order ? View(order) : NotFound();

    [HttpPost("cancel")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Cancel(OrderForm form)
    {
        if (await FindMineAsync(form.OrderId ?? string.Empty) is not { } order)
        {
            return NotFound();
        }

        var result = await orders.CancelAsync(new CancelOrder
        {
            OrderId = order.OrderId,
            AccountId = order.AccountId,
            Revision = form.Revision,
            UserId = UserId,
        });
        if (result is OrderResult.Refused refused)
        {
            await notifier.ErrorAsync(H["{0}", refused.Sentence]);
            return RedirectToAction(nameof(Details), new { orderId = order.OrderId });
        }

        await notifier.SuccessAsync(H["Your order is cancelled. Nothing is due for it any more."]);
        return RedirectToAction(nameof(BasketController.Index), "Basket", new { distributionId = order.DistributionId });
    }

    /// <summary>What the member ordered so far.</summary>
    [HttpGet("mine")]
    public async Task<IActionResult> Mine() =>
        await accounts.FindByUserAsync(UserId) is { } account ? View(await past.ListAsync(account, UserId)) : NotFound();

    /// <summary>Fills the basket with what an order held; nothing is ordered by it.</summary>
    [HttpPost("again")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Again(OrderForm form)
    {
        if (await FindMineAsync(form.OrderId ?? string.Empty) is not { } order)
        {
            return NotFound();
        }

        if (await distributions.ListOpenAsync() is not [var next, ..])
        {
            await notifier.ErrorAsync(H["No distribution can be ordered for at the moment."]);
            return RedirectToAction(nameof(Mine));
        }

        var again = await past.AgainAsync(order, next, UserId);
        baskets.Keep(next, again.Basket);
        await notifier.InformationAsync(H["The basket holds what you ordered for {0}. Nothing is ordered yet.", order.Date.ToString("D")]);
        if (again.Gone.Count > 0)
        {
            await notifier.WarningAsync(H["Not sold now: {0}.", string.Join(", ", again.Gone)]);
        }

        if (again.Less.Count > 0)
        {
            await notifier.WarningAsync(H["Less than last time: {0}.", string.Join(", ", again.Less)]);
        }

        return RedirectToAction(nameof(BasketController.Index), "Basket", new { distributionId = next.Id });
    }

    /// <summary>Keeps whether the member gets a mail before orders close.</summary>
    [HttpPost("remind")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Remind(bool wants)
    {
        if (await accounts.FindByUserAsync(UserId) is null)
        {
            return NotFound();
        }

        await wishes.ChooseAsync(UserId, wants);
        await notifier.SuccessAsync(wants
            ? H["You will get a mail before orders close, if you have not ordered."]
            : H["You will not get a mail before orders close."]);
        return RedirectToAction(nameof(Mine));
    }

    /// <summary>The day on which an order is collected, for the member's calendar.</summary>
    [HttpGet("{orderId}/calendar.ics")]
    public async Task<IActionResult> Calendar(string orderId) =>
        await FindMineAsync(orderId) is { } order && await distributions.FindAsync(order.DistributionId) is { } distribution
            ? File(Encoding.UTF8.GetBytes(await calendar.WriteAsync(order, distribution)), CalendarFile.MediaType, OrderCalendar.FileName)
            : NotFound();

    [HttpGet("{orderId}")]
    public async Task<IActionResult> Details(string orderId)
    {
        if (await accounts.FindByUserAsync(UserId) is not { } account || await FindMineAsync(orderId) is not { } order)
        {
            return NotFound();
        }

        return View(await pages.OneAsync(order, account));
    }

    private async Task<Order?> FindMineAsync(string orderId) =>
        await accounts.FindByUserAsync(UserId) is { } account
        && await store.FindAsync(orderId) is { } order
        && order.AccountId == account.Id
            ? order
            : null;
}
