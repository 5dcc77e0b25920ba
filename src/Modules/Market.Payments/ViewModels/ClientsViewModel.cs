using Market.Payments.Indexes;

namespace Market.Payments.ViewModels;

public class ClientsViewModel
{
    public string? Search { get; init; }

    public required IReadOnlyList<ClientAccountIndex> Clients { get; init; }

    public required IReadOnlyDictionary<string, string> Logins { get; init; }

    public required int Count { get; init; }

    public required dynamic Pager { get; init; }
}
