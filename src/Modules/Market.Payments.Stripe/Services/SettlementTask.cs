using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Services;

[Feature(StripeFeatures.Producers)]
[BackgroundTask(
    Title = "Finish transfers to producers",
    Schedule = "*/10 * * * *",
    Description = "Finds out what became of transfers that Stripe was asked for and gave no answer about, and asks again where they were not made.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class SettlementTask(ILogger<SettlementTask> logger) : IBackgroundTask
{
    // Whoever settles at this moment is left to it.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var before = new DateTimeOffset(serviceProvider.GetRequiredService<IClock>().UtcNow, TimeSpan.Zero) - Grace;
        var transfers = serviceProvider.GetRequiredService<TransferClerk>();
        foreach (var asked in await serviceProvider.GetRequiredService<SettlementStore>().ListAskedAsync())
        {
            if (asked.MadeAt < before && await transfers.SendAgainAsync(asked.StatementId) is { Fault: { } fault })
            {
                logger.LogWarning("The transfer of statement {Statement} is not made: {Fault}.", asked.StatementId, fault.Kind);
            }
        }
    }
}
