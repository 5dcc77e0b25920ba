using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Accounts;

/// <summary>Opens accounts for users who were there before the market kept accounts.</summary>
public sealed class AccountsForUsers(IUnitOfWork work)
{
    /// <summary>Opens one for each enabled user who has none, each in a commit of its own.</summary>
    /// <returns>How many were opened.</returns>
    public async Task<int> OpenAsync(IEnumerable<string> userIds)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        var opened = 0;
        foreach (var userId in userIds.Distinct(StringComparer.Ordinal))
        {
            opened += await work.RunAsync(services => TryOpenAsync(services, userId), isOpened => isOpened) ? 1 : 0;
        }

        return opened;
    }

    private static async Task<bool> TryOpenAsync(IServiceProvider services, string userId) =>
        await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(userId) is User { IsEnabled: true } user
        && await services.GetRequiredService<AccountOpening>().TryOpenForAsync(user) is not null;
}
