using Market.Ledger.Banking;
using Market.Payments.Accounts;
using Market.Payments.Models;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Clients;

/// <summary>
/// What must hold of a client before it is kept: asked by the editor at its fields, and as a whole by whatever else writes content (API,
/// import, restored version, workflow). The columns' lengths are asked here, for SQLite does not ask them.
/// </summary>
public sealed class ClientRules(
    ISession session,
    LedgerTables tables,
    AccountNumbers numbers,
    AccountClosing closing,
    ClientChanges changes,
    IStringLocalizer<ClientRules> S)
{
    public LocalizedString? JudgeName(string? name) => string.IsNullOrWhiteSpace(name) ? S["Please enter the client's name."]
        : name.Length > ClientAccountPart.MaxNameLength ? S["The name is longer than {0} characters.", ClientAccountPart.MaxNameLength]
        : null;

    /// <summary>Of two accounts that are given one login at the same moment, the later one waits for the earlier, and is refused.</summary>
    public async Task<LocalizedString?> JudgeLoginAsync(string accountId, string userId)
    {
        if (userId.Length > ClientAccountPart.MaxUserIdLength)
        {
            return S["There is no user with this name or mail address."];
        }

        await numbers.LockAsync();
        return await FindNumberAsync($"[AccountId] IN (SELECT l.[AccountId] FROM {tables.ClientLogins} l WHERE l.[UserId] = @text) AND [AccountId] <> @accountId", userId, accountId) is { } other
            ? S["This user already has the account {0}.", other]
            : null;
    }

    /// <summary>All that does not hold of it.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync(ClientAccountPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var accountId = part.ContentItem.ContentItemId;
        var before = changes.Before(accountId);
        List<LocalizedString?> faults = [JudgeName(part.Name), await JudgeNumberAsync(part, before)];
        foreach (var userId in part.FurtherLogins.Select(login => login.UserId).Prepend(part.UserId).OfType<string>().Where(userId => userId.Length > 0).Distinct(StringComparer.Ordinal))
        {
            faults.Add(await JudgeLoginAsync(accountId, userId));
        }

        if (part.FurtherLogins.Exists(login => string.IsNullOrEmpty(login.UserId) || login.UserId == part.UserId)
            || part.FurtherLogins.DistinctBy(login => login.UserId).Count() < part.FurtherLogins.Count)
        {
            faults.Add(S["Each of the household's logins is another one, and none is the holder's."]);
        }

        var open = part.Status is AccountStatus.Closed && before?.Status is not AccountStatus.Closed ? await closing.WhyNotAsync(accountId) : [];
        return [.. faults.OfType<LocalizedString>().Select(fault => fault.Value), .. open];
    }

    private async Task<LocalizedString?> JudgeNumberAsync(ClientAccountPart part, ClientTerms? before)
    {
        if (before?.Number is not null)
        {
            return part.Number == before.Number && part.Reference == before.Reference ? null : S["The number and the reference of a client account never change."];
        }

        // A new one gets both when it is created.
        if (string.IsNullOrEmpty(part.Number))
        {
            return null;
        }

        if (!IsUsable(part.Number) || part.Reference != CreditorReference.For(part.Number))
        {
            return S["{0} is no number of a client account, or its transfer reference is not the one that belongs to it.", part.Number];
        }

        return await FindNumberAsync("[Number] = @text AND [AccountId] <> @accountId", part.Number, part.ContentItem.ContentItemId) is { } other
            ? S["There is a client account {0} already.", other]
            : null;
    }

    internal static bool IsUsable(string number) => number.Length <= ClientAccountPart.MaxNumberLength && number.Any(char.IsAsciiLetterOrDigit);

    private async Task<string?> FindNumberAsync(string where, string text, string accountId)
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        return await tables.QuerySingleAsync<string>(transaction, $"SELECT MIN([Number]) FROM {tables.Clients} WHERE {where}", new { text, accountId });
    }
}
