using Microsoft.Extensions.Localization;

namespace Market.Payments.Workflows.Events;

/// <summary>Occurs once a payment is announced that has not arrived.</summary>
public sealed class PaymentAnnouncedEvent(IStringLocalizer<PaymentAnnouncedEvent> S) : AccountEvent(S)
{
    public override string Name => MarketEventNames.PaymentAnnounced;

    public override LocalizedString DisplayText => S["Payment announced"];
}
