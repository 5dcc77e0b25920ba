using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using OrchardCore.Users.Services;

namespace Market.Orders.Sheets;

/// <summary>Gathers what the coordinators' pages show.</summary>
public sealed class OrderPages
{
    private const int DistributionsToChooseFrom = 100;

    private readonly OrderStore _store;
    private readonly OrderSheets _sheets;
    private readonly OrderDebits _debits;
    private readonly Distributions _distributions;
    private readonly IClientAccounts _accounts;
    private readonly IMarketTerms _terms;
    private readonly IUserService _users;

    /// <summary>Creates the gatherer.</summary>
    public OrderPages(
        OrderStore store,
        OrderSheets sheets,
        OrderDebits debits,
        Distributions distributions,
        IClientAccounts accounts,
        IMarketTerms terms,
        IUserService users)
    {
        _store = store;
        _sheets = sheets;
        _debits = debits;
        _distributions = distributions;
        _accounts = accounts;
        _terms = terms;
        _users = users;
    }

    /// <summary>The list of a distribution's orders.</summary>
    public async Task<AdminOrdersViewModel> ListAsync(string? distributionId, bool mayManage)
    {
        var all = await _distributions.ListLatestAsync(DistributionsToChooseFrom);
        var distribution = await _distributions.FindAsync(distributionId)
            ?? await _distributions.FindOpenOrNextAsync()
            ?? (all is [var latest, ..] ? latest : null);
        return new AdminOrdersViewModel
        {
            Distributions = all,
            Distribution = distribution,
            Rows = distribution is null ? [] : await RowsAsync(distribution.Id),
            MayManage = mayManage,
        };
    }

    /// <summary>The form on which to order for a member.</summary>
    public async Task<AdminNewOrderViewModel> NewAsync(
        Distribution distribution,
        string? accountId,
        IReadOnlyDictionary<string, string?>? typed = null)
    {
        var account = string.IsNullOrWhiteSpace(accountId) ? null : await _accounts.FindAsync(accountId.Trim());
        return new AdminNewOrderViewModel
        {
            Distribution = distribution,
            AccountId = accountId,
            Account = account,
            Sheet = account is null ? null : await _sheets.LayOutAsync(order: null, typed),
            FormKey = Guid.NewGuid().ToString("N"),
        };
    }

    /// <summary>The page of an order.</summary>
    public async Task<AdminOrderViewModel> OneAsync(Order order, bool mayManage, IReadOnlyDictionary<string, string?>? typed = null)
    {
        return new AdminOrderViewModel
        {
            Order = order,
            Account = await _accounts.FindAsync(order.AccountId),
            Sheet = await _sheets.LayOutAsync(order, typed),
            Posted = await _debits.PostedAsync(order),
            PlacedBy = await NameAsync(order.PlacedBy),
            ChangedBy = await NameAsync(order.ChangedBy),
            MayManage = mayManage,
        };
    }

    private async Task<IReadOnlyList<AdminOrderRow>> RowsAsync(string distributionId)
    {
        var currency = (await _terms.GetAsync()).Currency;
        var orders = await _store.ListAsync(distributionId);
        var accounts = await _accounts.FindManyAsync([.. orders.Select(order => order.AccountId).Distinct(StringComparer.Ordinal)]);
        var debits = await _accounts.GetOrderDebitsAsync(distributionId);
        return
        [
            .. orders.Select(order => new AdminOrderRow(
                    order.OrderId,
                    order.AccountId,
                    accounts.GetValueOrDefault(order.AccountId),
                    Enum.Parse<OrderStatus>(order.Status),
                    new Money(order.TotalMinorUnits, currency),
                    debits.GetValueOrDefault(order.OrderId, Money.Zero(currency))))
                .OrderByDescending(row => row.Differs)
                .ThenBy(row => row.Account?.Name, StringComparer.CurrentCulture),
        ];
    }

    private async Task<string?> NameAsync(string userId) => (await _users.GetUserByUniqueIdAsync(userId))?.UserName;
}
