using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Settings;

/// <summary>Watched while <c>Market.Payments.Stripe.Producers</c> is off too: where their shares go waits there for it to come on.</summary>
public sealed class ProducersWatched(IStringLocalizer<ProducersWatched> S) : IWatchedSettings
{
    public string Section => nameof(ProducersSettings);

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string> { [nameof(ProducersSettings.Producers)] = S["Where producers are paid"] };
}
