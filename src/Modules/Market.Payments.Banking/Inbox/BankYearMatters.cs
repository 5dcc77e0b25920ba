using Market.Payments.Banking.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Inbox;

/// <summary>The lines of a year's bank statements that nobody has decided.</summary>
public sealed class BankYearMatters(StatementStore store, IStringLocalizer<BankYearMatters> S) : IYearMatters
{
    public async Task<IReadOnlyList<YearMatter>> FindAsync(DateOnly from, DateOnly until)
    {
        var waiting = (await store.InStateAsync(LineState.Waiting)).Concat(await store.InStateAsync(LineState.Doubtful)).Count(line => line.Day <= until);
        return waiting == 0 ? [] : [new YearMatter(S.Plural(waiting, "One line of the bank waits.", "{0} lines of the bank wait."), "PaymentsBankLines")];
    }
}
