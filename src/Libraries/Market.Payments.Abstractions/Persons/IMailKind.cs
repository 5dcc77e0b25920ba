namespace Market.Payments;

/// <summary>
/// A kind of mail that members get, for the page on which they choose. Each module registers one for each kind it sends, and asks it before
/// it sends. One whose choice the module keeps nowhere itself is a <see cref="KeptMailKind"/>.
/// </summary>
public interface IMailKind
{
    /// <summary>Its name, for good and in no language: <c>receipts</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in the language of the request: <i>Receipts</i>.</summary>
    string Label { get; }

    /// <summary>When it is sent, or why it always is, in a sentence.</summary>
    string Purpose { get; }

    /// <summary>Whether it is always sent. Such a kind is said, and never asked.</summary>
    bool IsObligatory { get; }

    /// <summary>
    /// Whether it is about the account, as a reminder is, and not about what one login did: it goes to the account's holder, and to others of
    /// the household only if they ask for it, see <see cref="IAccountReaders"/>.
    /// </summary>
    bool IsOfAccount => false;

    /// <summary>Whether a member wants it.</summary>
    /// <param name="accountId">Their account.</param>
    /// <param name="userId">Their login, to which it is sent.</param>
    Task<bool> IsWantedAsync(string accountId, string userId);

    /// <summary>Keeps what they chose, and commits it.</summary>
    /// <param name="accountId">Their account.</param>
    /// <param name="userId">Their login, to which it is sent.</param>
    /// <param name="wanted">Whether they want it.</param>
    Task ChooseAsync(string accountId, string userId, bool wanted);
}
