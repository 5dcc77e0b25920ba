using Market.Ledger.Postings;
using Market.Orders.Corrections;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using YesSql;

namespace Market.Orders.Deliveries;

/// <summary>Corrects all orders that hold something: the work of <see cref="DeliveryService"/> inside one unit of work. Nothing else calls it.</summary>
public sealed class DeliveryDesk(
    ISession session,
    OrderStore store,
    OrderKeeper keeper,
    CorrectionRules rules,
    IClientAccounts accounts,
    IRefusalSentences sentences,
    IClock clock,
    IStringLocalizer<DeliveryDesk> S)
{
    /// <inheritdoc cref="DeliveryService.CorrectAsync"/>
    public async Task<DeliveryResult> CorrectAsync(CorrectDelivery request)
    {
        if (string.IsNullOrWhiteSpace(request.FormKey))
        {
            return new DeliveryResult.Refused(S["This form is not complete. Load the page again."]);
        }

        if (await FindAsync(request) is { } first)
        {
            return new DeliveryResult.Done(first);
        }

        if (PostingRules.JudgeReason(request.Reason) is { } refusal)
        {
            return new DeliveryResult.Refused(sentences.For(refusal));
        }

        var plan = DeliveryPlan.Of(await store.ListPlacedAsync(request.DistributionId), request.Change);
        if (plan.Orders.Count != request.Count || plan.SavedMinorUnits != request.SavedMinorUnits)
        {
            return new DeliveryResult.Refused(S["Orders have changed since the preview was made. Look at it again before you correct them."]);
        }

        if (plan.Orders.Count == 0)
        {
            return new DeliveryResult.Refused(S["There is nothing to correct: no order holds it, or all of them are so already."]);
        }

        var correction = new DeliveryCorrection
        {
            DistributionId = request.DistributionId,
            FormKey = request.FormKey,
            What = What(request.Change, plan),
            Reason = OneLine.Of(request.Reason),
            Orders = plan.Orders.Count,
            SavedMinorUnits = plan.SavedMinorUnits,
            Currency = plan.Orders[0].Order.Currency,
            UserId = request.UserId,
            DoneUtc = clock.UtcNow,
        };
        foreach (var planned in plan.Orders)
        {
            switch (await CorrectAsync(planned, correction))
            {
                case OrderResult.Refused refused:
                    return new DeliveryResult.Refused(S["Nothing is corrected. {0}: {1}", await NameAsync(planned.Order), refused.Sentence]);
                case OrderResult.Done { DebitMissing: true }:
                    correction.Missing++;
                    break;
            }
        }

        await session.SaveAsync(correction, collection: OrdersConstants.Collection);
        await session.FlushAsync();
        return new DeliveryResult.Done(correction);
    }

    private async Task<OrderResult> CorrectAsync(PlannedOrder planned, DeliveryCorrection correction)
    {
        var order = planned.Order;
        if (rules.Judge(order, planned.Corrections) is { } fault)
        {
            return OrderKeeper.Refused(fault);
        }

        order.Lines = [.. CorrectionRules.Apply(order, planned.Corrections)];
        order.Correction = correction.Reason;
        return await keeper.SaveNextRevisionAsync(order, correction.UserId);
    }

    private async Task<DeliveryCorrection?> FindAsync(CorrectDelivery request)
    {
        var hash = OrderIndex.KeyOfForm(request.DistributionId, request.FormKey);
        return await session.Query<DeliveryCorrection, DeliveryCorrectionIndex>(index => index.FormKeyHash == hash, OrdersConstants.Collection).FirstOrDefaultAsync();
    }

    private async Task<string> NameAsync(Order order) =>
        await accounts.FindAsync(order.AccountId) is { } account ? $"{account.Number} {account.Name}" : order.AccountId;

    // One product is called by its name as it was ordered, whatever it is called now.
    private static string What(DeliveryChange change, DeliveryPlan plan) => string.Join(
        ", ",
        plan.Orders.SelectMany(order => order.Changes).Select(line => line.Before.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(change.ProductId is null ? 5 : 1));
}
