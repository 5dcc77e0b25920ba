using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using YesSql;

namespace Market.Payments.Clients;

/// <summary>Once the accounts that shared a login share none any more, the database holds it so.</summary>
[BackgroundTask(Title = "Keep one account a login", Schedule = "50 3 * * *", Description = "Has the database refuse a second account of a login, once no two accounts share one.")]
public sealed class SharedLoginsTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) => serviceProvider.GetRequiredService<IUnitOfWork>().RunAsync(
        async services =>
        {
            await services.GetRequiredService<SharedLogins>().TryEnforceAsync(await services.GetRequiredService<ISession>().BeginTransactionAsync());
            return true;
        },
        _ => true);
}
