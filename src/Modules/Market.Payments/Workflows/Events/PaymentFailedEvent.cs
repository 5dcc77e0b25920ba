using Microsoft.Extensions.Localization;

namespace Market.Payments.Workflows.Events;

/// <summary>Occurs once it is known that a payment will not arrive: an announced one was cancelled, or a module that takes payments says so.</summary>
public sealed class PaymentFailedEvent(IStringLocalizer<PaymentFailedEvent> S) : AccountEvent(S)
{
    public override string Name => MarketEventNames.PaymentFailed;

    public override LocalizedString DisplayText => S["Payment failed"];
}
