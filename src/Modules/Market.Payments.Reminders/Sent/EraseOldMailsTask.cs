using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Reminders.Sent;

/// <summary>Erases each night the mails that have been kept for long enough.</summary>
[BackgroundTask(
    Title = "Erase old reminders",
    Schedule = "40 3 * * *",
    Description = "Erases the text of reminders that went out long ago.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class EraseOldMailsTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        MailErasure.EraseOldAsync(serviceProvider.GetRequiredService<IUnitOfWork>());
}
