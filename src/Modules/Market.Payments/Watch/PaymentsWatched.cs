using Market.Payments.Models;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Watch;

public sealed class PaymentsWatched(IStringLocalizer<PaymentsWatched> S) : IWatchedSettings
{
    public string Section => nameof(PaymentsSettings);

    public IReadOnlyCollection<string> Secrets => [];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>
    {
        [nameof(PaymentsSettings.ChequePayee)] = S["Payee of cheques"],
        [nameof(PaymentsSettings.TransferHolder)] = S["Account holder"],
        [nameof(PaymentsSettings.TransferIban)] = S["IBAN for transfers"],
        [nameof(PaymentsSettings.TransferBic)] = S["BIC"],
    };
}
