using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Orders.Sales;

/// <summary>Looks each minute whether a distribution opened, closes soon or closed.</summary>
[BackgroundTask(
    Title = "Tell workflows of distributions",
    Schedule = "* * * * *",
    Description = "Tells workflows that a distribution opened, closes soon or closed.",
    LockTimeout = 1_000,
    LockExpiration = 60_000)]
public sealed class DistributionTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        DistributionTeller.RunAsync(serviceProvider.GetRequiredService<IUnitOfWork>());
}
