using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Orders.ClosingReminders;

/// <summary>Keeps who wants a mail before orders close.</summary>
public sealed class ReminderWishes(ISession session, IUnitOfWork unitOfWork)
{
    private const string Collection = OrdersConstants.Collection;

    /// <summary>Whether a user wants it.</summary>
    public async Task<bool> IsWantedAsync(string userId) => await FindAsync(userId) is not null;

    /// <summary>Everybody who wants it.</summary>
    public async Task<IReadOnlyList<string>> ListAsync() =>
        [.. (await session.QueryIndex<ClosingReminderIndex>(Collection).ListAsync()).Select(wish => wish.UserId)];

    /// <summary>Keeps that a user wants it, or does not any more.</summary>
    public Task<bool> ChooseAsync(string userId, bool wants) => unitOfWork.RunAsync(
        services => services.GetRequiredService<ReminderWishes>().SetAsync(userId, wants),
        isChanged => isChanged);

    /// <summary>Takes a user's mail about a distribution, inside a unit of work.</summary>
    /// <returns>Whether they want it and it was not taken.</returns>
    public async Task<bool> TakeAsync(string userId, string distributionId)
    {
        if (await FindAsync(userId) is not { } wish || !wish.Take(distributionId))
        {
            return false;
        }

        await session.SaveAsync(wish, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
        return true;
    }

    private async Task<bool> SetAsync(string userId, bool wants)
    {
        var wish = await FindAsync(userId);
        if (wants == wish is not null)
        {
            return false;
        }

        if (wish is null)
        {
            await session.SaveAsync(new ClosingReminder { UserId = userId }, collection: Collection);
        }
        else
        {
            session.Delete(wish, Collection);
        }

        await session.FlushAsync();
        return true;
    }

    private Task<ClosingReminder?> FindAsync(string userId) => session
        .Query<ClosingReminder, ClosingReminderIndex>(index => index.UserId == userId, Collection)
        .FirstOrDefaultAsync()!;
}
