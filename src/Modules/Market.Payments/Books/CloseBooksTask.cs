using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Books;

[BackgroundTask(
    Title = "Close the books",
    Schedule = "20 * * * *",
    Description = "Closes each day, month and year of the client accounts once it is over.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class CloseBooksTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        ClosingRunner.RunAsync(serviceProvider.GetRequiredService<IUnitOfWork>());
}
