namespace Market.Ledger.Cheques;

/// <summary>Why a deposit slip does not go to the bank as it is.</summary>
public enum SlipFault
{
    /// <summary>It went to the bank already.</summary>
    IsBanked,

    /// <summary>All its cheques were taken off.</summary>
    IsEmpty,

    /// <summary>The payment of a cheque on it was reversed: that one is taken off first.</summary>
    HoldsReversed,

    /// <summary>The day is before one of its cheques was received.</summary>
    BeforeItsCheques,

    /// <summary>The market has locked the day.</summary>
    DayLocked,
}
