using Market.Ledger;
using Market.Payments.Clients;
using Market.Payments.Models;
using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.Farewells;

/// <summary>What happens when a member leaves, stays after all, or is forgotten: each inside one unit of work, all of it or nothing.</summary>
public sealed class LeavingWork(
    LeavingStore store,
    LeavingReasons reasons,
    ClientWriter clients,
    ILedgerStore ledger,
    IClientAccounts accounts,
    UserManager<IUser> users,
    ISession session,
    IClock clock)
{
    /// <summary>For how many days a coordinator can call it off.</summary>
    public const int DaysKept = 30;

    /// <returns>What keeps the member; nothing where they left.</returns>
    public async Task<IReadOnlyList<string>> LeaveAsync(string accountId, string userId, DateOnly today)
    {
        // What is posted or announced at the same moment comes before and is seen, or after and finds the account closed.
        var head = await ledger.LockAsync(accountId);
        if (head is null || (await accounts.FindAsync(accountId))?.UserId != userId || await users.FindByIdAsync(userId) is not User user)
        {
            throw new InvalidOperationException("There is no such account, or the login is not its holder's.");
        }

        var open = await reasons.FindAsync(accountId, head.Balance, user.RoleNames);
        if (open.Count > 0)
        {
            return open;
        }

        // The logins are taken off the account, so that what is open in another browser sees nothing of it any more.
        IReadOnlyList<FurtherLogin> others = [];
        await clients.ChangeAsync(accountId, part =>
        {
            others = part.FurtherLogins;
            (part.Status, part.UserId, part.FurtherLogins) = (AccountStatus.Closed, null, []);
        });
        await EnableAsync(user, false);
        if (await store.FindAsync(accountId) is { } before)
        {
            store.Remove(before);
            await session.FlushAsync();
        }

        await store.AddAsync(new Leaving
        {
            AccountId = accountId,
            UserId = userId,
            FurtherLogins = [.. others],
            LeftAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
            EraseOn = today.AddDays(DaysKept),
        });
        return [];
    }

    /// <summary>Opens the account again and gives it back to its logins.</summary>
    /// <returns>Whether there was anything to call off.</returns>
    public async Task<bool> CallOffAsync(string accountId)
    {
        if (await store.FindAsync(accountId) is not { } leaving)
        {
            return false;
        }

        // Another account may have the login by now.
        var user = await users.FindByIdAsync(leaving.UserId) as User;
        var isFree = user is not null && await accounts.FindByUserAsync(leaving.UserId) is null;
        var others = new List<FurtherLogin>();
        foreach (var login in leaving.FurtherLogins)
        {
            if (await users.FindByIdAsync(login.UserId) is not null && await accounts.FindByUserAsync(login.UserId) is null)
            {
                others.Add(login);
            }
        }

        await clients.ChangeAsync(accountId, part =>
        {
            (part.Status, part.UserId) = (AccountStatus.Open, part.UserId ?? (isFree ? leaving.UserId : null));
            part.FurtherLogins.AddRange(others.Where(login => login.UserId != part.UserId));
        });
        if (user is not null)
        {
            await EnableAsync(user, true);
        }

        store.Remove(leaving);
        return true;
    }

    /// <summary>Forgets who the member was: their name in every version of the client, and their login. The operations stay, and carry neither.</summary>
    public async Task<bool> EraseAsync(string accountId, DateOnly today)
    {
        if (await store.FindAsync(accountId) is not { } leaving || leaving.EraseOn > today)
        {
            return false;
        }

        store.Remove(leaving);
        var versions = (await session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == accountId).ListAsync()).ToList();

        // Somebody opened it again by the editor: it is a client's.
        if (versions.Exists(version => version.Latest && version.GetOrCreate<ClientAccountPart>().Status is AccountStatus.Open))
        {
            return true;
        }

        foreach (var version in versions)
        {
            version.Alter<ClientAccountPart>(part => (part.Name, part.UserId, part.FurtherLogins) = (part.Number, null, []));
            version.DisplayText = version.GetOrCreate<ClientAccountPart>().Number;
            version.Author = null;
            await session.SaveAsync(version);
        }

        if (await users.FindByIdAsync(leaving.UserId) is User { IsEnabled: false } user)
        {
            await DoneAsync(users.DeleteAsync(user));
        }

        return true;
    }

    private async Task EnableAsync(User user, bool isEnabled)
    {
        user.IsEnabled = isEnabled;
        await DoneAsync(users.UpdateSecurityStampAsync(user));
    }

    private static async Task DoneAsync(Task<IdentityResult> doing)
    {
        if (await doing is { Succeeded: false } failed)
        {
            throw new InvalidOperationException("The login could not be changed: " + string.Join(' ', failed.Errors.Select(error => error.Description)));
        }
    }
}
