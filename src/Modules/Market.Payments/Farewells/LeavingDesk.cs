using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Farewells;

/// <summary>Has a member leave, stay after all, or be forgotten, and commits it before it answers.</summary>
public sealed class LeavingDesk(IUnitOfWork work, IMarketCalendar calendar)
{
    /// <returns>What keeps the member; nothing where they left.</returns>
    public async Task<IReadOnlyList<string>> LeaveAsync(string accountId, string userId)
    {
        var today = await calendar.TodayAsync();
        return await work.RunAsync(services => services.GetRequiredService<LeavingWork>().LeaveAsync(accountId, userId, today), open => open.Count == 0);
    }

    /// <returns>Whether there was anything to call off.</returns>
    public Task<bool> CallOffAsync(string accountId) =>
        work.RunAsync(services => services.GetRequiredService<LeavingWork>().CallOffAsync(accountId), isDone => isDone);

    /// <summary>Forgets everybody whose day has come, each in a commit of their own.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseDueAsync(IReadOnlyList<string> accountIds)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        var (today, count) = (await calendar.TodayAsync(), 0);
        foreach (var accountId in accountIds)
        {
            count += await work.RunAsync(services => services.GetRequiredService<LeavingWork>().EraseAsync(accountId, today), isDone => isDone) ? 1 : 0;
        }

        return count;
    }
}
