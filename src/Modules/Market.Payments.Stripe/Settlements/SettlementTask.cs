using Market.Ledger;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Settlements;

[Feature(StripeFeatures.Producers)]
[BackgroundTask(
    Title = "Finish transfers to producers",
    Schedule = "*/10 * * * *",
    Description = "Finds out what became of transfers and of their taking back where Stripe gave no answer, and tries transfers again that are not made.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class SettlementTask(ILogger<SettlementTask> logger) : IBackgroundTask
{
    // What is refused mostly waits for card money to become available, which takes days.
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        if ((await serviceProvider.GetRequiredService<StripeKeyReader>().GetAsync()).IsLive is not { } isLive)
        {
            return;
        }

        var now = new DateTimeOffset(serviceProvider.GetRequiredService<IClock>().UtcNow, TimeSpan.Zero);
        var store = serviceProvider.GetRequiredService<SettlementStore>();
        foreach (var statement in (await store.ListUnfinishedAsync()).Where(statement => statement.IsLive == isLive && IsDue(statement, now)))
        {
            await TryAsync(statement, async () =>
                (await serviceProvider.GetRequiredService<TransferClerk>().SendAgainAsync(statement.StatementId))?.Fault);
        }

        var currency = (await serviceProvider.GetRequiredService<IMarketTerms>().GetAsync()).Currency;
        foreach (var statement in (await store.ListInDoubtAsync()).Where(statement => statement.IsLive == isLive))
        {
            await TryAsync(statement, async () =>
                (await serviceProvider.GetRequiredService<TransferReversals>().ReconcileAsync([statement], currency)).Fault);
        }
    }

    // Whoever settles at this moment is left to it.
    private static bool IsDue(SettlementStatement statement, DateTimeOffset now) =>
        (statement.TriedAt ?? statement.MadeAt) < now - (statement.State is SettlementState.Refused ? AfterRefusal : TransferReversals.Grace);

    // What fails for one producer is no reason to let the others wait.
    private async Task TryAsync(SettlementStatement statement, Func<Task<StripeFault?>> finish)
    {
        try
        {
            if (await finish() is { } fault)
            {
                logger.LogWarning("The transfer of statement {Statement} is not finished: {Fault}.", statement.StatementId, fault.Kind);
            }
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogError(exception, "The transfer of statement {Statement} could not be finished.", statement.StatementId);
        }
    }
}
