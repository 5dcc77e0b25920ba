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
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace Market.Orders.Controllers;

/// <summary>Members order here. Each sees and changes the orders of their own account, and no other.</summary>
[Authorize]
[Route("order")]
public sealed class OrderController : Controller
{
    private readonly OrderService _orders;
    private readonly OrderStore _store;
    private readonly OrderSheets _sheets;
    private readonly Distributions _distributions;
    private readonly IClientAccounts _accounts;
    private readonly IDisplayManager<OrderToPay> _display;
    private readonly IUpdateModelAccessor _updater;
    private readonly INotifier _notifier;
    private readonly IClock _clock;
    private readonly ILocalClock _localClock;
    internal readonly IStringLocalizer<OrderController> S;
    internal readonly IHtmlLocalizer<OrderController> H;

    /// <summary>Creates the controller.</summary>
    public OrderController(
        OrderService orders,
        OrderStore store,
        OrderSheets sheets,
        Distributions distributions,
        IClientAccounts accounts,
        IDisplayManager<OrderToPay> display,
        IUpdateModelAccessor updater,
        INotifier notifier,
        IClock clock,
        ILocalClock localClock,
        IStringLocalizer<OrderController> stringLocalizer,
        IHtmlLocalizer<OrderController> htmlLocalizer)
    {
        _orders = orders;
        _store = store;
        _sheets = sheets;
        _distributions = distributions;
        _accounts = accounts;
        _display = display;
        _updater = updater;
        _notifier = notifier;
        _clock = clock;
        _localClock = localClock;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;

    /// <summary>Shows the sheet of a distribution: the named one, or the nearest open one.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? distributionId)
    {
        if (await _accounts.FindByUserAsync(UserId) is not { } account)
        {
            return NoAccount();
        }

        if (!account.IsOpen)
        {
            return Closed();
        }

        var distribution = distributionId is null
            ? await _distributions.FindOpenOrNextAsync()
            : await _distributions.FindPublishedAsync(distributionId);
        return await PageAsync(account, distribution);
    }

    /// <summary>Places an order.</summary>
    [HttpPost("place")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Place(OrderForm form)
    {
        if (await _accounts.FindByUserAsync(UserId) is not { } account)
        {
            return NoAccount();
        }

        var result = await _orders.PlaceAsync(new PlaceOrder
        {
            AccountId = account.Id,
            DistributionId = form.DistributionId ?? string.Empty,
            Quantities = QuantityReader.Read(form.Quantities),
            FormKey = form.FormKey ?? string.Empty,
            UserId = UserId,
        });
        return await AnswerAsync(account, form, result);
    }

    /// <summary>Changes an order.</summary>
    [HttpPost("change")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Change(OrderForm form)
    {
        if (await _accounts.FindByUserAsync(UserId) is not { } account)
        {
            return NoAccount();
        }

        var result = await _orders.ChangeAsync(new ChangeOrder
        {
            OrderId = form.OrderId ?? string.Empty,
            AccountId = account.Id,
            Revision = form.Revision,
            Quantities = QuantityReader.Read(form.Quantities),
            UserId = UserId,
        });
        return await AnswerAsync(account, form, result);
    }

    /// <summary>Asks whether to cancel an order.</summary>
    [HttpGet("{orderId}/cancel")]
    public async Task<IActionResult> ConfirmCancel(string orderId) =>
        await FindMineAsync(orderId) is { Status: OrderStatus.Placed } order ? View(order) : NotFound();

    /// <summary>Cancels an order.</summary>
    [HttpPost("cancel")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Cancel(OrderForm form)
    {
        if (await FindMineAsync(form.OrderId ?? string.Empty) is not { } order)
        {
            return NotFound();
        }

        var result = await _orders.CancelAsync(new CancelOrder
        {
            OrderId = order.OrderId,
            AccountId = order.AccountId,
            Revision = form.Revision,
            UserId = UserId,
        });
        if (result is OrderResult.Refused refused)
        {
            await _notifier.ErrorAsync(H["{0}", refused.Sentence]);
            return RedirectToAction(nameof(Details), new { orderId = order.OrderId });
        }

        await _notifier.SuccessAsync(H["Your order is cancelled. Nothing is due for it any more."]);
        return RedirectToAction(nameof(Index), new { distributionId = order.DistributionId });
    }

    /// <summary>Shows one of the member's own orders.</summary>
    [HttpGet("{orderId}")]
    public async Task<IActionResult> Details(string orderId)
    {
        if (await _accounts.FindByUserAsync(UserId) is not { } account || await FindMineAsync(orderId) is not { } order)
        {
            return NotFound();
        }

        var distribution = await _distributions.FindAsync(order.DistributionId);
        var total = order.Total();
        return View(new OrderDetailsViewModel
        {
            Order = order,
            Distribution = distribution,
            IsOpen = order.Status is OrderStatus.Placed && distribution?.WindowAt(_clock.UtcNow) is OrderWindow.Open,
            Total = total,
            VatIncluded = OrderTotals.VatIncluded(order.Lines, total.Currency),
            ToPay = (await _accounts.GetAllocationAsync(account.Id)).Orders.FirstOrDefault(standing => standing.OrderId == orderId) is { Remaining.IsPositive: true } unpaid
                ? await _display.BuildDisplayAsync(new OrderToPay(account, unpaid), _updater.ModelUpdater)
                : null,
        });
    }

    private async Task<Order?> FindMineAsync(string orderId) =>
        await _accounts.FindByUserAsync(UserId) is { } account
        && await _store.FindAsync(orderId) is { } order
        && order.AccountId == account.Id
            ? order
            : null;

    private async Task<IActionResult> AnswerAsync(ClientAccount account, OrderForm form, OrderResult result)
    {
        if (result is not OrderResult.Done done)
        {
            var distribution = await _distributions.FindPublishedAsync(form.DistributionId);
            return await PageAsync(account, distribution, form, ((OrderResult.Refused)result).Sentence);
        }

        var total = done.Order.Total().ToString(CultureInfo.CurrentCulture);
        await _notifier.SuccessAsync(done.DebitMissing
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

        var order = await _store.FindPlacedAsync(account.Id, distribution.Id);
        switch (distribution.WindowAt(_clock.UtcNow))
        {
            case OrderWindow.NotOpenYet:
                var opens = await _localClock.ConvertToLocalAsync(distribution.OpensUtc);
                return Notice(S["Not open yet"], S["Orders for the distribution of {0:D} open on {1:f}.", distribution.Date, opens.DateTime]);
            case OrderWindow.Closed when order is not null:
                return RedirectToAction(nameof(Details), new { orderId = order.OrderId });
            case OrderWindow.Closed:
                return Notice(S["Orders are closed"], S["Orders for the distribution of {0:D} are closed.", distribution.Date]);
        }

        // What was typed is kept, unless it was about another state of the order than the one the page now shows.
        var typed = form is not null && form.OrderId == order?.OrderId && form.Revision == (order?.Revision ?? 0) ? form.Quantities : null;
        return View(nameof(Index), new OrderPageViewModel
        {
            Distribution = distribution,
            Others = [.. (await _distributions.ListOpenAsync()).Where(other => other.Id != distribution.Id)],
            Order = order,
            Sheet = await _sheets.LayOutAsync(order, typed),
            FormKey = Guid.NewGuid().ToString("N"),
            Error = error,
        });
    }

    private ViewResult NoAccount() => Notice(
        S["No client account yet"],
        S["You are logged in, but no client account of the market belongs to you yet. Ask the coordinators to open one; then you can order."]);

    private ViewResult Closed() => Notice(
        S["Your client account is closed"],
        S["A closed account takes no orders. Ask the coordinators if you would like to order again."]);

    private ViewResult Notice(string title, string sentence) => View("Notice", new NoticeViewModel(title, sentence));
}
