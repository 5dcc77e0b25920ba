using Market.Orders.Lists;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Email;
using OrchardCore.Infrastructure;
using SaleDistributions = Market.Orders.Sales.Distributions;

namespace Market.Payments.FireTests.Goods;

/// <summary>Each producer is written to once when orders close, however often and by how many servers it is told.</summary>
public sealed class ProducerMailTests(SqliteMarket fixture) : AutomatedTests(fixture), IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task A_producer_is_written_to_once_for_each_end_of_the_window()
    {
        var (distribution, product) = await OrderAsync("once@example.org");
        var post = new Post();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAllAsync(post, distribution)));
        Assert.Equal((1, 0), (results.Sum(result => result.Sent), results.Sum(result => result.Faults.Count)));
        Assert.Equal("once@example.org", Assert.Single(post.Sent).To);
        Assert.Contains("3 × piece", post.Sent[0].TextBody, StringComparison.Ordinal);
        Assert.Equal(0, (await SendAllAsync(post, distribution with { ClosesUtc = distribution.ClosesUtc.AddHours(-1) })).Sent);

        Assert.Equal(1, (await SendAllAsync(post, distribution with { ClosesUtc = distribution.ClosesUtc.AddHours(1) })).Sent);
        Assert.Equal(2, post.Sent.Count);
        Assert.NotNull(product);
    }

    [Fact]
    public async Task What_was_not_sent_is_noted_and_not_tried_by_itself_again()
    {
        var (distribution, _) = await OrderAsync("broken@example.org");

        Assert.Contains("no post", Assert.Single((await SendAllAsync(new Post { Fault = "no post today" }, distribution)).Faults), StringComparison.Ordinal);

        var notice = await NoticeAsync(distribution.Id);
        Assert.Equal((null, "no post today", "broken@example.org"), (notice!.SentUtc, notice.Fault, notice.Address));
        Assert.Equal(0, (await SendAllAsync(new Post(), distribution)).Sent);
    }

    [Fact]
    public async Task What_a_stop_of_the_site_left_between_noting_and_sending_is_sent_once_more_and_says_so()
    {
        var (distribution, _) = await OrderAsync("stopped@example.org");
        var post = new Post();
        try
        {
            Market.Clock.Set = distribution.ClosesUtc.AddMinutes(1);
            Assert.Equal(NoticeBegin.First, await BeginAsync(distribution));
            Market.Clock.Set = distribution.ClosesUtc.AddMinutes(10);
            Assert.Equal(0, await SendStoppedAsync(post));

            Market.Clock.Set = distribution.ClosesUtc.AddMinutes(20);
            Assert.Equal(1, await SendStoppedAsync(post));
            Assert.Contains("may have been sent to you already", Assert.Single(post.Sent).TextBody, StringComparison.Ordinal);

            Market.Clock.Set = distribution.ClosesUtc.AddMinutes(40);
            Assert.Equal(0, await SendStoppedAsync(post));
        }
        finally
        {
            Market.Clock.Set = null;
        }
    }

    private Task<NoticeBegin> BeginAsync(Distribution distribution) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var producer = (await services.GetRequiredService<Catalogue>().ListSellersAsync()).Single(one => one.MailAddress == "stopped@example.org");
            return await services.GetRequiredService<ProducerNotices>().TryBeginAsync(distribution, producer, isForClosing: true);
        },
        _ => true));

    private Task<int> SendStoppedAsync(Post post) => Market.InScopeAsync(services => ActivatorUtilities.CreateInstance<StoppedLists>(
        services, ActivatorUtilities.CreateInstance<ProducerMail>(services, (object)new IEmailService[] { post })).SendAsync());

    [Fact]
    public async Task The_market_s_own_workflow_sends_when_orders_close_and_not_before()
    {
        try
        {
            await TellDueAsync();
            var (distribution, _) = await OrderAsync("closing@example.org");
            Market.Clock.Set = distribution.ClosesUtc.AddMinutes(-1);
            await TellDueAsync();
            Assert.Null(await NoticeAsync(distribution.Id));

            Market.Clock.Set = distribution.ClosesUtc;
            await TellDueAsync();
            var begun = await NoticeAsync(distribution.Id);
            Assert.Equal(distribution.ClosesUtc, begun!.BegunUtc);

            Market.Clock.Set = distribution.ClosesUtc.AddDays(1);
            await TellDueAsync();
            Assert.Equal(begun.BegunUtc, (await NoticeAsync(distribution.Id))!.BegunUtc);
        }
        finally
        {
            Market.Clock.Set = null;
        }
    }

    private async Task TellDueAsync()
    {
        await Market.WorkAsync(async work =>
        {
            await DistributionTeller.RunAsync(work);
            return true;
        });
        await Market.TellAsync();
    }

    private async Task<(Distribution Distribution, string Product)> OrderAsync(string address)
    {
        var account = await Market.OpenAccountAsync();
        var (distribution, products) = await Market.AddGoodsAsync(_ => { });
        return (await Market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var contents = services.GetRequiredService<IContentManager>();
                var product = (await services.GetRequiredService<Catalogue>().ListProductsAsync()).Single(one => one.Id == products[0]);
                var producer = (await contents.GetAsync(product.ProducerId, VersionOptions.DraftRequired))!;
                producer.Alter<ProducerPart>(part => part.MailAddress = address);
                await contents.PublishAsync(producer);
                Assert.IsType<OrderResult.Done>(await services.GetRequiredService<OrderDesk>().PlaceAsync(new PlaceOrder
                {
                    AccountId = account,
                    DistributionId = distribution,
                    Quantities = new Dictionary<string, int> { [products[0]] = 3 },
                    FormKey = "form",
                    UserId = "clerk",
                    OnBehalf = true,
                }));
                return (await services.GetRequiredService<SaleDistributions>().FindAsync(distribution))!;
            },
            _ => true)), products[0]);
    }

    private Task<(int Sent, IReadOnlyList<string> Faults)> SendAllAsync(Post post, Distribution distribution) => Market.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<ProducerMail>(services, (object)new IEmailService[] { post }).SendAllAsync(distribution));

    private async Task<ProducerNotice?> NoticeAsync(string distributionId) =>
        (await Market.InScopeAsync(services => services.GetRequiredService<ProducerNotices>().ListAsync(distributionId))).Values.SingleOrDefault();

    private sealed class Post : IEmailService
    {
        public string? Fault { get; init; }

        public List<MailMessage> Sent { get; } = [];

        public Task<Result> SendAsync(MailMessage message, string? providerName = null, CancellationToken cancellationToken = default)
        {
            if (Fault is not null)
            {
                throw new InvalidOperationException(Fault);
            }

            lock (Sent)
            {
                Sent.Add(message);
            }

            return Task.FromResult(Result.Success());
        }
    }
}
