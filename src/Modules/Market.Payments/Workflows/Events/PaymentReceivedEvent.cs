using Microsoft.Extensions.Localization;

namespace Market.Payments.Workflows.Events;

/// <summary>Occurs once a payment is posted, whoever posted it.</summary>
public sealed class PaymentReceivedEvent(IStringLocalizer<PaymentReceivedEvent> S) : AccountEvent(S)
{
    public override string Name => MarketEventNames.PaymentReceived;

    public override LocalizedString DisplayText => S["Payment received"];
}
