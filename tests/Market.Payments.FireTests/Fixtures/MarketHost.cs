using System.Data.Common;
using Dapper;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Books;
using Market.Payments.Models;
using MarketSite.TestHost;
using MarketSite.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>
/// The real site inside the test's own process, set up by its first request and without a demonstration, so that a test reaches its
/// services. Its background tasks do not run: what closes and verifies is the test.
/// </summary>
public sealed class MarketHost : IAsyncDisposable
{
    private readonly string? _ownFolder;
    private readonly Host _host;

    private MarketHost(string? postgres, string? dataFolder)
    {
        _ownFolder = dataFolder is null ? Directory.CreateTempSubdirectory("market-host-").FullName : null;
        DataFolder = dataFolder ?? _ownFolder!;
        _host = new Host(DataFolder, postgres, Clock);
    }

    /// <summary>The folder that holds the site's data.</summary>
    public string DataFolder { get; }

    /// <summary>The clock of the site.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The workflows that tests made on the site and that are still there.</summary>
    public ISet<string> Defined { get; } = new HashSet<string>();

    /// <summary>Starts a site on a database of its own: the one of the connection string, or a SQLite file.</summary>
    public static async Task<MarketHost> StartAsync(string? postgres)
    {
        var market = await StartAsync(new MarketHost(postgres, dataFolder: null));
        await market.SettleAsync(settings =>
        {
            settings.OfferedMethods = [BuiltInMethods.Cash, BuiltInMethods.Cheque, BuiltInMethods.CardTerminal, BuiltInMethods.Transfer];
            settings.FloorMinorUnits = null;
            settings.ChequePayee = settings.TransferHolder = "Market under fire";
            settings.TransferIban = "DE89370400440532013000";
        });
        return market;
    }

    /// <summary>Starts a site on data that is there.</summary>
    public static Task<MarketHost> OpenAsync(string dataFolder) => StartAsync(new MarketHost(postgres: null, dataFolder));

    private static async Task<MarketHost> StartAsync(MarketHost market)
    {
        try
        {
            using var client = market._host.CreateClient();
            client.BaseAddress = new Uri(SiteOptions.PublicAddress);
            client.Timeout = TimeSpan.FromMinutes(5);
            using var home = await client.GetAsync(new Uri("/", UriKind.Relative));
            home.EnsureSuccessStatusCode();
            return market;
        }
        catch
        {
            await market.DisposeAsync();
            throw;
        }
    }

    /// <summary>Changes what the market has settled about payments, as if it had always been so.</summary>
    public Task SettleAsync(Action<PaymentsSettings> change) => InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<PaymentsSettings>();
        change(settings);
        site.Put(settings);
        await sites.UpdateSiteSettingsAsync(site);
        return true;
    });

    /// <summary>Runs code in a scope of the tenant, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        T answer = default!;
        var scope = await _host.Services.GetRequiredService<IShellHost>().GetScopeAsync(ShellSettings.DefaultShellName);
        await scope.UsingAsync(async inside => answer = await work(inside.ServiceProvider));
        return answer;
    }

    /// <summary>Runs work by the site's units of work.</summary>
    public Task<T> WorkAsync<T>(Func<IUnitOfWork, Task<T>> work) => InScopeAsync(services => work(services.GetRequiredService<IUnitOfWork>()));

    /// <summary>Opens accounts through the content item that people edit.</summary>
    /// <returns>Their ids.</returns>
    public Task<IReadOnlyList<string>> OpenAccountsAsync(int count, long? floor = null) => WorkAsync(work => work.RunAsync<IReadOnlyList<string>>(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var ids = new List<string>();
            for (var i = 0; i < count; i++)
            {
                var client = await contents.NewAsync(AccountOpening.ContentType);
                client.Alter<ClientAccountPart>(part =>
                {
                    part.Name = $"Client {i}";
                    part.FloorMinorUnits = floor;
                });
                Assert.True(await contents.CreateAsync(client, VersionOptions.Published));
                ids.Add(client.ContentItemId);
            }

            return ids;
        },
        _ => true));

    public async Task<string> OpenAccountAsync(long? floor = null) => (await OpenAccountsAsync(1, floor))[0];

    /// <summary>Posts one operation through the site's unit of work.</summary>
    public Task<PostingResult> PostAsync(Posting posting) => WorkAsync(work => work.PostAsync(posting));

    public Task<PostingResult> ReverseAsync(ReversalRequest request) => WorkAsync(work => work.ReverseAsync(request));

    /// <summary>Verifies the books.</summary>
    public Task<VerificationReport> VerifyAsync() => InScopeAsync(services => services.GetRequiredService<BooksVerifier>().RunAsync());

    /// <summary>The whole statement of an account, oldest first.</summary>
    public async Task<(Balances Balances, IReadOnlyList<Operation> Operations)> StatementAsync(string accountId)
    {
        var statement = await InScopeAsync(services => services.GetRequiredService<IStatements>().ReadAsync(accountId, 0, int.MaxValue));
        return (statement.Balances, [.. statement.Lines.Select(line => line.Operation).Reverse()]);
    }

    /// <summary>Plain SQL on the site's database, behind its back, in one transaction.</summary>
    public Task<T> SqlAsync<T>(Func<DbTransaction, Task<T>> work) => InScopeAsync(async services =>
    {
        await using var connection = services.GetRequiredService<IDbConnectionAccessor>().CreateConnection();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var answer = await work(transaction);
        await transaction.CommitAsync();
        return answer;
    });

    public Task<int> SqlAsync(string sql, object? parameters = null) =>
        SqlAsync(transaction => transaction.Connection!.ExecuteAsync(sql, parameters, transaction));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownFolder is not null)
        {
            await Folders.DeleteAsync(_ownFolder);
        }
    }

    private sealed class Host(string folder, string? postgres, IClock clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            const string Tenant = "OrchardCore:OrchardCore_AutoSetup:Tenants:0:";
            builder.UseContentRoot(Repository.FolderOf("src/MarketSite.Web"));
            builder.UseEnvironment("Production");
            builder.UseSetting("MARKET_ADMIN_PASSWORD", SiteOptions.DevelopmentPassword);
            builder.UseSetting("MARKET_ADMIN_EMAIL", "admin@example.org");
            builder.UseSetting("MARKET_PUBLIC_ADDRESS", SiteOptions.PublicAddress);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            builder.UseSetting("Logging:LogLevel:Market", "Error");
            if (postgres is not null)
            {
                builder.UseSetting(Tenant + "DatabaseProvider", "Postgres");
                builder.UseSetting(Tenant + "DatabaseConnectionString", postgres);
            }

            builder.ConfigureServices(services =>
            {
                services.PostConfigure<ShellOptions>(options => options.ShellsApplicationDataPath = folder);
                services.AddSingleton(clock);

                // The tests say themselves where the site is, and where they do not it has no address.
                services.RemoveAll<PublicAddress>();
                foreach (var task in services.Where(service => service.ImplementationType?.Name == "ModularBackgroundService").ToList())
                {
                    services.Remove(task);
                }
            });
        }
    }
}
