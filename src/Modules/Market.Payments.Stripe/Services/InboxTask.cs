using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Stripe.Services;

[BackgroundTask(
    Title = "Apply what Stripe said",
    Schedule = "* * * * *",
    Description = "Works off the inbox of online payments: what came while the site was down, and what is tried again.")]
public sealed class InboxTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<InboxPump>().RunAsync();
}
