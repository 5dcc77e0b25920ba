using Market.Ledger.Amounts;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Tests.Fixtures;

namespace Market.Payments.Stripe.Tests;

/// <summary>What the background task finishes, and when; and that nothing crosses from test money to real money.</summary>
[Collection(SettlementMarket.Name)]
public sealed class SettlementTaskTests(SettlementMarket market) : IAsyncLifetime
{
    private const string Transfers = "POST /v1/transfers";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(3);

    // The task takes up whatever is unfinished, which another test may have left so.
    public async ValueTask InitializeAsync() => await market.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(FakeFault.SilentAfterActing)]
    [InlineData(FakeFault.TooManyRequests)]
    [InlineData(FakeFault.ServerError)]
    public async Task A_transfer_without_an_answer_is_finished_once_the_grace_is_over(FakeFault fault)
    {
        var account = market.Stripe.Connect();
        var statement = await market.KeepAsync(account);
        market.Stripe.Fail(Transfers, fault, fault, fault);
        await market.SendAgainAsync(statement);
        market.Stripe.Succeed(Transfers);
        market.Stripe.ForgetKeys();

        await market.RunTaskAsync(Soon);
        Assert.Equal(SettlementState.Asked, (await market.ReadAsync(statement)).State);

        await market.RunTaskAsync(Later);
        Assert.Equal(SettlementState.Transferred, (await market.ReadAsync(statement)).State);
        Assert.Equal([900L], market.Stripe.TransfersTo(account));
    }

    [Fact]
    public async Task A_refused_transfer_is_tried_again_by_the_hour_until_it_is_made()
    {
        var account = market.Stripe.Connect();
        var statement = await market.KeepAsync(account);
        market.Stripe.IsPoor = true;
        await market.SendAgainAsync(statement);
        var calls = market.Stripe.Calls.Count;

        await market.RunTaskAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(calls, market.Stripe.Calls.Count);
        await market.RunTaskAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((SettlementState.Refused, 2), ((await market.ReadAsync(statement)).State, (await market.ReadAsync(statement)).Refusals));

        market.Stripe.IsPoor = false;
        await market.RunTaskAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(SettlementState.Transferred, (await market.ReadAsync(statement)).State);
        Assert.Equal([900L], market.Stripe.TransfersTo(account));
    }

    [Fact]
    public async Task One_statement_that_fails_does_not_stop_the_next()
    {
        var account = market.Stripe.Connect();

        // More króna than Stripe's amounts can say, with its two zeros.
        var broken = await market.KeepAsync(account, amount: new Money(long.MaxValue / 2, Currency.FromCode("ISK")));
        var good = await market.KeepAsync(account);

        await market.RunTaskAsync(Later);

        Assert.Equal(SettlementState.Asked, (await market.ReadAsync(broken)).State);
        Assert.Equal(SettlementState.Transferred, (await market.ReadAsync(good)).State);
    }

    [Fact]
    public async Task A_test_statement_is_not_paid_with_real_money_nor_the_reverse()
    {
        var account = market.Stripe.Connect();
        var test = await market.KeepAsync(account);
        var live = await market.KeepAsync(account, statement => statement.IsLive = true);
        try
        {
            await market.SetKeyAsync(SettlementMarket.LiveKey);
            Assert.Equal(StripeFaultKind.OtherMode, (await market.SendAgainAsync(test)).Fault?.Kind);
            Assert.Equal(StripeFaultKind.OtherMode, (await market.TakeBackAsync(test)).Fault?.Kind);
            Assert.Empty(market.Stripe.TransfersTo(account));

            await market.RunTaskAsync(Later);
            Assert.Equal((SettlementState.Asked, SettlementState.Transferred), ((await market.ReadAsync(test)).State, (await market.ReadAsync(live)).State));
            Assert.True((bool)Assert.Single(market.Stripe.All("transfer"), transfer => (string?)transfer["destination"] == account)["livemode"]!);
        }
        finally
        {
            await market.SetKeyAsync(FakeStripe.SecretKey);
        }

        await market.RunTaskAsync(Later);
        Assert.Equal(SettlementState.Transferred, (await market.ReadAsync(test)).State);
        Assert.Equal([900L, 900L], market.Stripe.TransfersTo(account));
    }

    [Fact]
    public async Task A_transfer_that_Stripe_made_in_the_other_mode_does_not_count()
    {
        var account = market.Stripe.Connect();
        var statement = await market.KeepAsync(account);
        market.Stripe.IsOfOtherMode = true;

        var sent = await market.SendAgainAsync(statement);

        Assert.Equal((SettlementState.Asked, StripeFaultKind.OtherMode), (sent.State, sent.Fault!.Kind));
        Assert.Null(sent.TransferId);
    }

    [Theory]
    [InlineData(FakeFault.SilentAfterActing, 400)]
    [InlineData(FakeFault.TooManyRequests, 900)]
    public async Task What_became_of_taking_back_is_found_out_once_the_grace_is_over(FakeFault fault, long kept)
    {
        var account = market.Stripe.Connect();
        var statement = await market.KeepAsync(account);
        await market.SendAgainAsync(statement);
        var transfer = (await market.ReadAsync(statement)).TransferId;

        // By a refund, the producer has had 5.00 too much.
        await market.KeepAsync(account, next =>
        {
            (next.ProducerId, next.Number, next.State) = (statement.ProducerId, 2, SettlementState.Carried);
            var zero = Money.Zero(Currency.Euro);
            next.Settlement = new(zero, [new("d", new Money(400, Currency.Euro), 0, new Money(900, Currency.Euro))]);
        });
        market.Stripe.Fail($"POST /v1/transfers/{transfer}/reversals", fault, fault, fault);
        Assert.True((await market.TakeBackAsync(statement)).Fault!.MayHaveActed);
        market.Stripe.Succeed($"POST /v1/transfers/{transfer}/reversals");
        Assert.Equal(500, (await market.ReadAsync(statement)).InDoubt().MinorUnits);

        await market.RunTaskAsync(Later);

        var after = await market.ReadAsync(statement);
        Assert.Equal((0, kept), (after.InDoubt().MinorUnits, after.Kept().MinorUnits));
        Assert.Equal([kept], market.Stripe.TransfersTo(account));

        // What is missing still is taken back under a new key, and not twice.
        Assert.Null((await market.TakeBackAsync(statement)).Fault);
        Assert.Equal([400L], market.Stripe.TransfersTo(account));
    }
}
