namespace Market.Ledger;

/// <summary>Why an operation was posted. The name is part of the operation's hash: a kind is added, never renamed.</summary>
public enum OperationKind
{
    /// <summary>What an account held or owed before the ledger began. Either sign.</summary>
    OpeningBalance,

    /// <summary>An order's debit, or the difference when the order changes or is cancelled. Either sign.</summary>
    Order,

    /// <summary>Money received from the member. Positive.</summary>
    Payment,

    /// <summary>Money given back to the member. Negative.</summary>
    Refund,

    /// <summary>A correction with a reason. Either sign.</summary>
    Adjustment,

    /// <summary>Money moved from or to another account of the market. Either sign.</summary>
    Transfer,

    /// <summary>A fee charged to the member. Negative.</summary>
    Fee,

    /// <summary>A debt the market gives up. Positive.</summary>
    WriteOff,

    /// <summary>The exact opposite of an earlier operation, which it names (a <i>contre-passation</i>).</summary>
    Reversal,

    /// <summary>The deposit on packaging that went out to the member, negative, or came back, positive; see <see cref="Returnables.ReturnableMove"/>.</summary>
    Deposit,
}
