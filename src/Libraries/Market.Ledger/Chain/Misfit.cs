namespace Market.Ledger.Chain;

/// <summary>How something in the books does not fit.</summary>
public enum Misfit
{
    /// <summary>An operation cannot be read.</summary>
    Unreadable,

    /// <summary>An operation says it is on another account.</summary>
    WrongAccount,

    /// <summary>An operation is not in the market's currency.</summary>
    WrongCurrency,

    /// <summary>An operation is missing before this one.</summary>
    Gap,

    /// <summary>An operation stands at a place that was taken already: it is there twice, or was moved or inserted.</summary>
    PlaceTaken,

    /// <summary>An operation does not carry the hash of the one before it.</summary>
    WrongPrevious,

    /// <summary>An operation's content is not what its hash says.</summary>
    Changed,

    /// <summary>An operation was recorded before the one before it.</summary>
    RecordedBackwards,

    /// <summary>An account has operations and no kept state.</summary>
    HeadMissing,

    /// <summary>An account's kept balance is not the sum of its operations.</summary>
    HeadBalance,

    /// <summary>An account's kept number of operations is not its last operation's place.</summary>
    HeadSequence,

    /// <summary>An account's kept hash is not its last operation's.</summary>
    HeadHash,

    /// <summary>An account's kept time is not its last operation's.</summary>
    HeadRecordedAt,

    /// <summary>An account's kept pending sum is not the sum of its announced payments.</summary>
    HeadPending,

    /// <summary>A closing's content is not what its hash says.</summary>
    ClosingChanged,

    /// <summary>A closing does not carry the hash of the one of its kind before it.</summary>
    ClosingPrevious,

    /// <summary>A closing does not follow the one of its kind before it: one is missing.</summary>
    ClosingGap,

    /// <summary>A closing's totals of its period are not those of the operations.</summary>
    ClosingTotals,

    /// <summary>A closing's perpetual totals are not those of the operations.</summary>
    ClosingPerpetual,

    /// <summary>A closing's root is not that of the accounts, of the payouts and of the cash drawers, at its end.</summary>
    ClosingRoot,

    /// <summary>The record of a file that a closed year keeps is not what its hash says.</summary>
    YearFileChanged,

    /// <summary>The record of a file that a closed year keeps does not follow the one before it: one is missing.</summary>
    YearFilePrevious,

    /// <summary>A file that a closed year keeps is not there as it was made.</summary>
    YearFileContent,

    /// <summary>The kept journal of a closed year does not say the operations that are dated in it.</summary>
    YearFileOperations,

    /// <summary>What is booked of a payout cannot be read.</summary>
    PayoutUnreadable,

    /// <summary>Something that was booked of a payout is missing, or is there twice, or was moved.</summary>
    PayoutGap,

    /// <summary>What is booked of a payout is not what its hash says, or does not follow from the one before it.</summary>
    PayoutChanged,

    /// <summary>The last thing booked of payouts is not the one that the kept head says.</summary>
    PayoutHead,

    /// <summary>An entry of a cash drawer cannot be read.</summary>
    DrawerUnreadable,

    /// <summary>An entry of a cash drawer is missing, or is there twice, or was moved.</summary>
    DrawerGap,

    /// <summary>An entry of a cash drawer is not what its hash says, or does not follow from the one before it.</summary>
    DrawerChanged,

    /// <summary>An entry of a cash drawer does not say what those before it come to, or stands before its opening or after its closing.</summary>
    DrawerSum,

    /// <summary>The last entry of the cash drawers is not the one that the kept head says.</summary>
    DrawerHead,

    /// <summary>A receipt is missing, or its number is there twice.</summary>
    ReceiptGap,

    /// <summary>A receipt is not what its hash says, or does not follow from the one before it.</summary>
    ReceiptChanged,

    /// <summary>The last receipt is not the one that the kept head says.</summary>
    ReceiptHead,

    /// <summary>A receipt is for money, or names a deposit, that the ledger does not have, or not as it says.</summary>
    ReceiptMoney,

    /// <summary>The closing of a distribution is not what its hash says.</summary>
    DistributionClosingChanged,

    /// <summary>A closing of a distribution is missing, or is there twice.</summary>
    DistributionClosingMissing,

    /// <summary>What an operation says by rates of VAT does not come to its amount.</summary>
    WrongVat,

    /// <summary>An account has operations and no client.</summary>
    ClientMissing,

    /// <summary>Orders are for a distribution that is gone.</summary>
    DistributionMissing,

    /// <summary>Statements are for a seller who is gone.</summary>
    SellerMissing,
}
