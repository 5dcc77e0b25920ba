using Market.Ledger;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Services;

/// <summary>Settles distributions: the statements are kept first, then Stripe is asked for each one's transfer.</summary>
public sealed class SettlementDesk(
    IUnitOfWork work,
    SettlementReckoning reckoning,
    TransferClerk transfers,
    FeeReader fees,
    StripeKeyReader keys,
    IIdGenerator ids,
    IClock clock)
{
    /// <summary>Settles a distribution. Done again, it makes statements only for what has changed.</summary>
    public async Task<SettleResult> SettleAsync(string distributionId, string userId)
    {
        if (await reckoning.ReckonAsync(distributionId) is not { } before)
        {
            return new SettleResult.NotFound();
        }

        if (!before.Sales.IsClosed)
        {
            return new SettleResult.NotClosed();
        }

        if (await transfers.LookAsync(before.Rows) is { } fault)
        {
            return new SettleResult.Failed(fault);
        }

        await fees.LearnAsync(before.WithoutFee);
        var made = await MakeAsync(distributionId, userId, (await keys.GetAsync()).IsLive is true);
        var sent = new List<SettlementStatement>();
        foreach (var statement in made)
        {
            sent.Add(await transfers.SendAsync(statement));
        }

        return new SettleResult.Done(sent);
    }

    // Reckoned where it is kept: two who settle at once make each statement once, since its number is taken.
    private Task<List<SettlementStatement>> MakeAsync(string distributionId, string userId, bool isLive) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            var made = new List<SettlementStatement>();
            foreach (var row in (await services.GetRequiredService<SettlementReckoning>().ReckonAsync(distributionId))!.Rows)
            {
                if (row is not { Terms: { } terms, Settlement: { } settlement })
                {
                    continue;
                }

                var statement = new SettlementStatement
                {
                    StatementId = ids.GenerateUniqueId(),
                    ProducerId = row.Seller.Id,
                    ProducerName = row.Seller.Name,
                    Number = row.Account.NextNumber,
                    DistributionId = distributionId,
                    Settlement = settlement,
                    IsLive = isLive,
                    MadeAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
                    MadeBy = userId,
                    StripeAccountId = terms.StripeAccountId,
                    State = settlement.Transfer.IsZero ? SettlementState.Carried : SettlementState.Asked,
                };
                await store.SaveAsync(statement);
                made.Add(statement);
            }

            return made;
        },
        made => made.Count > 0);
}
