namespace Market.Ledger.Cheques;

/// <summary>Where a cheque stands. A state is added, never renamed: it is stored.</summary>
public enum ChequeState
{
    /// <summary>Handed over in advance: the market has the paper, and the client account has nothing of it yet.</summary>
    Ahead,

    /// <summary>Credited, and in the market's hands.</summary>
    InHand,

    /// <summary>On a deposit slip that has not been to the bank.</summary>
    OnSlip,

    /// <summary>Brought to the bank.</summary>
    Banked,

    /// <summary>The bank gave it back unpaid.</summary>
    Bounced,

    /// <summary>Its payment was reversed while the market had it.</summary>
    Reversed,

    /// <summary>Given back to who wrote it.</summary>
    GivenBack,

    /// <summary>Banked without a slip of ours, before slips were kept: nothing is booked of it here.</summary>
    SetAside,
}
