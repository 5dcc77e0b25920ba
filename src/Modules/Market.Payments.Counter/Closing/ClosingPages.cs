using Market.Ledger.Amounts;
using Market.Ledger.Distributions;
using Market.Payments.Counter.ViewModels;
using OrchardCore.Users.Services;

namespace Market.Payments.Counter.Closing;

/// <summary>Gathers what the page of a distribution's closing shows.</summary>
public sealed class ClosingPages(
    ClosingSheets sheets,
    ClosingStore store,
    ClosingWords words,
    IDistributionState state,
    IMarketCalendar calendar,
    IUserService users)
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

        var (sheet, accounts) = found;
        model.DistributionId = sheet.Sales.DistributionId;
        model.Place = sheet.Sales.Name;
        model.Day = sheet.Sales.Date;
        model.HasCome = sheet.Sales.Date <= await calendar.TodayAsync();
        model.Closure = await state.FindAsync(distributionId);
        model.Closings = await store.ListAsync(distributionId);
        model.Names = await NamesAsync(model);
        model.Announced = [.. sheet.Announced.Select(payment => (payment, Client(payment.AccountId)))];

        var sealedNow = model.Closure is null ? null : model.Closings.FirstOrDefault(closed => closed.Closing.Number == model.Closure.Number)?.Closing;
        model.Matters = sealedNow is null ? [.. sheet.Matters().Select(matter => words.Say(matter, sheet))] : [];
        var announced = sheet.Announced.ToLookup(payment => payment.OrderId, payment => payment.Amount, StringComparer.Ordinal);
        var rows = (sealedNow?.Orders ?? sheet.Orders)
            .Select(order => new ClosingRow(Client(order.AccountId), order, sealedNow is null ? Sum(announced[order.OrderId], sheet.Currency) : Money.Zero(sheet.Currency)))
            .OrderBy(row => row.Client, NameText.Order)
            .ToList();
        model.Open = [.. rows.Where(row => row.IsOpen)];
        model.Settled = [.. rows.Where(row => !row.IsOpen)];
        model.Due = Sum(rows.Select(row => row.Order.Due), sheet.Currency);
        model.Paid = Sum(rows.Select(row => row.Order.Paid), sheet.Currency);

        // A form that was refused keeps its key; what it is about is what the page shows now.
        model.Key ??= IMoneyForms.NewKey();
        model.Seen = sheet.Code();
        return model;

        string Client(string accountId) => accounts.TryGetValue(accountId, out var account) ? $"{account.Name} · {account.Number}" : accountId;
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(ClosingViewModel model)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var userId in model.Closings.SelectMany(closed => new[] { closed.Closing.ClosedBy, closed.ReopenedBy }).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if ((await users.GetUserByUniqueIdAsync(userId))?.UserName is { } name)
            {
                names.Add(userId, name);
            }
        }

        return names;
    }

    private static Money Sum(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
