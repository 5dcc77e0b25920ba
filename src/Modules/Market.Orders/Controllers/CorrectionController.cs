using System.Globalization;
using System.Security.Claims;
using Market.Ledger.Amounts;
using Market.Ledger.Weights;
using Market.Orders.Corrections;
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

/// <summary>Corrects lines of an order, once the goods came, are weighed or priced anew.</summary>
public sealed class CorrectionController(
    OrderService orders,
    OrderStore store,
    IClientAccounts accounts,
    IRefusalSentences sentences,
    ScaleSentences scale,
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
        model.Came = order.Lines.Where(line => line.SoldBy is not SoldBy.Weight).ToDictionary(line => line.ProductId, line => (string?)Typed(line.Came ?? line.Quantity), StringComparer.Ordinal);
        model.Weights = order.Lines.Where(line => line.IsByWeight).ToDictionary(line => line.ProductId, line => line.WeightGrams is { } grams ? Typed(grams) : null, StringComparer.Ordinal);
        model.Costs = order.Lines.ToDictionary(line => line.ProductId, line => (string?)new Money(line.Cost(), model.Currency).ForInput(), StringComparer.Ordinal);
        model.Shown = new Dictionary<string, string?>(model.Costs, StringComparer.Ordinal);
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
        var lines = Read(model);
        if (ModelState.IsValid)
        {
            var result = await orders.CorrectAsync(new CorrectOrder
            {
                OrderId = order.OrderId,
                AccountId = order.AccountId,
                Revision = model.Revision,
                Lines = lines,
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
    private Dictionary<string, LineCorrection> Read(OrderCorrectionViewModel model)
    {
        string[] products = [.. model.Came.Keys.Concat(model.Weights.Keys).Concat(model.Costs.Keys).Distinct(StringComparer.Ordinal)];
        return products.ToDictionary(
            product => product,
            product => new LineCorrection
            {
                Came = ReadCame(model.Came.GetValueOrDefault(product)),
                Grams = ReadGrams(model.Weights.GetValueOrDefault(product), $"{nameof(model.Weights)}[{product}]"),
                Cost = model.Costs.GetValueOrDefault(product) is var cost && cost == model.Shown.GetValueOrDefault(product) ? null : ReadCost(cost, model.Currency, $"{nameof(model.Costs)}[{product}]"),
            },
            StringComparer.Ordinal);
    }

    // What is no whole number reads as −1, which no line takes.
    private static int? ReadCame(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var came) ? came
        : -1;

    private int? ReadGrams(string? text, string field)
    {
        var reading = ScaleReader.Read(text);
        if (reading.Fault is { } fault and not ScaleFault.Missing)
        {
            ModelState.AddModelError(field, scale.For(fault));
        }

        return reading.Grams;
    }

    private Money? ReadCost(string? text, Currency currency, string field)
    {
        var reading = string.IsNullOrWhiteSpace(text) ? default : AmountReader.Read(text, currency);
        if (reading.Fault is { } fault)
        {
            ModelState.AddModelError(field, sentences.For(fault, currency));
        }

        return reading.Amount;
    }

    private static string Typed(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<OrderCorrectionViewModel> FillAsync(OrderCorrectionViewModel model, Order order)
    {
        model.Order = order;
        model.Account = await accounts.FindAsync(order.AccountId);
        model.Currency = Currency.FromCode(order.Currency);
        return model;
    }
}
