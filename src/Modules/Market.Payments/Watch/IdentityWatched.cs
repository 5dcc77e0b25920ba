using Market.Payments.Models;

namespace Market.Payments.Watch;

public sealed class IdentityWatched : IWatchedSettings
{
    public string Section => nameof(MarketIdentitySettings);

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>();
}
