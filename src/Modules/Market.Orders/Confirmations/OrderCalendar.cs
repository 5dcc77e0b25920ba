using System.Globalization;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Orders.Confirmations;

/// <summary>Writes the day on which an order is collected for a member's calendar, in the language of the request.</summary>
public sealed class OrderCalendar(IMarketCalendar calendar, ISiteService siteService, ISiteAddress address, IStringLocalizer<OrderCalendar> S)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "order.ics";

    /// <summary>The file of an order, by the market's own clock.</summary>
    public async Task<string> WriteAsync(Order order, Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(distribution);
        var total = order.Due().ForPeople();
        return CalendarFile.Write(new CalendarEvent(
            $"{order.OrderId}@market-orders",
            new DateTimeOffset(DateTime.SpecifyKind(order.ChangedUtc, DateTimeKind.Utc)),
            order.Revision,
            order.Status is OrderStatus.Cancelled,
            distribution.Date,
            await InstantAsync(distribution.Date, distribution.CollectFrom),
            await InstantAsync(distribution.Date, distribution.CollectTo),
            S["Collect my order: {0}", (await siteService.GetSiteSettingsAsync()).SiteName],
            distribution.Place,
            string.Join('\n', order.Lines.Select(line => $"{LineWords.Ordered(line)} {line.Name}").Append(S["Total: {0}", total])),
            await address.GetAsync() is { } site ? $"{site}/order/{order.OrderId}" : null));
    }

    // A time that nobody typed, or that the clocks skip on that day, is none: the whole day is said then.
    private async Task<DateTimeOffset?> InstantAsync(DateOnly day, string time) =>
        TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? await calendar.ToInstantAsync(day.ToDateTime(clock)) : null;
}
