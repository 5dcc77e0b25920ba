using Market.Ledger.Postings;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Corrections;

/// <summary>The work of <see cref="OrderService"/> inside one unit of work on orders whose goods are sold. Nothing else calls it.</summary>
public sealed class CorrectionDesk(OrderStore store, OrderKeeper keeper, CorrectionRules rules, IRefusalSentences sentences, IStringLocalizer<CorrectionDesk> S)
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

        if (rules.Judge(order, request.Lines) is { } fault)
        {
            return OrderKeeper.Refused(fault);
        }

        // A second tap asks for what the first one did. It comes before the revision, which the first one has raised.
        var corrected = CorrectionRules.Apply(order, request.Lines);
        if (corrected.SequenceEqual(order.Lines))
        {
            return await keeper.AsItIsAsync(order);
        }

        if (order.Revision != request.Revision)
        {
            return keeper.Stale();
        }

        order.Lines = [.. corrected];
        order.Correction = OneLine.Of(request.Reason);
        return await keeper.SaveNextRevisionAsync(order, request.UserId);
    }

    /// <inheritdoc cref="OrderService.PostDebitAsync"/>
    public async Task<OrderResult> PostDebitAsync(string orderId, string userId) => await store.FindAsync(orderId) is { } order
        ? await keeper.PostDebitAsync(order, userId)
        : OrderKeeper.Refused(S["There is no such order."]);
}
