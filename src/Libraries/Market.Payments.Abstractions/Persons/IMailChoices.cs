namespace Market.Payments;

/// <summary>Keeps which kinds of mail a member wants, with their login.</summary>
public interface IMailChoices
{
    /// <summary>What they chose; none where they have not, or there is no such login.</summary>
    Task<bool?> FindAsync(string userId, string kind);

    /// <summary>Keeps it.</summary>
    Task KeepAsync(string userId, string kind, bool wanted);
}
