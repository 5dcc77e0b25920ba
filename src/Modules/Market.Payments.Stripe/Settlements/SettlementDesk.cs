using Market.Ledger;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundJobs;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Settlements;

/// <summary>Settles distributions: the statements are kept first, then Stripe is asked for each one's transfer.</summary>
public sealed class SettlementDesk(
    IUnitOfWork work,
    IDistributionSales sales,
    TransferClerk transfers,
    TransferReversals reversals,
    StripeKeyReader keys,
    IMarketTerms market,
    IIdGenerator ids,
    IClock clock)
{
    /// <summary>Settles a distribution. Done again, it makes statements only for what has changed.</summary>
    /// <param name="distributionId">The distribution.</param>
    /// <param name="seen">What was to be transferred on the sheet that was looked at, in minor units: only that is.</param>
    /// <param name="userId">Who settles.</param>
    public async Task<SettleResult> SettleAsync(string distributionId, long? seen, string userId)
    {
        if (await sales.FindAsync(distributionId) is not { } distribution)
        {
            return new SettleResult.NotFound();
        }

        if (!distribution.IsClosed)
        {
            return new SettleResult.NotClosed();
        }

        if ((await keys.GetAsync()).IsLive is not { } isLive)
        {
            return new SettleResult.Failed(new StripeFault(StripeFaultKind.NoKey));
        }

        var (fault, finished) = await FinishAsync(isLive);
        if (fault is not null)
        {
            return new SettleResult.Failed(fault);
        }

        while (true)
        {
            var sheet = await ReckonAsync(distributionId);
            if (sheet.Rows.All(row => row.Settlement is null))
            {
                return new SettleResult.Done(finished);
            }

            if (sheet.Transfers.MinorUnits != seen)
            {
                return new SettleResult.Differs(finished);
            }

            if (await KeepAsync(sheet, isLive, userId) is not { } made)
            {
                continue;
            }

            foreach (var statement in made)
            {
                finished.Add(await transfers.SendAsync(statement));
            }

            // What is transferred does not depend on the fees: nobody waits for them.
            await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(
                "settlement-fees",
                scope => scope.ServiceProvider.GetRequiredService<FeeReader>().LearnAsync(sheet.WithoutFee));
            return new SettleResult.Done(finished);
        }
    }

    // What earlier settlements began comes first: what it becomes is part of what is reckoned.
    private async Task<(StripeFault? Fault, List<SettlementStatement> Finished)> FinishAsync(bool isLive)
    {
        var finished = new List<SettlementStatement>();
        var statements = await ListAsync(isLive);
        var (_, fault) = await reversals.ReconcileAsync(statements, (await market.GetAsync()).Currency);
        fault ??= await transfers.LookAsync(statements);
        if (fault is null)
        {
            foreach (var statement in (await ListAsync(isLive)).Where(statement => statement.IsUnfinished()))
            {
                finished.Add((await transfers.SendAgainAsync(statement.StatementId))!);
            }
        }

        return (fault, finished);
    }

    // In scopes of their own: what a session has read once it reads no more, and others write meanwhile.
    private static Task<IReadOnlyList<SettlementStatement>> ListAsync(bool isLive) => FreshAsync(services => services.GetRequiredService<SettlementStore>().ListAllAsync(isLive));

    private static async Task<SettlementSheet> ReckonAsync(string distributionId) =>
        (await FreshAsync(services => services.GetRequiredService<SettlementReckoning>().ReckonAsync(distributionId)))!;

    private static async Task<T> FreshAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        T answer = default!;
        await ShellScope.UsingChildScopeAsync(async scope => answer = await read(scope.ServiceProvider));
        return answer;
    }

    // None are kept where a producer's settlements are not those any more that the sheet was reckoned from. Two who settle at once make
    // each statement once, since its number is taken.
    private Task<List<SettlementStatement>?> KeepAsync(SettlementSheet sheet, bool isLive, string userId) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<SettlementStore>();
            var made = new List<SettlementStatement>();
            foreach (var row in sheet.Rows)
            {
                if (row is not { Terms: { } terms, Settlement: { } settlement })
                {
                    continue;
                }

                var account = new ProducerAccount(await store.ListAsync(row.Seller.Id, isLive), sheet.Fees.Currency);
                if (account.NextNumber != row.Account.NextNumber || account.Left != row.Account.Left)
                {
                    return null;
                }

                var statement = new SettlementStatement
                {
                    StatementId = ids.GenerateUniqueId(),
                    ProducerId = row.Seller.Id,
                    ProducerName = row.Seller.Name,
                    Number = account.NextNumber,
                    DistributionId = sheet.Sales.DistributionId,
                    Settlement = settlement,
                    IsLive = isLive,
                    MadeAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
                    MadeBy = userId,
                    StripeAccountId = terms.StripeAccountId,
                    State = settlement.Transfer.IsZero ? SettlementState.Carried : SettlementState.Asked,
                };
                await store.SaveAsync(statement);
                await store.SaveAsync(new StatementOrders { StatementId = statement.StatementId, Orders = [.. row.Orders] });
                made.Add(statement);
            }

            return made;
        },
        made => made is not null);
}
