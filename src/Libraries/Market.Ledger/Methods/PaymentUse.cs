namespace Market.Ledger.Methods;

/// <summary>Where a payment method is used.</summary>
public enum PaymentUse
{
    /// <summary>At the stall, hand to hand: cash, cheque, card terminal.</summary>
    OnSite,

    /// <summary>From the member's bank, on their own time.</summary>
    Transfer,

    /// <summary>On the public site, through a provider.</summary>
    Online,
}
