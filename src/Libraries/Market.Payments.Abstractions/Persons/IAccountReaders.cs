namespace Market.Payments;

/// <summary>
/// Who reads the mails of an account beside its holder: the other logins of its household, those of them that asked for this kind. Ask before
/// a mail of an account is sent, see <see cref="IMailKind.IsOfAccount"/>.
/// </summary>
public interface IAccountReaders
{
    /// <summary>The users, who may have no mail address.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kind">The name of the kind of mail.</param>
    Task<IReadOnlyList<string>> ListAsync(string accountId, string kind);

    /// <summary>Their mail addresses, for a copy of what the holder gets.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kind">The name of the kind of mail.</param>
    Task<IReadOnlyList<string>> ListAddressesAsync(string accountId, string kind);
}
