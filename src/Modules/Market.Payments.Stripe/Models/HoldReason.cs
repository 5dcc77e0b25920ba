namespace Market.Payments.Stripe.Models;

/// <summary>Why something Stripe says waits for a person.</summary>
public enum HoldReason
{
    /// <summary>Real money on test keys, or the other way round.</summary>
    Mode,

    /// <summary>It names another client account than was asked.</summary>
    Account,

    Currency,

    Amount,

    /// <summary>A second payment for what was asked for once.</summary>
    Reference,

    /// <summary>It is of this site, which does not know the payment.</summary>
    UnknownPayment,

    /// <summary>The ledger refused; the detail is its reason.</summary>
    Refused,

    /// <summary>It does not say what it should.</summary>
    Unreadable,

    /// <summary>Stripe was asked about it and did not answer.</summary>
    NoAnswer,

    /// <summary>Stripe's dispute prevention settled it in a way only a person can book.</summary>
    Prevented,

    /// <summary>Applying it failed, again and again.</summary>
    Fault,

    /// <summary>This site asked for it, and Stripe does not know it.</summary>
    MissingAtStripe,

    /// <summary>It is paid here, and not at Stripe.</summary>
    PaidHereOnly,

    /// <summary>What Stripe lists of a payout does not add up to it, or not yet.</summary>
    PayoutShort,
}
