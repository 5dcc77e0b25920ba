using System.Text;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Orders.Confirmations;

/// <summary>Writes what is in a confirmation, in the language of the request.</summary>
public sealed class ConfirmationText(IClientAccounts accounts, IMarketCalendar calendar, ISiteService siteService, ISiteAddress address, IStringLocalizer<ConfirmationText> S)
{
    /// <summary>The subject and the text.</summary>
    public async Task<(string Subject, string Text)> WriteAsync(Order order, Distribution distribution, ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(account);
        var market = OneLine.Of((await siteService.GetSiteSettingsAsync()).SiteName ?? string.Empty);
        var day = distribution.Date.ToString("D");
        var text = new StringBuilder()
            .AppendLine(S["Hello {0},", account.Name])
            .AppendLine()
            .AppendLine(Opening(order, day));
        if (order.Status is OrderStatus.Placed)
        {
            await WriteOrderAsync(text, order, distribution);
        }

        text.AppendLine().AppendLine(Standing(await accounts.GetBalanceAsync(account.Id)));
        if (await address.GetAsync() is { } site)
        {
            text.AppendLine().AppendLine($"{site}/order/{order.OrderId}");
        }

        return (S["{0}: your order for {1}", market, day], text.ToString());
    }

    private string Opening(Order order, string day) =>
        order.Status is OrderStatus.Cancelled ? S["Your order for {0} is cancelled. Nothing is due for it any more.", day]
        : order.Revision == 1 ? S["Your order for {0} is noted.", day]
        : S["Your order for {0} is changed. It is now:", day];

    private async Task WriteOrderAsync(StringBuilder text, Order order, Distribution distribution)
    {
        var total = order.Total();
        text.AppendLine();
        foreach (var line in order.Lines)
        {
            text.AppendLine($"{LineWords.Ordered(line)} {line.Name}: {new Money(line.Cost(), total.Currency).ForPeople()}");
        }

        text.AppendLine(S["Total: {0}", total.ForPeople()])
            .AppendLine(S["VAT included: {0}", OrderTotals.VatIncluded(order.Lines, total.Currency).ForPeople()]);
        if (order.Lines.Any(line => line.IsEstimated))
        {
            text.AppendLine(S["What is sold by weight is estimated until it is weighed; the difference then goes on your account."]);
        }

        text.AppendLine()
            .AppendLine(distribution.CollectFrom.Length > 0 && distribution.CollectTo.Length > 0
                ? S["Collection: {0}, from {1} to {2}", distribution.Place, distribution.CollectFrom, distribution.CollectTo]
                : S["Collection: {0}", distribution.Place])
            .AppendLine(S["You can change or cancel it until {0:f}.", await calendar.ToLocalAsync(new DateTimeOffset(distribution.ClosesUtc, TimeSpan.Zero))]);
    }

    private string Standing(Money balance) =>
        balance.IsNegative ? S["To pay on your account: {0}", balance.Abs().ForPeople()]
        : balance.IsPositive ? S["Credit on your account: {0}", balance.ForPeople()]
        : S["Your account is settled."];
}
