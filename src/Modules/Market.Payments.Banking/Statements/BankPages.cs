using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Transfers;
using Market.Payments.Banking.ViewModels;
using OrchardCore.DisplayManagement;
using OrchardCore.Navigation;

namespace Market.Payments.Banking.Statements;

/// <summary>Gathers what the bank's page shows: what the bank says, what the books say, and what waits.</summary>
public sealed class BankPages(StatementStore store, BankData bank, IBankBooks books, IMoneyForms forms, IMarketTerms terms, IShapeFactory shapes)
{
    private const int PageSize = 20;

    public async Task<BankViewModel> FillAsync(BankViewModel model, PagerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(model);
        var currency = (await terms.GetAsync()).Currency;
        var statements = (await store.LiveStatementsAsync()).Where(row => row.Currency == currency.Code).ToList();
        var movements = await store.MovementsAsync();
        var pager = new Pager(parameters.Page, PageSize, PageSize);
        model.State = await bank.GetAsync();
        model.LastDay = await bank.GetLastDayAsync();
        model.Today = await forms.TodayAsync();
        model.Accounts = [.. statements.GroupBy(row => row.Account, StringComparer.Ordinal).Select(group => Account(group.Key, [.. group], currency))];
        model.Reckoning = await ReckonAsync(statements, movements, currency);
        model.WaitingCount = (int)movements.Where(sum => IsWaitingIn(sum)).Sum(sum => sum.Count);
        model.WaitingSum = Sum(movements, currency, IsWaitingIn);
        model.DoubtfulCount = await store.CountAsync(LineState.Doubtful);
        model.InPart = await store.InPartAsync();
        model.Imports = await store.ImportsAsync(pager.GetStartIndex(), PageSize);
        model.Pager = await shapes.PagerAsync(pager, await store.CountImportsAsync());
        return model;
    }

    private async Task<BankReckoning?> ReckonAsync(List<StatementRow> statements, IReadOnlyList<StateSum> movements, Currency currency)
    {
        if (statements.Min(row => row.FromDay) is not { } first || statements.Max(row => row.ToDay) is not { } last)
        {
            return null;
        }

        var (from, to) = (Day(first), Day(last));
        return new BankReckoning(
            from,
            to,
            Sum(movements, currency, sum => sum.State is nameof(LineState.Posted) or nameof(LineState.Matched) or nameof(LineState.TookBack) or nameof(LineState.CameBack)),
            Sum(movements, currency, sum => sum.State is nameof(LineState.Ignored)),
            Sum(movements, currency, sum => sum.State is nameof(LineState.Waiting)),
            await books.MovedAsync(from, to));
    }

    // Statements may overlap: one that begins within those before it continues them.
    private static AccountAtBank Account(string account, List<StatementRow> statements, Currency currency)
    {
        var gaps = new List<StatementGap>();
        StatementRow? before = null;
        foreach (var row in statements.Where(row => row.FromDay is not null && row.ToDay is not null))
        {
            if (before is not null && row.FromDay > before.ToDay)
            {
                var missing = row.Opening - before.Closing;
                if (missing is null ? row.FromDay > before.ToDay + 1 : missing != 0)
                {
                    gaps.Add(new StatementGap(Day(before.ToDay!.Value), Day(row.FromDay!.Value), missing is { } amount ? new Money(amount, currency) : null));
                }
            }

            before = before is null || row.ToDay >= before.ToDay ? row : before;
        }

        return new AccountAtBank(account, before is null ? null : Day(before.ToDay!.Value), before?.Closing is { } closing ? new Money(closing, currency) : null, gaps);
    }

    private static bool IsWaitingIn(StateSum sum) => sum is { State: nameof(LineState.Waiting), IsIn: 1 };

    private static Money Sum(IReadOnlyList<StateSum> movements, Currency currency, Func<StateSum, bool> which) => new(movements.Where(which).Sum(sum => (long)sum.Sum), currency);

    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)number);
}
