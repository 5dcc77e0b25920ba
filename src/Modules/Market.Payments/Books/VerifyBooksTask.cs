using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Books;

[BackgroundTask(
    Title = "Verify the books",
    Schedule = "30 3 * * *",
    Description = "Recomputes every operation, balance and closing of the client accounts and says what does not fit.",
    LockTimeout = 1_000,
    LockExpiration = 3_600_000)]
public sealed class VerifyBooksTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<VerificationRun>().RunAsync(cancellationToken: cancellationToken);
}
