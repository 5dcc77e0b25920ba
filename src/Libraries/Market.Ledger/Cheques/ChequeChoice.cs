using Market.Ledger.Amounts;

namespace Market.Ledger.Cheques;

/// <summary>Chooses cheques for a deposit slip. Pure.</summary>
public static class ChequeChoice
{
    /// <summary>The cheques whose sum is at most an amount: those that are due first, each that still fits.</summary>
    /// <param name="cheques">The cheques, in one currency.</param>
    /// <param name="most">What they may come to.</param>
    public static IReadOnlyList<Cheque> UpTo(IEnumerable<Cheque> cheques, Money most)
    {
        ArgumentNullException.ThrowIfNull(cheques);
        var left = most;
        var chosen = new List<Cheque>();
        foreach (var cheque in cheques.OrderBy(cheque => cheque.BankDay).ThenBy(cheque => cheque.ReceivedOn).ThenBy(cheque => cheque.Id, StringComparer.Ordinal))
        {
            if (cheque.Amount <= left && chosen.Count < DepositSlip.MostCheques)
            {
                left -= cheque.Amount;
                chosen.Add(cheque);
            }
        }

        return chosen;
    }
}
