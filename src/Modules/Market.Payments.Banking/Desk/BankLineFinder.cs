using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Desk;

/// <summary>Finds lines of the bank by amount, reference, text or who is at the other end, the newest first.</summary>
public sealed class BankLineFinder(StatementStore store, IMarketTerms terms, IStringLocalizer<BankLineFinder> S) : IFinder
{
    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        var currency = (await terms.GetAsync()).Currency;
        return [.. (await store.SearchAsync(searched.Text, searched.Amount?.MinorUnits, Searched.Most)).Select(line =>
            new Found(S["Bank"], line.Counterparty is { Length: > 0 } who ? who : line.Text, DeskLink.Of("PaymentsBankLine", "id", line.LineId))
            {
                Detail = $"{new Money(line.Amount, currency).WithSign()} · {line.Day.InWords()}",
            })];
    }
}
