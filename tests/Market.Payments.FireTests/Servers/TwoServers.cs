using MarketSite.TestHost;

namespace Market.Payments.FireTests.Servers;

/// <summary>Two servers of one site, as the handbook has them: one PostgreSQL, one Redis and one data folder. The tests of the collection share them.</summary>
public sealed class TwoServers : IAsyncLifetime
{
    private PostgresServer? _database;
    private RedisServer? _redis;
    private SiteProcess? _one;
    private SiteProcess? _other;

    /// <summary>The server that set the site up; without PostgreSQL and Redis the test is skipped.</summary>
    public SiteProcess One => Running(_one);

    /// <summary>The server that was started afterwards.</summary>
    public SiteProcess Other => Running(_other);

    public PostgresServer Database => Running(_database);

    public RedisServer Redis => Running(_redis);

    private static string? WhyNot => PostgresServer.WhyNot ?? RedisServer.WhyNot;

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
        {
            return;
        }

        _database = await PostgresServer.StartAsync();
        _redis = await RedisServer.StartAsync();
        var variables = new Dictionary<string, string?>
        {
            ["OrchardCore__OrchardCore_Redis__Configuration"] = _redis.Configuration,

            // Both look for work in the background all the time.
            ["OrchardCore__OrchardCore_BackgroundService__PollingTime"] = "00:00:05",

            // What a server had in hand that a test killed is free again soon.
            ["OrchardCore__Market_Outbox__Lease"] = "00:00:20",
        };
        _one = await SiteProcess.StartAsync(new SiteOptions { PostgresConnectionString = await _database.CreateDatabaseAsync(), Variables = variables });
        _other = await SiteProcess.StartAsync(new SiteOptions { DataFolder = _one.DataFolder, Variables = variables });
    }

    /// <summary>Registers a member, who gets an account and signs in on both servers.</summary>
    public async Task<ServersMember> RegisterAsync(string login)
    {
        var here = One.NewClient();
        await here.RegisterAsync(login);
        await here.SignInAsync(login, SiteOptions.DevelopmentPassword);
        using var coordinator = await One.SignInAsync("coordinator");
        var list = await coordinator.GetAsync("/Admin/payments/clients?search=" + login);
        var account = Assert.Single(list.Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']")).GetAttribute("href")!;
        return new ServersMember(login, account, here, await Other.SignInAsync(login));
    }

    /// <summary>Changes settings by a form of the admin on the first server, and waits until the other goes by them too: one that was without Redis asks it again after half a minute only.</summary>
    public async Task SetAsync(string page, string form, Func<SiteForm, SiteForm> change)
    {
        using var here = await One.SignInAsync("admin");
        using var there = await Other.SignInAsync("admin");
        var answer = await here.SubmitAsync(change((await here.GetAsync(page)).Form(form)));
        Assert.Contains("saved", answer.Notices, StringComparison.Ordinal);
        var saved = await ReadAsync(here);
        for (var until = DateTime.UtcNow.AddMinutes(2); !saved.SequenceEqual(await ReadAsync(there)); await Task.Delay(200))
        {
            Assert.True(DateTime.UtcNow < until, "What is saved on one server does not hold on the other.");
        }

        async Task<IEnumerable<KeyValuePair<string, string>>> ReadAsync(SiteClient browser) =>
            (await browser.GetAsync(page)).Form(form).Fields.Where(field => field.Key != "__RequestVerificationToken");
    }

    /// <summary>Verifies the books by a process of its own.</summary>
    public async Task VerifyAsync()
    {
        var verification = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = One.DataFolder, Command = "verify" });
        Assert.True(verification.Code == 0, verification.Output);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _other, _one, _redis, _database })
        {
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static T Running<T>(T? part)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
        return part!;
    }
}

/// <summary>A member who is signed in on both servers.</summary>
/// <param name="Login">The login.</param>
/// <param name="Account">The address of their account in the admin.</param>
/// <param name="Here">Their browser on the first server.</param>
/// <param name="There">Their browser on the other.</param>
public sealed record ServersMember(string Login, string Account, SiteClient Here, SiteClient There)
{
    public string AccountId => Account[(Account.LastIndexOf('/') + 1)..];
}

[CollectionDefinition(Name)]
public sealed class TwoServersCollection : ICollectionFixture<TwoServers>
{
    public const string Name = "Two servers";
}
