namespace Market.Payments.Mails;

/// <summary>
/// Which mails a login may choose, and has chosen. The account's own go to its holder, whether it likes or not; another login of the household
/// gets a copy of those it asks for.
/// </summary>
public sealed class MailWishes(IEnumerable<IMailKind> kinds, IMailChoices choices)
{
    /// <summary>The kinds that a login is asked about.</summary>
    public IReadOnlyList<IMailKind> Asked(ClientAccount account, string userId) => [.. kinds.Where(kind => IsCopy(kind, account, userId) || !kind.IsObligatory)];

    /// <summary>Those that it gets anyway.</summary>
    public IReadOnlyList<IMailKind> Obligatory(ClientAccount? account, string userId) =>
        [.. kinds.Where(kind => kind.IsObligatory && (account is null || !IsCopy(kind, account, userId)))];

    public async Task<bool> IsWantedAsync(IMailKind kind, ClientAccount account, string userId)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(account);
        return IsCopy(kind, account, userId) ? await choices.FindAsync(userId, kind.Name) == true : await kind.IsWantedAsync(account.Id, userId);
    }

    public Task ChooseAsync(IMailKind kind, ClientAccount account, string userId, bool wanted)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(account);
        return IsCopy(kind, account, userId) ? choices.KeepAsync(userId, kind.Name, wanted) : kind.ChooseAsync(account.Id, userId, wanted);
    }

    private static bool IsCopy(IMailKind kind, ClientAccount account, string userId) => kind.IsOfAccount && account.UserId != userId;
}
