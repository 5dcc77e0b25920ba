using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Orders.Lists;

/// <summary>Sends again what a stop of the site left half sent.</summary>
[BackgroundTask(
    Title = "Send producers' lists again",
    Schedule = "*/5 * * * *",
    Description = "Sends producers their lists again where the site stopped while they were being sent.",
    LockTimeout = 1_000,
    LockExpiration = 300_000)]
public sealed class StoppedListsTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<StoppedLists>().SendAsync();
}
