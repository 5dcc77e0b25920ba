using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Payments.Models;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Comparison;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Settings;
using Market.Payments.Stripe.Tests.Fixtures;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Entities;

namespace Market.Payments.Stripe.Tests;

/// <summary>Money of test keys is in no balance, closing or journal of a market; in a training copy it is, and real money never is.</summary>
[Collection(SettlementMarket.Name)]
public sealed class TestMoneyTests(SettlementMarket market) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public async ValueTask InitializeAsync()
    {
        await market.ChangeAsync((site, _) => site.Alter<PaymentsSettings>(settings => settings.OfferedMethods = [.. settings.OfferedMethods, StripeMethod.MethodName]));
        await TrainAsync(false);
    }

    public async ValueTask DisposeAsync() => await TrainAsync(false);

    [Fact]
    public async Task A_payment_of_test_keys_is_known_and_not_booked()
    {
        var test = await PaidAsync(isLive: false);
        var live = await PaidAsync(isLive: true);

        Assert.Equal(OnlineOutcome.Paid, (await FindAsync(test.Payment.Id)).Facts.Outcome);
        Assert.Empty((await market.Host.StatementAsync(test.Payment.AccountId)).Operations);
        Assert.Equal(Euros(20), (await market.Host.StatementAsync(live.Payment.AccountId)).Balances.Confirmed);
        Assert.Equal(0, await AskAsync<TestMoney, int>(tests => tests.CountAsync()));
    }

    [Fact]
    public async Task One_that_is_on_its_way_is_not_announced()
    {
        var test = await KeptAsync(isLive: false);
        await HearAsync(test, new OnlineFact.Progress(OnlineOutcome.Processing, Euros(20), Noon) { IsLive = false, Reference = "pi_" + test.Payment.Id });

        Assert.True((await market.Host.StatementAsync(test.Payment.AccountId)).Balances.Pending.IsZero);
    }

    [Fact]
    public async Task A_payout_of_test_keys_is_in_no_journal()
    {
        await HearAsync(isLive: false, Payout("po_test"));
        await HearAsync(isLive: true, Payout("po_live"));

        var booked = await AskAsync<IEnumerable<IProviderPayouts>, IReadOnlyList<Ledger.Journals.ProviderPayout>>(providers => providers.Single().OfDaysAsync(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20)));

        Assert.Equal("po_live", Assert.Single(booked).Id);
    }

    [Fact]
    public async Task A_training_copy_books_tests_and_takes_no_live_keys()
    {
        await TrainAsync(true);
        var test = await PaidAsync(isLive: false);

        Assert.Equal(Euros(20), (await market.Host.StatementAsync(test.Payment.AccountId)).Balances.Confirmed);
        Assert.Equal(["This site is a training copy: it takes no keys for real money."], await GoLiveAsync());
        Assert.Equal(0, await AskAsync<TestMoney, int>(tests => tests.CountAsync()));
        await TrainAsync(false);
        await TakeOutAsync();
    }

    [Fact]
    public async Task What_was_booked_before_is_taken_out_before_a_live_key_is_taken()
    {
        await TrainAsync(true);
        var test = await PaidAsync(isLive: false);
        await TrainAsync(false);

        Assert.Equal(["Payments of test keys stand in the books. Take them out in Clients → Online payments first."], await GoLiveAsync());
        Assert.Equal((1, 0), await TakeOutAsync());
        Assert.Equal((0, 0), await TakeOutAsync());

        var (balances, operations) = await market.Host.StatementAsync(test.Payment.AccountId);
        Assert.True(balances.Confirmed.IsZero);
        Assert.Equal((OperationKind.Reversal, "It was a test, no real money."), (operations[^1].Kind, operations[^1].Memo));
        await HearAsync(test, Paid(test));
        Assert.Equal(2, (await market.Host.StatementAsync(test.Payment.AccountId)).Operations.Count);
        Assert.Empty(await GoLiveAsync());
        Assert.True((await market.Host.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Going_live_flags_no_payment_of_the_tests()
    {
        var test = await PaidAsync(isLive: false);
        await market.SetKeyAsync(SettlementMarket.LiveKey);
        try
        {
            await AskAsync<StripeSweep, SweepReport>(sweep => sweep.RunAsync());
            Assert.Null((await FindAsync(test.Payment.Id)).Flag);
        }
        finally
        {
            await market.SetKeyAsync(FakeStripe.SecretKey);
        }
    }

    private static Money Euros(long units) => new(units * 100, Currency.Euro);

    private Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull => market.Host.InScopeAsync(services => ask(services.GetRequiredService<TService>()));

    private Task<bool> TrainAsync(bool isTraining) => market.Host.InScopeAsync(services =>
        Task.FromResult(services.GetRequiredService<IOptions<StripeOptions>>().Value.IsTraining = isTraining));

    private Task<(int TakenOut, int Left)> TakeOutAsync() => AskAsync<TestMoney, (int, int)>(tests => tests.TakeOutAsync());

    private async Task<CardPayment> FindAsync(string id) => (await AskAsync<CardPaymentStore, CardPayment?>(payments => payments.FindAsync(id)))!;

    // What the settings' page says to live keys.
    private Task<List<string>> GoLiveAsync() => AskAsync<StripeSettingsForm, List<string>>(async form =>
    {
        var errors = new ModelStateDictionary();
        var model = new StripeSettingsViewModel { PublishableKey = "pk_live_51Another", SecretKey = SettlementMarket.LiveKey, FeePercent = "0" };
        await form.ReadAsync(new StripeSettings(), model, string.Empty, errors);
        return [.. errors.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage)];
    });

    private async Task<CardPayment> PaidAsync(bool isLive)
    {
        var payment = await KeptAsync(isLive);
        await HearAsync(payment, Paid(payment));
        return payment;
    }

    private static OnlineFact.Progress Paid(CardPayment payment) =>
        new OnlineFact.Progress(OnlineOutcome.Paid, Euros(20), Noon) { IsLive = payment.Payment.IsLive, Reference = "pi_" + payment.Payment.Id };

    private static Payout Payout(string id) => new() { PayoutId = id, Status = "paid", IsPaid = true, StatusAt = Noon, Amount = Euros(17), ArrivesOn = new DateOnly(2026, 11, 20) };

    private async Task<CardPayment> KeptAsync(bool isLive)
    {
        var account = await market.Host.OpenAccountAsync();
        var id = Guid.NewGuid().ToString("n")[..26];
        var payment = new CardPayment
        {
            Payment = new OnlinePayment
            {
                Id = id,
                AccountId = account,
                Method = StripeMethod.MethodName,
                Shares = [new OnlineShare(Euros(20))],
                Surcharge = Money.Zero(Currency.Euro),
                IsLive = isLive,
                RequestedBy = "member",
            },
            FormKey = id,
            AskedAt = new DateTimeOffset(market.Host.Clock.UtcNow, TimeSpan.Zero),
            ReturnAddress = "/",
            Language = "en",
        };
        await market.Host.WorkAsync(work => work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<CardPaymentStore>().SaveAsync(payment);
                return true;
            },
            _ => true));
        return payment;
    }

    private Task<bool> HearAsync(CardPayment payment, OnlineFact fact) => HearAsync(payment.Payment.IsLive, gathered => gathered with { PaymentId = payment.Payment.Id, Facts = [fact] });

    private Task<bool> HearAsync(bool isLive, Payout payout) => HearAsync(isLive, gathered => gathered with { Payout = payout });

    private Task<bool> HearAsync(bool isLive, Func<Gathered, Gathered> fill) => market.Host.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var id = "evt_" + Guid.NewGuid().ToString("n");
            await services.GetRequiredService<InboxStore>().SaveAsync(new InboxEvent { EventId = id, Type = "test", Json = "{}", IsLive = isLive, HappenedAt = Noon, ReceivedAt = Noon });
            await services.GetRequiredService<YesSql.ISession>().FlushAsync();
            await services.GetRequiredService<InboxApplier>().ApplyAsync([fill(new Gathered(id))]);
            return true;
        },
        _ => true));
}
