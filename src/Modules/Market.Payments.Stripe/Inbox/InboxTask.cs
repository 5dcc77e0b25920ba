using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Stripe.Inbox;

[BackgroundTask(
    Title = "Apply what Stripe said",
    Schedule = "* * * * *",
    Description = "Works off the inbox of online payments: what came while the site was down, and what is tried again. Forgets what is old.")]
public sealed class InboxTask : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        await serviceProvider.GetRequiredService<InboxPump>().RunAsync();
        await serviceProvider.GetRequiredService<InboxCleaner>().RunAsync();
    }
}
