using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Outbox;

/// <summary>Tells what is left: of a process that died, of a failure, of what no request raised. It only starts that, so that no other task waits for it.</summary>
[BackgroundTask(
    Title = "Tell workflows what happened",
    Schedule = "* * * * *",
    Description = "Tells workflows of payments, balances and orders, and has those go on that work through many accounts.")]
public sealed class OutboxTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<OutboxKick>().StartAsync();
}
