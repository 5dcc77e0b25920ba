using Market.Ledger.Amounts;
using Market.Payments.Counter.Board;
using Market.Payments.Counter.ViewModels;

namespace Market.Payments.Counter.Closing;

/// <summary>Gathers what the page of a distribution's closing shows.</summary>
public sealed class ClosingPages(
    ClosingSheets sheets,
    ClosingStore store,
    ClosingWords words,
    IDistributionState state,
    IClientAccounts clients,
    IMarketCalendar calendar,
    UserNames users)
{
    /// <summary>Fills the page: with the orders as they were sealed where it is closed, and as they are where not.</summary>
    /// <returns>None where there is no such distribution.</returns>
    public async Task<ClosingViewModel?> FillAsync(ClosingViewModel model, string distributionId)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (await sheets.FindAsync(distributionId) is not { } found)
        {
            return null;
        }

        var (sheet, accounts, entries) = found;
        var late = entries.Where(entry => entry.IsLate && entry.IsTaken()).OrderBy(entry => entry.RecordedUtc).ToList();
        var refused = entries.Where(entry => !entry.IsTaken()).OrderBy(entry => entry.RecordedUtc).ToList();
        var others = await clients.FindManyAsync([.. late.Concat(refused).Select(entry => entry.AccountId).Where(id => !accounts.ContainsKey(id)).Distinct(StringComparer.Ordinal)]);
        model.DistributionId = sheet.Sales.DistributionId;
        model.Place = sheet.Sales.Name;
        model.Day = sheet.Sales.Date;
        model.HasCome = sheet.Sales.Date <= await calendar.TodayAsync();
        model.Closure = await state.FindAsync(distributionId);
        model.Closings = await store.ListAsync(distributionId);
        model.Late = [.. late.Select(entry => (entry, Client(entry.AccountId)))];
        model.Refused = [.. refused.Select(entry => (entry, Client(entry.AccountId)))];
        model.Names = await users.FindAsync(
        [
            .. model.Closings.SelectMany(closed => new[] { closed.Closing.ClosedBy, closed.ReopenedBy })
                .Concat(late.Concat(refused).Select(entry => entry.UserId))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ]);
        model.Announced = [.. sheet.Announced.Select(payment => (payment, Client(payment.AccountId)))];

        var sealedNow = model.Closure is null ? null : model.Closings.FirstOrDefault(closed => closed.Closing.Number == model.Closure.Number)?.Closing;
        model.Matters = sealedNow is null ? [.. sheet.Matters().Select(matter => words.Say(matter, sheet))] : [];
        var announced = sheet.Announced.ToLookup(payment => payment.OrderId, payment => payment.Amount, StringComparer.Ordinal);
        var rows = (sealedNow?.Orders ?? sheet.Orders)
            .Select(order => new ClosingRow(Client(order.AccountId), order, sealedNow is null ? Sum(announced[order.OrderId], sheet.Currency) : Money.Zero(sheet.Currency)))
            .OrderByName(row => row.Client)
            .ToList();
        model.Open = [.. rows.Where(row => row.IsOpen)];
        model.Settled = [.. rows.Where(row => !row.IsOpen)];
        model.Due = Sum(rows.Select(row => row.Order.Due), sheet.Currency);
        model.Paid = Sum(rows.Select(row => row.Order.Paid), sheet.Currency);

        // A form that was refused keeps its key; what it is about is what the page shows now.
        model.Key ??= IMoneyForms.NewKey();
        model.Seen = sheet.Code();
        return model;

        string Client(string accountId) => accounts.TryGetValue(accountId, out var account) || others.TryGetValue(accountId, out account) ? $"{account.Name} · {account.Number}" : accountId;
    }

    private static Money Sum(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
