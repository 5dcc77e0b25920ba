using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Ordering;

/// <summary>The work of <see cref="OrderService"/> inside one unit of work on orders whose goods are sold. Nothing else calls it.</summary>
public sealed class CorrectionDesk(OrderStore store, OrderKeeper keeper, IRefusalSentences sentences, IStringLocalizer<CorrectionDesk> S)
{
    /// <inheritdoc cref="OrderService.CorrectAsync"/>
    public async Task<OrderResult> CorrectAsync(CorrectOrder request)
    {
        if (await store.FindAsync(request.OrderId, request.AccountId) is not { } order)
        {
            return OrderKeeper.Refused(S["There is no such order."]);
        }

        if (order.Status is OrderStatus.Cancelled)
        {
            return OrderKeeper.Refused(S["This order has been cancelled and cannot be changed."]);
        }

        if (PostingRules.JudgeReason(request.Reason) is { } refusal)
        {
            return OrderKeeper.Refused(sentences.For(refusal));
        }

        if (Fault(request, order) is { } fault)
        {
            return OrderKeeper.Refused(fault);
        }

        // A second tap asks for what the first one did. It comes before the revision, which the first one has raised.
        List<OrderLine> corrected = [.. order.Lines.Select(line => request.Costs.TryGetValue(line.ProductId, out var cost) ? line.At(cost.MinorUnits) : line)];
        if (corrected.SequenceEqual(order.Lines))
        {
            return await keeper.AsItIsAsync(order);
        }

        if (order.Revision != request.Revision)
        {
            return keeper.Stale();
        }

        order.Lines = corrected;
        order.Correction = OneLine.Of(request.Reason);
        return await keeper.SaveNextRevisionAsync(order, request.UserId);
    }

    /// <inheritdoc cref="OrderService.PostDebitAsync"/>
    public async Task<OrderResult> PostDebitAsync(string orderId, string userId) => await store.FindAsync(orderId) is { } order
        ? await keeper.PostDebitAsync(order, userId)
        : OrderKeeper.Refused(S["There is no such order."]);

    private LocalizedString? Fault(CorrectOrder request, Order order)
    {
        var currency = Currency.FromCode(order.Currency);
        var ceiling = Basket.Ceiling(currency);
        if (request.Costs.Keys.Any(product => order.Lines.All(line => line.ProductId != product)))
        {
            return S["This order does not hold one of these products."];
        }

        if (request.Costs.Values.Any(cost => cost.Currency != currency || cost.IsNegative))
        {
            return S["What a line costs cannot be less than nothing, nor in another currency."];
        }

        return request.Costs.Values.Any(cost => cost > ceiling)
            || order.Lines.Sum(line => request.Costs.TryGetValue(line.ProductId, out var cost) ? cost.MinorUnits : line.Cost()) > ceiling.MinorUnits
            ? S["An order cannot cost more than {0}.", ceiling.ToString(CultureInfo.CurrentCulture)]
            : null;
    }
}
