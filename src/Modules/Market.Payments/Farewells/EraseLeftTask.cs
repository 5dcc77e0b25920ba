using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Farewells;

/// <summary>Erases the names of those who left, once nobody called it off in time.</summary>
[BackgroundTask(Title = "Erase who left", Schedule = "20 3 * * *", Description = "Erases the names and logins of members who left, 30 days after they did.")]
public sealed class EraseLeftTask : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var today = await serviceProvider.GetRequiredService<IMarketCalendar>().TodayAsync();
        await serviceProvider.GetRequiredService<LeavingDesk>().EraseDueAsync(await serviceProvider.GetRequiredService<LeavingStore>().ListDueAsync(today));
    }
}
