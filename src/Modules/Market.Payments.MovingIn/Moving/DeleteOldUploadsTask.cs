using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Deletes each hour the files that nobody moved in from for a day.</summary>
[BackgroundTask(
    Title = "Delete files of movings-in",
    Schedule = "25 * * * *",
    Description = "Deletes the files that were brought to move in from and left for a day.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class DeleteOldUploadsTask : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var work = serviceProvider.GetRequiredService<IUnitOfWork>();
        while (await work.RunAsync(services => services.GetRequiredService<UploadStore>().DeleteOldAsync(), count => count > 0) > 0)
        {
        }
    }
}
