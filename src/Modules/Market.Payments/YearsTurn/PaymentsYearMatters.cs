using Market.Payments.Fees;
using Microsoft.Extensions.Localization;

namespace Market.Payments.YearsTurn;

/// <summary>What was announced in a year and has not arrived, and what waits for a second person.</summary>
public sealed class PaymentsYearMatters(IAnnouncedPayments announced, FeeRuns runs, IStringLocalizer<PaymentsYearMatters> S) : IYearMatters
{
    public async Task<IReadOnlyList<YearMatter>> FindAsync(DateOnly from, DateOnly until)
    {
        var found = new List<YearMatter>();
        if (await announced.CountAsync(until) is > 0 and var payments)
        {
            found.Add(new YearMatter(S.Plural(payments, "One payment is announced and has not arrived.", "{0} payments are announced and have not arrived."), "PaymentsPending"));
        }

        if (await runs.CountProposedAsync() is > 0 and var proposed)
        {
            found.Add(new YearMatter(S.Plural(proposed, "One fee or correction waits for a second person.", "{0} fees or corrections wait for a second person."), "PaymentsFees"));
        }

        return found;
    }
}
