using Market.Payments.Indexes;
using YesSql;

namespace Market.Payments.Gifts;

/// <summary>
/// Finds whom credit is given to: by the number and the name together, which they say themselves. Whatever of it is wrong has one answer, so
/// that nobody learns here who is a client.
/// </summary>
public sealed class GiftReceivers(ISession session, IClientAccounts accounts)
{
    public async Task<ClientAccount?> FindAsync(string? number, string? name)
    {
        var (typed, folded) = (number?.Trim().ToUpperInvariant() ?? string.Empty, NameText.Fold(name));
        return typed.Length > 0 && folded.Length > 0
            && await session.QueryIndex<ClientAccountIndex>(index => index.Number == typed).FirstOrDefaultAsync() is { } found
            && NameText.Fold(found.Name) == folded
            && await accounts.FindAsync(found.AccountId) is { IsOpen: true } account
            ? account
            : null;
    }
}
