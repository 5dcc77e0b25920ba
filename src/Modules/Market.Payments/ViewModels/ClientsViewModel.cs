using Market.Payments.Indexes;

namespace Market.Payments.ViewModels;

public class ClientsViewModel
{
    public string? Search { get; init; }

    public required IReadOnlyList<ClientAccountIndex> Clients { get; init; }

    public required IReadOnlyDictionary<string, string> Logins { get; init; }

    /// <summary>Whether who looks may open and change them.</summary>
    public required bool MayManage { get; init; }

    /// <summary>Accounts that share a login, as a market of before could have them: a person decides whose it is.</summary>
    public required IReadOnlyList<IReadOnlyList<ClientAccountIndex>> SharedLogins { get; init; }

    public required int Count { get; init; }

    public required dynamic Pager { get; init; }
}
