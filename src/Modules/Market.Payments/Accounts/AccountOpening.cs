using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.ContentManagement;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.Accounts;

/// <summary>Opens a client account: creates its content item, in the session of the scope.</summary>
public sealed class AccountOpening(IContentManager contents, AccountNumbers numbers, LedgerTables tables, ISession session)
{
    public const string ContentType = "Client";

    public async Task<ContentItem> OpenAsync(string name, string? userId)
    {
        var client = await contents.NewAsync(ContentType);
        client.Alter<ClientAccountPart>(part =>
        {
            part.Name = name;
            part.UserId = userId;
        });
        return await contents.CreateAsync(client, VersionOptions.Published)
            ? client
            : throw new InvalidOperationException("The client account could not be created; the log says why.");
    }

    /// <summary>Opens the account of a user who has none. Of two at the same moment, the later one waits for the earlier and finds its account.</summary>
    /// <returns>None where the user has one.</returns>
    public async Task<ContentItem?> TryOpenForAsync(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        await numbers.LockAsync();

        // Not by an index query, which may be answered with what another one saw before the lock.
        var transaction = await session.BeginTransactionAsync();
        var accounts = await tables.QuerySingleAsync<long>(transaction, $"SELECT COUNT(*) FROM {tables.ClientLogins} WHERE [UserId] = @UserId", new { user.UserId });
        return accounts > 0 ? null : await OpenAsync(Newcomers.NameOf(user) ?? Shortened(user.UserName), user.UserId);
    }

    // Never half of a character, which PostgreSQL does not take.
    private static string Shortened(string name) => name.Length <= ClientAccountPart.MaxNameLength
        ? name
        : name[..(char.IsHighSurrogate(name[ClientAccountPart.MaxNameLength - 1]) ? ClientAccountPart.MaxNameLength - 1 : ClientAccountPart.MaxNameLength)];
}
