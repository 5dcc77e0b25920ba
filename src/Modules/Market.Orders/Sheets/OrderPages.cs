using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.TypeIn;
using Market.Orders.ViewModels;
using Market.Payments;
using OrchardCore.Users.Services;

namespace Market.Orders.Sheets;

/// <summary>Gathers what the coordinators' pages show.</summary>
public sealed class OrderPages(
    OrderStore store,
    OrderSheets sheets,
    OrderDebits debits,
    Distributions distributions,
    IClientAccounts accounts,
    IOpenAccounts open,
    IMarketTerms terms,
    IDistributionState state,
    IUserService users)
{
    private const int DistributionsToChooseFrom = 100;

    /// <summary>The list of a distribution's orders.</summary>
    public async Task<AdminOrdersViewModel> ListAsync(string? distributionId, bool mayManage)
    {
        var all = await distributions.ListLatestAsync(DistributionsToChooseFrom);
        var distribution = await distributions.FindAsync(distributionId)
            ?? await distributions.FindOpenOrNextAsync()
            ?? (all is [var latest, ..] ? latest : null);
        var closure = distribution is null ? null : await state.FindAsync(distribution.Id);
        return new AdminOrdersViewModel
        {
            Distributions = all,
            Distribution = distribution,
            Rows = distribution is null ? [] : await RowsAsync(distribution.Id),
            Closure = closure,
            MayManage = mayManage && closure is null,
        };
    }

    /// <summary>The form on which to order for a member.</summary>
    public async Task<AdminNewOrderViewModel> NewAsync(Distribution distribution, string? accountId, IReadOnlyDictionary<string, string?>? typed = null)
    {
        var account = string.IsNullOrWhiteSpace(accountId) ? null : await accounts.FindAsync(accountId.Trim());
        return new AdminNewOrderViewModel
        {
            Distribution = distribution,
            Account = account,
            Sheet = account is null ? null : await sheets.LayOutAsync(distribution.Id, order: null, typed),
            FormKey = Guid.NewGuid().ToString("N"),
        };
    }

    /// <summary>The page before a member is chosen.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="member">What was typed to find one.</param>
    public async Task<AdminNewOrderViewModel> AskAsync(Distribution distribution, string? member) => new()
    {
        Distribution = distribution,
        Member = member,
        Matches = string.IsNullOrWhiteSpace(member) ? [] : [.. (await open.ListAsync()).Where(account => TypeInPages.Fits(account, member))],
        FormKey = string.Empty,
    };

    /// <summary>The page of an order.</summary>
    public async Task<AdminOrderViewModel> OneAsync(Order order, bool mayManage, IReadOnlyDictionary<string, string?>? typed = null)
    {
        var closure = await state.FindAsync(order.DistributionId);
        return new AdminOrderViewModel
        {
            Order = order,
            Account = await accounts.FindAsync(order.AccountId),
            Sheet = await sheets.LayOutAsync(order.DistributionId, order, typed),
            Posted = await debits.PostedAsync(order),
            PlacedBy = await NameAsync(order.PlacedBy),
            ChangedBy = await NameAsync(order.ChangedBy),
            Closure = closure,
            MayManage = mayManage && closure is null,
        };
    }

    private async Task<IReadOnlyList<AdminOrderRow>> RowsAsync(string distributionId)
    {
        var currency = (await terms.GetAsync()).Currency;
        var rows = await store.ListAsync(distributionId);
        var clients = await accounts.FindManyAsync([.. rows.Select(order => order.AccountId).Distinct(StringComparer.Ordinal)]);
        var posted = await accounts.GetOrderDebitsAsync(distributionId);
        return
        [
            .. rows.Select(order => new AdminOrderRow(
                    order.OrderId,
                    order.AccountId,
                    clients.GetValueOrDefault(order.AccountId),
                    Enum.Parse<OrderStatus>(order.Status),
                    new Money(order.TotalMinorUnits, currency),
                    posted.GetValueOrDefault(order.OrderId, Money.Zero(currency))))
                .OrderByDescending(row => row.Differs)
                .ThenByName(row => row.Account?.Name),
        ];
    }

    private async Task<string?> NameAsync(string userId) => (await users.GetUserByUniqueIdAsync(userId))?.UserName;
}
