using System.Text.Json.Nodes;
using Market.Ledger.Online;
using Market.Ledger.Payouts;
using Market.Ledger.Pending;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;

namespace Market.Payments.FireTests.Terms;

/// <summary>The currency stays while anything is in it, though nothing was ever posted.</summary>
public abstract class CurrencyHoldTests(MarketFixture fixture)
{
    [Fact]
    public async Task Whatever_is_in_the_currency_holds_it_and_is_named()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        Assert.Null(await RefusalAsync());
        await WithAsync("accounts with their own lowest balance", () => FloorAsync(account, -500), () => FloorAsync(account, null));
        await WithAsync("priced products", PriceAsync, () => RemoveAsync(OrdersConstants.Product));

        var announced = "announced payments";
        var id = await AnnounceAsync(account);
        Assert.Equal(Sentence(announced), await RefusalAsync());
        await market.WorkAsync(work => work.RunAsync(async services => await services.GetRequiredService<IPendingPayments>().CancelAsync(new Cancellation { AccountId = account, PendingPaymentId = id, Reason = "Test", CancelledBy = "fire" }), result => result is PendingResult.Done));
        Assert.Null(await RefusalAsync());

        const string Card = "payments by card that are open or paid";
        await SaveAsync(services => services.GetRequiredService<CardPaymentStore>().SaveAsync(new CardPayment
        {
            Payment = new OnlinePayment { Id = "card-1", AccountId = account, Method = "stripe", Shares = [new OnlineShare(TestBooks.Euros(5))], Surcharge = TestBooks.Euros(0), IsLive = false, RequestedBy = "fire" },
            FormKey = "form-1",
            ReturnAddress = "/",
            Language = "en",
        }));
        Assert.Equal(Sentence(Card), await RefusalAsync());
        await SaveAsync(async services =>
        {
            var store = services.GetRequiredService<CardPaymentStore>();
            var payment = (await store.FindAsync("card-1"))!;
            payment.Facts = payment.Facts with { Outcome = OnlineOutcome.Expired };
            await store.SaveAsync(payment);
        });
        Assert.Null(await RefusalAsync());

        // These stay: the rest is added to them.
        await SaveAsync(services => services.GetRequiredService<OrderStore>().SaveAsync(new Order { OrderId = "order-1", AccountId = account, DistributionId = "d", Currency = "EUR", FormKey = "f", Date = new DateOnly(2026, 5, 1) }));
        Assert.Equal(Sentence("orders"), await RefusalAsync());
        await SaveAsync(services => services.GetRequiredService<IProviderPayouts>().KeepAsync(new PayoutFacts("stripe", "po_1", TestBooks.Euros(5)) { ArrivedOn = new DateOnly(2026, 5, 1) }));
        Assert.Equal(Sentence("card payouts, orders"), await RefusalAsync());
        await market.PostAsync(TestBooks.Payment(account, 1));
        Assert.Equal(Sentence("operations, card payouts, orders"), await RefusalAsync());
    }

    private async Task WithAsync(string what, Func<Task> make, Func<Task> undo)
    {
        await make();
        Assert.Equal(Sentence(what), await RefusalAsync());
        await undo();
        Assert.Null(await RefusalAsync());
    }

    private static string Sentence(string what) => $"The currency cannot change any more: there are {what} in EUR.";

    // As a recipe gives it; nothing is kept.
    private Task<string?> RefusalAsync() => fixture.Market.InScopeAsync(async services =>
    {
        var settings = services.GetServices<IMarketSettings>().Single(settings => settings.Name == "Payments");
        var reading = await settings.ReadAsync(new JsonObject { ["CurrencyCode"] = "CHF" });
        return reading.Faults.SingleOrDefault()?.Sentence;
    });

    private async Task<string> AnnounceAsync(string account)
    {
        var result = await fixture.Market.WorkAsync(work => work.RunAsync(
            async services => await services.GetRequiredService<IPendingPayments>().AnnounceAsync(new Announcement
            {
                AccountId = account,
                Amount = TestBooks.Euros(3),
                Method = BuiltInMethods.Transfer,
                AnnouncedOn = new DateOnly(2026, 5, 1),
                AnnouncedBy = "fire",
                IdempotencyKey = "announced",
            }),
            _ => true));
        return Assert.IsType<PendingResult.Done>(result).Payment.Id;
    }

    private Task<bool> FloorAsync(string account, long? floor) => SaveAsync(async services =>
    {
        var contents = services.GetRequiredService<IContentManager>();
        var client = await contents.GetAsync(account, VersionOptions.DraftRequired);
        client.Alter<ClientAccountPart>(part => part.FloorMinorUnits = floor);
        await contents.PublishAsync(client);
    });

    private Task PriceAsync() => SaveAsync(async services =>
    {
        var contents = services.GetRequiredService<IContentManager>();
        var product = await contents.NewAsync(OrdersConstants.Product);
        product.DisplayText = "Leeks";
        product.Alter<ProductPart>(part => part.PriceMinorUnits = 250);
        await contents.CreateAsync(product, VersionOptions.Draft);
    });

    private Task<bool> RemoveAsync(string type) => SaveAsync(async services =>
    {
        var contents = services.GetRequiredService<IContentManager>();
        foreach (var item in await services.GetRequiredService<YesSql.ISession>().Query<ContentItem, ContentItemIndex>(index => index.ContentType == type && index.Latest).ListAsync())
        {
            await contents.RemoveAsync(item);
        }
    });

    private Task<bool> SaveAsync(Func<IServiceProvider, Task> save) => fixture.Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            await save(services);
            return true;
        },
        _ => true));
}

public sealed class CurrencyHoldOnSqlite(SqliteMarket fixture) : CurrencyHoldTests(fixture), IClassFixture<SqliteMarket>;

public sealed class CurrencyHoldOnPostgres(PostgresMarket fixture) : CurrencyHoldTests(fixture), IClassFixture<PostgresMarket>;
