using System.Globalization;
using Market.Orders.ClosingReminders;
using Market.Orders.Corrections;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Workflows.Events;
using Market.Payments.Outbox;
using Market.Payments.Reminders.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using OrchardCore.ContentManagement;
using OrchardCore.Title.Models;

namespace Market.Payments.Reminders.Tests;

/// <summary>What the recipe's workflows write to members about their orders, read from the pickup folder.</summary>
[Collection(SqliteReminders.Name)]
public sealed class OrderMailTests(ReminderMarket market)
{
    private const string Hostile = "Leeks;,\\\r\nBEGIN:VEVENT\r\nBcc: all@example.org <b>";

    private static readonly DateTime Opens = new(2027, 6, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Closes = new(2027, 6, 4, 18, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Each_state_of_an_order_is_confirmed_once_with_a_file_for_the_calendar()
    {
        market.Host.Clock.Set = Opens.AddHours(1);
        var (distribution, product) = (await AddDistributionAsync(), await AddProductAsync(Hostile));
        var member = await market.OpenAsync("Ann Basket");
        var order = await PlaceAsync(member, distribution, product, 2);
        await TellAsync();

        var mail = Assert.Single(market.Mails.To(member.Address));
        Assert.Contains("Your order for Saturday, June 5, 2027 is noted.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("2 × kg Leeks;,\\ BEGIN:VEVENT Bcc: all@example.org <b>: €10.00", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("To pay on your account: €10.00", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{ReminderMarket.Address}/order/{order.OrderId}", mail.TextBody, StringComparison.Ordinal);
        Assert.Empty(mail.Bcc);
        var file = CalendarOf(mail);
        Assert.Contains($"DTSTART:{await InstantAsync(18, 0)}\r\nDTEND:{await InstantAsync(19, 30)}\r\n", file, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Hall\\, north\r\n", file, StringComparison.Ordinal);
        Assert.Single(file.Split("\r\n"), line => line == "BEGIN:VEVENT");

        // Told again, nobody is written to again.
        await RaiseAsync(nameof(OrderPlacedEvent), ("OrderId", order.OrderId));
        Assert.Single(market.Mails.To(member.Address));

        order = Done(await AskAsync(orders => orders.ChangeAsync(new ChangeOrder
        {
            OrderId = order.OrderId,
            AccountId = member.AccountId,
            Revision = 1,
            Quantities = new Dictionary<string, int> { [product] = 3 },
            UserId = "test",
        })));
        await TellAsync();
        Assert.Single(market.Mails.To(member.Address), sent => sent.TextBody!.Contains("is changed. It is now:", StringComparison.Ordinal));

        // What is corrected, and what comes after the end of the order window, waits for no confirmation.
        order = Done(await AskAsync(orders => orders.CorrectAsync(new CorrectOrder
        {
            OrderId = order.OrderId,
            AccountId = member.AccountId,
            Revision = order.Revision,
            Lines = new Dictionary<string, LineCorrection> { [product] = new() { Came = 1 } },
            Reason = "Short",
            UserId = "test",
        })));
        await TellAsync();
        Assert.Equal(2, market.Mails.To(member.Address).Count);
        Done(await AskAsync(orders => orders.CancelAsync(new CancelOrder { OrderId = order.OrderId, AccountId = member.AccountId, Revision = order.Revision, UserId = "test" })));
        await TellAsync();
        var last = Assert.Single(market.Mails.To(member.Address), sent => sent.TextBody!.Contains("is cancelled. Nothing is due for it any more.", StringComparison.Ordinal));
        Assert.Contains("METHOD:CANCEL", CalendarOf(last), StringComparison.Ordinal);
        market.Host.Clock.Set = Closes.AddHours(1);
        await PlaceAsync(member, distribution, product, 1, onBehalf: true);
        await TellAsync();
        Assert.Equal(3, market.Mails.To(member.Address).Count);
    }

    [Fact]
    public async Task Before_orders_close_who_asked_and_has_not_ordered_is_written_to_once()
    {
        market.Host.Clock.Set = Opens.AddDays(-1);
        await LookAsync();
        market.Host.Clock.Set = Opens.AddHours(1);
        var (distribution, product) = (await AddDistributionAsync(), await AddProductAsync("Leeks"));
        var asked = await market.OpenAsync("Anne Garde", culture: "fr");
        var ordered = await market.OpenAsync("Bert Basket");
        var silent = await market.OpenAsync("Silent Sam");
        var unasked = await market.OpenAsync("Unasked Una");
        foreach (var (member, wants) in new[] { (asked, true), (ordered, true), (unasked, true), (unasked, false) })
        {
            await ChooseAsync(member, wants);
        }

        await PlaceAsync(ordered, distribution, product, 1);
        await LookAsync();
        Assert.Empty(market.Mails.To(asked.Address));

        market.Host.Clock.Set = Closes.AddHours(-23);
        await LookAsync();
        await LookAsync();
        await RaiseAsync(nameof(DistributionClosingSoonEvent), ("DistributionId", distribution));

        var mail = Assert.Single(market.Mails.To(asked.Address));
        Assert.EndsWith("les commandes ferment bientôt", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"{ReminderMarket.Address}/order?distributionId={distribution}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(market.Mails.To(ordered.Address), sent => sent.Subject!.Contains("close", StringComparison.Ordinal));
        Assert.Empty(market.Mails.To(silent.Address));
        Assert.Empty(market.Mails.To(unasked.Address));
    }

    private static string CalendarOf(MimeMessage mail)
    {
        var part = Assert.IsAssignableFrom<MimePart>(Assert.Single(mail.Attachments));
        Assert.Equal("order.ics", part.FileName);
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        // The folder has the lines of a file; on its way a mail has those of the protocol.
        return System.Text.Encoding.UTF8.GetString(content.ToArray()).ReplaceLineEndings("\r\n");
    }

    private async Task<string> InstantAsync(int hour, int minute) => (await market.Host.InScopeAsync(services =>
            services.GetRequiredService<IMarketCalendar>().ToInstantAsync(new DateTime(2027, 6, 5, hour, minute, 0))))!
        .Value.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private Task<OrderResult> AskAsync(Func<OrderService, Task<OrderResult>> ask) => market.Host.InScopeAsync(services => ask(services.GetRequiredService<OrderService>()));

    private async Task<Order> PlaceAsync(Debtor member, string distribution, string product, int quantity, bool onBehalf = false) => Done(await AskAsync(orders => orders.PlaceAsync(new PlaceOrder
    {
        AccountId = member.AccountId,
        DistributionId = distribution,
        Quantities = new Dictionary<string, int> { [product] = quantity },
        FormKey = Guid.NewGuid().ToString("n"),
        UserId = "test",
        OnBehalf = onBehalf,
    })));

    private static Order Done(OrderResult result) => Assert.IsType<OrderResult.Done>(result).Order;

    private Task ChooseAsync(Debtor member, bool wants) => market.Host.InScopeAsync(async services =>
    {
        var account = await services.GetRequiredService<IClientAccounts>().FindAsync(member.AccountId);
        return await services.GetRequiredService<ReminderWishes>().ChooseAsync(account!.UserId!, wants);
    });

    private async Task LookAsync()
    {
        await market.Host.WorkAsync(async work =>
        {
            await DistributionTeller.RunAsync(work);
            return true;
        });
        await TellAsync();
    }

    private Task TellAsync() => market.InBackgroundAsync(services => services.GetRequiredService<OutboxDispatcher>().RunAsync());

    private async Task RaiseAsync(string name, (string Name, string Value) told)
    {
        await market.Host.WorkAsync(work => work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<IMarketEvents>().RaiseAsync(new MarketEvent(name, null, new Dictionary<string, string> { [told.Name] = told.Value }));
                return true;
            },
            _ => true));
        await TellAsync();
    }

    private Task<string> AddDistributionAsync() => AddAsync(OrdersConstants.Distribution, item => item.Alter<DistributionPart>(part =>
    {
        part.Place = "Hall, north";
        part.Date = new DateOnly(2027, 6, 5);
        part.CollectFrom = "18:00";
        part.CollectTo = "19:30";
        part.OpensUtc = Opens;
        part.ClosesUtc = Closes;
    }));

    private async Task<string> AddProductAsync(string name)
    {
        var producer = await AddAsync(OrdersConstants.Producer, item => item.Alter<TitlePart>(part => part.Title = "Farm"));
        return await AddAsync(OrdersConstants.Product, item =>
        {
            item.Alter<TitlePart>(part => part.Title = name);
            item.Alter<ProductPart>(part =>
            {
                part.ProducerId = producer;
                part.Unit = "kg";
                part.PriceMinorUnits = 500;
            });
        });
    }

    private Task<string> AddAsync(string type, Action<ContentItem> fill) => market.Host.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync(type);
            fill(item);
            Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
            return item.ContentItemId;
        },
        _ => true));
}
