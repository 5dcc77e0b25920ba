using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Cheques;

/// <summary>The cheques of a year that the bank has not had yet.</summary>
public sealed class ChequeYearMatters(ChequeStore store, IStringLocalizer<ChequeYearMatters> S) : IYearMatters
{
    public async Task<IReadOnlyList<YearMatter>> FindAsync(DateOnly from, DateOnly until)
    {
        var found = new List<YearMatter>();
        var inHand = (await store.InHandAsync(int.MaxValue)).Count(cheque => cheque.ReceivedOn <= until);
        if (inHand > 0)
        {
            found.Add(new YearMatter(S.Plural(inHand, "One cheque is in hand.", "{0} cheques are in hand."), "PaymentsCheques"));
        }

        var slips = (await store.OpenSlipsAsync()).Count(slip => slip.MadeOn <= until);
        if (slips > 0)
        {
            found.Add(new YearMatter(S.Plural(slips, "One deposit slip has not been to the bank.", "{0} deposit slips have not been to the bank."), "PaymentsSlips"));
        }

        return found;
    }
}
