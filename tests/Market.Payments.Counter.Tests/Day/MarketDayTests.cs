using System.Globalization;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Day;

/// <summary>
/// A market day over HTTP, many at once: members register, order, change, cancel, announce and pay, and some come too late. What they owe in
/// the end is what they reckon themselves. <c>MARKET_DAY_MEMBERS</c> is another number of members, and what each page costs is printed
/// (docs/performance.md).
/// </summary>
[Collection(nameof(MarketDay))]
public abstract class MarketDayTests
{
    private static readonly int Members = int.TryParse(Environment.GetEnvironmentVariable("MARKET_DAY_MEMBERS"), NumberStyles.None, CultureInfo.InvariantCulture, out var members) ? members : 30;

    [Fact]
    public async Task Everybody_owes_what_they_ordered_less_what_they_cancelled_and_paid()
    {
        await using var site = await SiteProcess.StartAsync(await OnThisDatabaseAsync(new SiteOptions
        {
            // As a market runs: with the passwords' real work, the scripts that are served there, and mails, which a folder takes.
            Environment = "Production",
            IsMeasured = true,
            Variables = new Dictionary<string, string?>
            {
                ["MARKET_DEMO_PASSWORD"] = SiteOptions.DevelopmentPassword,
                ["OrchardCore__OrchardCore_Email_Smtp__DefaultSender"] = "market@market.test",
                ["OrchardCore__OrchardCore_Email_Smtp__DeliveryMethod"] = "SpecifiedPickupDirectory",
            },
        }));
        var log = new DayLog();
        using var day = await MarketDay.BeginAsync(site, log, Members);

        await day.JoinAsync();
        await day.OrderAsync();
        await day.CloseOrdersAsync();
        await day.LookAsync();
        await day.CollectAsync();

        var shown = await day.ReadBalancesAsync();
        Assert.Equal(Members, day.Members.Count(member => shown[member.Login].Balance == member.Balance));
        await day.EachAsync(async member => Assert.Equal(member.Balance, await member.ReadBalanceAsync()));
        var (ordered, left) = await day.ReadBoxesAsync();
        Assert.Equal((day.Members.Sum(member => member.Boxes), day.Boxes), (ordered, ordered + left));
        await day.VerifyAsync();
        Assert.Empty(site.Faults);

        TestContext.Current.TestOutputHelper?.WriteLine(await DayTable.WriteAsync(log, site));
    }

    protected abstract Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options);
}

public sealed class MarketDayOnSqlite : MarketDayTests
{
    protected override Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options) => Task.FromResult(options);
}

public sealed class MarketDayOnPostgres : MarketDayTests
{
    protected override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options)
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        return options with { PostgresConnectionString = await PostgresServer.NewDatabaseAsync() };
    }
}

/// <summary>Alone on the machine, as far as the tests go: its table is of times.</summary>
[CollectionDefinition(nameof(MarketDay), DisableParallelization = true)]
public sealed class MarketDayAlone;
