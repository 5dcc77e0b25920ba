using System.Security.Claims;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Corrects what lines of an order cost, once the goods are weighed or priced anew.</summary>
public sealed class CorrectionController(
    OrderService orders,
    OrderStore store,
    IClientAccounts accounts,
    IRefusalSentences sentences,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<CorrectionController> H) : Controller
{
    private const string Address = "orders/{orderId:length(26)}/correct";

    [HttpGet]
    [Admin(Address, "MarketOrderCorrect")]
    public async Task<IActionResult> Index(string orderId)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await store.FindAsync(orderId) is not { Status: OrderStatus.Placed } order)
        {
            return NotFound();
        }

        var model = await FillAsync(new OrderCorrectionViewModel { Revision = order.Revision }, order);
        model.Costs = order.Lines.ToDictionary(line => line.ProductId, line => (string?)new Money(line.Cost(), model.Currency).ForInput(), StringComparer.Ordinal);
        return View(model);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [ActionName(nameof(Index))]
    [Admin(Address, "MarketOrderCorrectPost")]
    public async Task<IActionResult> IndexPost(string orderId, OrderCorrectionViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await store.FindAsync(orderId) is not { } order)
        {
            return NotFound();
        }

        await FillAsync(model, order);
        var costs = Read(model);
        if (ModelState.IsValid)
        {
            var result = await orders.CorrectAsync(new CorrectOrder
            {
                OrderId = order.OrderId,
                AccountId = order.AccountId,
                Revision = model.Revision,
                Costs = costs,
                Reason = model.Reason ?? string.Empty,
                UserId = User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty,
            });
            switch (result)
            {
                case OrderResult.Done { DebitMissing: true } done:
                    await notifier.WarningAsync(H["The order is saved, and {0} is due for it; but no workflow put it on the account.", done.Order.Due().ForPeople()]);
                    return RedirectToRoute("MarketOrder", new { orderId });
                case OrderResult.Done done:
                    await notifier.SuccessAsync(H["The order is corrected; the account owes {0} for it.", done.Order.Due().ForPeople()]);
                    return RedirectToRoute("MarketOrder", new { orderId });
                case OrderResult.Refused refused:
                    ModelState.AddModelError(string.Empty, refused.Sentence);
                    break;
            }
        }

        return View(nameof(Index), model);
    }

    // A blank leaves the line as it is.
    private Dictionary<string, Money> Read(OrderCorrectionViewModel model)
    {
        var costs = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var (productId, text) in model.Costs.Where(cost => !string.IsNullOrWhiteSpace(cost.Value)))
        {
            var reading = AmountReader.Read(text, model.Currency);
            if (reading.Amount is { } amount)
            {
                costs[productId] = amount;
            }
            else
            {
                ModelState.AddModelError($"{nameof(model.Costs)}[{productId}]", sentences.For(reading.Fault!.Value, model.Currency));
            }
        }

        return costs;
    }

    private async Task<OrderCorrectionViewModel> FillAsync(OrderCorrectionViewModel model, Order order)
    {
        model.Order = order;
        model.Account = await accounts.FindAsync(order.AccountId);
        model.Currency = Currency.FromCode(order.Currency);
        return model;
    }
}
