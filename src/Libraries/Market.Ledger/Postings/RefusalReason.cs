namespace Market.Ledger.Postings;

/// <summary>Why the ledger posted nothing.</summary>
public enum RefusalReason
{
    /// <summary>The market has not activated payments.</summary>
    PaymentsOff,

    /// <summary>There is no such account.</summary>
    UnknownAccount,

    /// <summary>The account is closed.</summary>
    AccountClosed,

    /// <summary>The method is not offered, or none was named where one is needed.</summary>
    MethodNotOffered,

    /// <summary>Money cannot be given back by this method.</summary>
    MethodDoesNotRefund,

    /// <summary>The method needs a detail, or an order's debit its order, that was not given; <see cref="Refusal.Field"/> names it.</summary>
    DetailMissing,

    /// <summary>A text is longer than the ledger keeps, or a key is blank; <see cref="Refusal.Field"/> names it.</summary>
    TextTooLong,

    /// <summary>A correction was asked for without a reason.</summary>
    ReasonMissing,

    /// <summary>The amount is zero, or is above the ceiling, or has a sign that its kind never has; a reversal, or a kind that is none, is never posted as such.</summary>
    WrongAmount,

    /// <summary>What is sold by rates of VAT does not come to the amount.</summary>
    WrongVat,

    /// <summary>The amount is not in the market's currency, or the account is kept in another.</summary>
    WrongCurrency,

    /// <summary>The key was used before, for something else.</summary>
    KeyConflict,

    /// <summary>The order would take the balance below the floor.</summary>
    BelowFloor,

    /// <summary>The day is in a closed year, or the market has locked it; <see cref="Refusal.FirstOpenDay"/> is the first that is open.</summary>
    DayClosed,

    /// <summary>The distribution is closed: what its orders cost stands.</summary>
    DistributionClosed,

    /// <summary>More would be announced than the account owes and the market's cap; <see cref="Refusal.Room"/> is what still may be.</summary>
    AnnouncedTooMuch,

    /// <summary>The account has no such operation.</summary>
    UnknownOperation,

    /// <summary>The operation has been reversed already.</summary>
    AlreadyReversed,

    /// <summary>A reversal is not reversed: what it undid is posted anew.</summary>
    IsReversal,

    /// <summary>The account has no such pending payment.</summary>
    UnknownPendingPayment,

    /// <summary>The pending payment was received: it is not cancelled, its operation is reversed.</summary>
    PendingPaymentReceived,

    /// <summary>The pending payment was cancelled: what arrives after all is a payment of its own.</summary>
    PendingPaymentCancelled,
}
