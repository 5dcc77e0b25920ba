using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Invitations;

/// <summary>Sends what a request did not come to, and forgets the addresses of invitations that ended long ago.</summary>
[BackgroundTask(Title = "Send invitations", Schedule = "*/5 * * * *", Description = "Sends invitations whose mail still waits, and erases those that ended three months ago.")]
public sealed class InvitationTask : IBackgroundTask
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        await serviceProvider.GetRequiredService<InvitationSender>().SendAsync(await serviceProvider.GetRequiredService<InvitationStore>().ListWaitingAsync());
        await serviceProvider.GetRequiredService<IUnitOfWork>().RunAsync(
            async services =>
            {
                var store = services.GetRequiredService<InvitationStore>();
                var old = await store.ListOlderAsync(store.Now - Kept);
                foreach (var invitation in old)
                {
                    store.Remove(invitation);
                }

                return old.Count;
            },
            count => count > 0);
    }
}
