using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Desk.Alerts;

[BackgroundTask(
    Title = "Tell coordinators what they chose to be told",
    Schedule = "*/5 * * * *",
    Description = "Looks for what happened since, and tells each who chose it by a notification and a mail.",
    LockTimeout = 1_000,
    LockExpiration = 300_000)]
public sealed class AlertTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) => serviceProvider.GetRequiredService<AlertTeller>().TellAsync();
}
