using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Orders.Desk;

/// <summary>Finds orders by how their number begins, or by what they cost, the newest first.</summary>
public sealed class OrderFinder(ISession session, DistributionDays days, IClientAccounts accounts, Ledger.IMarketTerms terms, IStringLocalizer<OrderFinder> S) : IFinder
{
    private const int FewestOfNumber = 4;

    private const int LongestNumber = 26;

    public string Right => OrdersPermissions.ViewOrders.Name;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        var number = searched.Text.ToLowerInvariant();
        var isNumber = number.Length is >= FewestOfNumber and <= LongestNumber && number.All(char.IsAsciiLetterOrDigit);
        if (!isNumber && searched.Amount is null)
        {
            return [];
        }

        var amount = searched.Amount?.MinorUnits;
        var query = session.QueryIndex<OrderIndex>(collection: OrdersConstants.Collection);
        query = (isNumber, amount) switch
        {
            (true, { } due) => query.Where(index => index.OrderId.StartsWith(number) || index.TotalMinorUnits == due),
            (true, null) => query.Where(index => index.OrderId.StartsWith(number)),
            _ => query.Where(index => index.TotalMinorUnits == amount!.Value),
        };
        var found = (await query.OrderByDescending(index => index.PlacedUtc).Take(Searched.Most).ListAsync()).ToList();
        var dates = await days.FindAsync([.. found.Select(order => order.DistributionId).Distinct(StringComparer.Ordinal)]);
        var names = await accounts.FindManyAsync([.. found.Select(order => order.AccountId).Distinct(StringComparer.Ordinal)]);
        var currency = (await terms.GetAsync()).Currency;
        return [.. found.Select(order => new Found(S["Orders"], names.GetValueOrDefault(order.AccountId)?.Name ?? order.OrderId, DeskLink.Of("MarketOrder", "orderId", order.OrderId))
        {
            Detail = string.Join(" · ", new[]
            {
                dates.TryGetValue(order.DistributionId, out var day) ? day.InWords() : null,
                order.Status == nameof(OrderStatus.Cancelled) ? S["cancelled"].Value : new Ledger.Amounts.Money(order.TotalMinorUnits, currency).ForPeople(),
                order.OrderId[..8],
            }.OfType<string>()),
        })];
    }
}
