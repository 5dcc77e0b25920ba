using Market.Ledger.Amounts;

namespace Market.Ledger.Cheques;

/// <summary>A cheque on a deposit slip, as it stood there when the slip was made.</summary>
/// <param name="ChequeId">The cheque.</param>
/// <param name="AccountId">The client account it pays.</param>
/// <param name="Amount">What it is worth. Positive.</param>
/// <param name="Number">The number printed on it.</param>
/// <param name="Bank">The bank that issued it.</param>
/// <param name="ReceivedOn">The market's day it was received.</param>
public sealed record SlipLine(string ChequeId, string AccountId, Money Amount, string Number, string Bank, DateOnly ReceivedOn)
{
    /// <summary>The line of a cheque.</summary>
    public static SlipLine Of(Cheque cheque)
    {
        ArgumentNullException.ThrowIfNull(cheque);
        return new SlipLine(cheque.Id, cheque.AccountId, cheque.Amount, cheque.Number, cheque.Bank, cheque.ReceivedOn);
    }
}
