using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Books;

[BackgroundTask(
    Title = "Close the books",
    Schedule = "20 * * * *",
    Description = "Closes each day, month and year of the client accounts once it is over, and keeps the journals of closed years.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class CloseBooksTask : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var work = serviceProvider.GetRequiredService<IUnitOfWork>();
        await ClosingRunner.RunAsync(work);
        await YearKeeper.RunAsync(work);
    }
}
