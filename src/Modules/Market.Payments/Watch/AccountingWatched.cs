using Market.Payments.Models;

namespace Market.Payments.Watch;

public sealed class AccountingWatched : IWatchedSettings
{
    public string Section => nameof(AccountingSettings);

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>();
}
