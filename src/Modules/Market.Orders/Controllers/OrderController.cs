using System.Globalization;
using System.Security.Claims;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Sheets;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Members order here. Each sees and changes the orders of their own account, and no other.</summary>
[Authorize]
[Route("order")]
public sealed class OrderController(
    OrderService orders,
    OrderStore store,
    MemberPages pages,
    Distributions distributions,
    IClientAccounts accounts,
    INotifier notifier,
    IMarketCalendar calendar,
    IStringLocalizer<OrderController> S,
    IHtmlLocalizer<OrderController> H) : Controller
{
    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? distributionId)
    {
        if (await accounts.FindByUserAsync(UserId) is not { } account)
        {
            return NoAccount();
        }

        if (!account.IsOpen)
        {
            return Closed();
        }

        var distribution = distributionId is null
            ? await distributions.FindOpenOrNextAsync()
            : await distributions.FindPublishedAsync(distributionId);
        return await PageAsync(account, distribution);
    }

    [HttpPost("place")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Place(OrderForm form)
    {
        if (await accounts.FindByUserAsync(UserId) is not { } account)
        {
            return NoAccount();
        }

        var result = await orders.PlaceAsync(new PlaceOrder
        {
            AccountId = account.Id,
            DistributionId = form.DistributionId ?? string.Empty,
            Quantities = QuantityReader.Read(form.Quantities),
            FormKey = form.FormKey ?? string.Empty,
            UserId = UserId,
        });
        return await AnswerAsync(account, form, result);
    }

    [HttpPost("change")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Change(OrderForm form)
    {
        if (await accounts.FindByUserAsync(UserId) is not { } account)
        {
            return NoAccount();
        }

        var result = await orders.ChangeAsync(new ChangeOrder
        {
            OrderId = form.OrderId ?? string.Empty,
            AccountId = account.Id,
            Revision = form.Revision,
            Quantities = QuantityReader.Read(form.Quantities),
            UserId = UserId,
        });
        return await AnswerAsync(account, form, result);
    }

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
        return RedirectToAction(nameof(Index), new { distributionId = order.DistributionId });
    }

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

    private async Task<IActionResult> AnswerAsync(ClientAccount account, OrderForm form, OrderResult result)
    {
        if (result is not OrderResult.Done done)
        {
            var distribution = await distributions.FindPublishedAsync(form.DistributionId);
            return await PageAsync(account, distribution, form, ((OrderResult.Refused)result).Sentence);
        }

        var total = done.Order.Total().ToString(CultureInfo.CurrentCulture);
        await notifier.SuccessAsync(done.DebitMissing
            ? H["Your order is noted: {0}. The coordinators will put it on your account.", total]
            : H["Your order is noted: {0}. It is on your account.", total]);
        return RedirectToAction(nameof(Details), new { orderId = done.Order.OrderId });
    }

    private async Task<IActionResult> PageAsync(ClientAccount account, Distribution? distribution, OrderForm? form = null, string? error = null)
    {
        if (distribution is null)
        {
            return Notice(S["No distribution"], S["No distribution is planned at the moment. Come back soon."]);
        }

        var order = await store.FindPlacedAsync(account.Id, distribution.Id);
        switch (await distributions.WindowAsync(distribution))
        {
            case OrderWindow.NotOpenYet:
                var opens = await calendar.ToLocalAsync(distribution.OpensUtc);
                return Notice(S["Not open yet"], S["Orders for the distribution of {0:D} open on {1:f}.", distribution.Date, opens]);
            case OrderWindow.Closed when order is not null:
                return RedirectToAction(nameof(Details), new { orderId = order.OrderId });
            case OrderWindow.Closed:
                return Notice(S["Orders are closed"], S["Orders for the distribution of {0:D} are closed.", distribution.Date]);
        }

        return View(nameof(Index), await pages.SheetAsync(distribution, order, form, error));
    }

    private ViewResult NoAccount() => Notice(
        S["No client account yet"],
        S["You are logged in, but no client account of the market belongs to you yet. Ask the coordinators to open one; then you can order."]);

    private ViewResult Closed() => Notice(
        S["Your client account is closed"],
        S["A closed account takes no orders. Ask the coordinators if you would like to order again."]);

    private ViewResult Notice(string title, string sentence) => View("Notice", new NoticeViewModel(title, sentence));
}
