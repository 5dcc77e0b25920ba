using Market.Payments.MovingIn.Reading;

namespace Market.Payments.MovingIn.Moving;

/// <summary>What the site knows of the people in a file.</summary>
/// <param name="Users">The ids of users by their mail addresses as the site compares them.</param>
/// <param name="Accounts">All accounts.</param>
/// <param name="Moved">Who was moved in before, by account.</param>
/// <param name="Normalize">How the site compares mail addresses.</param>
public sealed record KnownSite(
    IReadOnlyDictionary<string, string> Users,
    IReadOnlyList<RegisteredAccount> Accounts,
    ILookup<string, MovedBefore> Moved,
    Func<string, string> Normalize)
{
    private readonly Dictionary<string, RegisteredAccount> _byUser = Accounts
        .SelectMany(account => account.FurtherUserIds.Prepend(account.UserId), (account, userId) => (Account: account, UserId: userId))
        .Where(login => login.UserId is not null)
        .ToDictionary(login => login.UserId!, login => login.Account, StringComparer.Ordinal);

    private readonly ILookup<string, RegisteredAccount> _byName = Accounts.ToLookup(account => PersonNames.Key(account.Name), StringComparer.Ordinal);

    public string? UserOf(MovingLine line) => line.Email.Length > 0 ? Users.GetValueOrDefault(Normalize(line.Email)) : null;

    public RegisteredAccount? AccountOf(string userId) => _byUser.GetValueOrDefault(userId);

    public IReadOnlyList<RegisteredAccount> AccountsNamed(string name) => [.. _byName[PersonNames.Key(name)]];

    public bool WasMoved(RegisteredAccount account) => Moved.Contains(account.Id);

    /// <summary>How many balances were carried to an account and taken back with their runs.</summary>
    public int ReversedOn(RegisteredAccount account) => Moved[account.Id].Count(moved => moved is { HasOperation: true, IsReversed: true });
}

/// <summary>That somebody was moved in before.</summary>
public sealed record MovedBefore(bool HasOperation, bool IsReversed);
