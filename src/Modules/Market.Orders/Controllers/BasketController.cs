using System.Globalization;
using System.Security.Claims;
using Market.Orders.ClosingReminders;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Shop;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Everybody may fill a basket; members look at theirs and order it, for their own account.</summary>
[Route("order")]
public sealed class BasketController(
    OrderService orders,
    OrderStore store,
    BasketPages pages,
    BasketCookie baskets,
    ReminderWishes wishes,
    Distributions distributions,
    IClientAccounts accounts,
    INotifier notifier,
    IMarketCalendar calendar,
    IStringLocalizer<BasketController> S,
    IHtmlLocalizer<BasketController> H) : Controller
{
    private const string ToReview = "review";

    private string? UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

    [HttpGet("")]
    public async Task<IActionResult> Index(string? distributionId, string? by, string? q)
    {
        var account = await FindAccountAsync();
        return WhyNot(account) ?? await PageAsync(account, await FindAsync(distributionId), view: new ShelfView(by, q));
    }

    /// <summary>Keeps what is in the basket, also of who is not signed in, and leads back to the products or on to the last look.</summary>
    [HttpPost("basket")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Basket(OrderForm form, string? then, string? by, string? q)
    {
        var distribution = await distributions.FindPublishedAsync(form.DistributionId);
        if (distribution is null || await distributions.WindowAsync(distribution) is not OrderWindow.Open)
        {
            return RedirectToAction(nameof(Index), new { form.DistributionId });
        }

        var typed = QuantityReader.Read(form.Quantities);
        baskets.Keep(distribution, KeptBasket.Of(UserId, form.OrderId, form.Revision, typed));
        var account = await FindAccountAsync();
        if (then != ToReview || WhyNot(account) is not null)
        {
            return RedirectToAction(nameof(Index), new { form.DistributionId, by, q });
        }

        var order = await FindPlacedAsync(account, distribution);
        return await pages.FindFaultAsync(distribution, order, typed) is { } fault
            ? await PageAsync(account, distribution, form, fault)
            : RedirectToAction(nameof(Review), new { form.DistributionId });
    }

    /// <summary>The last look before a basket is ordered.</summary>
    [Authorize]
    [HttpGet("review")]
    public async Task<IActionResult> Review(string? distributionId)
    {
        var account = await FindAccountAsync();
        if (WhyNot(account) is { } notice)
        {
            return notice;
        }

        if (await FindAsync(distributionId) is not { } distribution || await distributions.WindowAsync(distribution) is not OrderWindow.Open || baskets.Read(distribution.Id, UserId) is not { } kept)
        {
            return RedirectToAction(nameof(Index), new { distributionId });
        }

        // Filled before who filled it was known to have an order: they see both first.
        var order = await FindPlacedAsync(account, distribution);
        if (kept.IsAddedTo(order))
        {
            return RedirectToAction(nameof(Index), new { distributionId });
        }

        var (review, fault) = await pages.ReviewAsync(distribution, account!, order, kept);
        return review is null ? await PageAsync(account, distribution, error: fault) : View(review);
    }

    [Authorize]
    [HttpPost("place")]
    [ValidateAntiForgeryToken]
    [EnableRateLimiting(MarketLimits.Orders)]
    public async Task<IActionResult> Place(OrderForm form)
    {
        if (await FindAccountAsync() is not { } account)
        {
            return NoAccount();
        }

        var result = await orders.PlaceAsync(new PlaceOrder
        {
            AccountId = account.Id,
            DistributionId = form.DistributionId ?? string.Empty,
            Quantities = QuantityReader.Read(form.Quantities),
            SeenMinorUnits = form.Seen,
            FormKey = form.FormKey ?? string.Empty,
            UserId = UserId!,
        });
        return await AnswerAsync(account, form, result);
    }

    [Authorize]
    [HttpPost("change")]
    [ValidateAntiForgeryToken]
    [EnableRateLimiting(MarketLimits.Orders)]
    public async Task<IActionResult> Change(OrderForm form)
    {
        if (await FindAccountAsync() is not { } account)
        {
            return NoAccount();
        }

        var result = await orders.ChangeAsync(new ChangeOrder
        {
            OrderId = form.OrderId ?? string.Empty,
            AccountId = account.Id,
            Revision = form.Revision,
            Quantities = QuantityReader.Read(form.Quantities),
            SeenMinorUnits = form.Seen,
            UserId = UserId!,
        });
        return await AnswerAsync(account, form, result);
    }

    private async Task<ClientAccount?> FindAccountAsync() => UserId is { } userId ? await accounts.FindByUserAsync(userId) : null;

    private Task<Distribution?> FindAsync(string? distributionId) =>
        distributionId is null ? distributions.FindOpenOrNextAsync() : distributions.FindPublishedAsync(distributionId);

    private async Task<Order?> FindPlacedAsync(ClientAccount? account, Distribution distribution) =>
        account is null ? null : await store.FindPlacedAsync(account.Id, distribution.Id);

    private async Task<IActionResult> AnswerAsync(ClientAccount account, OrderForm form, OrderResult result)
    {
        if (result is not OrderResult.Done done)
        {
            var distribution = await distributions.FindPublishedAsync(form.DistributionId);
            var refused = (OrderResult.Refused)result;
            KeepRest(distribution, form, refused.Shortages);
            return await PageAsync(account, distribution, form, refused.Sentence);
        }

        baskets.Forget(done.Order.DistributionId);
        var total = done.Order.Total().ToString(CultureInfo.CurrentCulture);
        await notifier.SuccessAsync(done.DebitMissing
            ? H["Your order is noted: {0}. The coordinators will put it on your account.", total]
            : H["Your order is noted: {0}. It is on your account.", total]);
        return RedirectToAction(nameof(OrderController.Details), "Order", new { orderId = done.Order.OrderId });
    }

    // Who came too late for some of it keeps the rest, and as much of it as there is.
    private void KeepRest(Distribution? distribution, OrderForm form, IReadOnlyList<Shortage> shortages)
    {
        foreach (var shortage in shortages)
        {
            form.Quantities[shortage.ProductId] = shortage.Most.ToString(CultureInfo.InvariantCulture);
        }

        if (distribution is not null && shortages.Count > 0)
        {
            baskets.Keep(distribution, KeptBasket.Of(UserId, form.OrderId, form.Revision, QuantityReader.Read(form.Quantities)));
        }
    }

    private async Task<IActionResult> PageAsync(ClientAccount? account, Distribution? distribution, OrderForm? form = null, string? error = null, ShelfView? view = null)
    {
        if (distribution is null)
        {
            return Notice(S["No distribution"], S["No distribution is planned at the moment. Come back soon."]);
        }

        var order = await FindPlacedAsync(account, distribution);
        switch (await distributions.WindowAsync(distribution))
        {
            case OrderWindow.NotOpenYet:
                var opens = await calendar.ToLocalAsync(distribution.OpensUtc);
                return Notice(S["Not open yet"], S["Orders for the distribution of {0:D} open on {1:f}.", distribution.Date, opens]);
            case OrderWindow.Closed when order is not null:
                return RedirectToAction(nameof(OrderController.Details), "Order", new { orderId = order.OrderId });
            case OrderWindow.Closed:
                return Notice(S["Orders are closed"], S["Orders for the distribution of {0:D} are closed.", distribution.Date]);
        }

        var page = await pages.SheetAsync(distribution, order, baskets.Read(distribution.Id, UserId), form, view ?? new ShelfView(null, null));
        page.Error = error;
        page.IsVisitor = UserId is null;
        page.IsReminded = UserId is { } userId ? await wishes.IsWantedAsync(userId) : null;
        return View(nameof(Index), page);
    }

    // Nothing is in the way of who is not signed in, until they order.
    private ViewResult? WhyNot(ClientAccount? account) => UserId is null ? null : account switch
    {
        null => NoAccount(),
        { IsOpen: false } => Notice(S["Your client account is closed"], S["A closed account takes no orders. Ask the coordinators if you would like to order again."]),
        _ => null,
    };

    private ViewResult NoAccount() => Notice(
        S["No client account yet"],
        S["You are logged in, but no client account of the market belongs to you yet. Ask the coordinators to open one; then you can order."]);

    private ViewResult Notice(string title, string sentence) => View("Notice", new NoticeViewModel(title, sentence));
}
