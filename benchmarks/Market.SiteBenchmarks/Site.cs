using System.Globalization;
using Market.Ledger.Chain;
using Market.Payments;
using Market.Payments.Accounts;
using Market.Payments.Books;
using Market.Payments.Models;
using MarketSite.TestHost;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.SiteBenchmarks;

/// <summary>The real site inside this process, set up as a market's own and without its background tasks.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Host _host;

    private Site(Database database, IClock? clock) => _host = new Host(database, clock);

    /// <param name="database">Where it keeps everything.</param>
    /// <param name="clock">Its clock; the real one where there is none.</param>
    public static async Task<Site> StartAsync(Database database, IClock? clock = null)
    {
        var site = new Site(database, clock);
        site._host.UseKestrel(0);
        site._host.StartServer();
        using var client = site.NewClient();
        await client.GetAsync("/");
        await site.InScopeAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var settings = await sites.LoadSiteSettingsAsync();
            var payments = settings.GetOrCreate<PaymentsSettings>();
            (payments.OfferedMethods, payments.FloorMinorUnits) = ([BuiltInMethods.Cash, BuiltInMethods.Cheque, BuiltInMethods.CardTerminal, BuiltInMethods.Transfer], null);
            settings.Put(payments);
            await sites.UpdateSiteSettingsAsync(settings);
            return true;
        });
        return site;
    }

    /// <summary>A browser of the site.</summary>
    public SiteClient NewClient() => new(new Uri(SiteOptions.PublicAddress), "en", _host.ClientOptions.BaseAddress);

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        T answer = default!;
        var scope = await _host.Services.GetRequiredService<IShellHost>().GetScopeAsync(ShellSettings.DefaultShellName);
        await scope.UsingAsync(async inside => answer = await work(inside.ServiceProvider));
        return answer;
    }

    /// <summary>Opens accounts, some hundred in a commit.</summary>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<string>> OpenAccountsAsync(int count) =>
        await OpenAccountsAsync([.. Enumerable.Range(0, count).Select(number => FormattableString.Invariant($"Client {number}"))]);

    /// <summary>Opens an account for each of these names.</summary>
    public async Task<IReadOnlyList<string>> OpenAccountsAsync(IReadOnlyCollection<string> names)
    {
        var ids = new List<string>();
        foreach (var chunk in names.Chunk(250))
        {
            ids.AddRange(await InScopeAsync(services => services.GetRequiredService<IUnitOfWork>().RunAsync(
                async inside =>
                {
                    var opening = inside.GetRequiredService<AccountOpening>();
                    var opened = new List<string>();
                    foreach (var name in chunk)
                    {
                        opened.Add((await opening.OpenAsync(name, userId: null)).ContentItemId);
                    }

                    return opened;
                },
                _ => true)));
        }

        return ids;
    }

    public Task<VerificationReport> VerifyAsync() => InScopeAsync(services => services.GetRequiredService<BooksVerifier>().RunAsync());

    /// <summary>Says whether the books hold.</summary>
    /// <returns>The program's exit code.</returns>
    public async Task<int> VerifiedAsync()
    {
        var verified = await Meter.OfAsync(VerifyAsync);
        var report = verified.Answer;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Operations:N0} operations, the books {(report.Holds ? "hold" : "do not hold: " + report.First)}, verified {report.Operations / verified.Elapsed.TotalSeconds:N0} a second with {verified.ManagedMebibytes:N0} MiB managed."));
        return report.Holds ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private sealed class Host(Database database, IClock? clock) : WebApplicationFactory<MarketSite.Web.PublicAddress>
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
            if (database.PostgresConnectionString is { } connectionString)
            {
                builder.UseSetting(Tenant + "DatabaseProvider", "Postgres");
                builder.UseSetting(Tenant + "DatabaseConnectionString", connectionString);
            }

            builder.ConfigureServices(services =>
            {
                services.PostConfigure<ShellOptions>(options => options.ShellsApplicationDataPath = database.SiteFolder);
                if (clock is not null)
                {
                    services.AddSingleton(clock);
                }

                foreach (var task in services.Where(service => service.ImplementationType?.Name == "ModularBackgroundService").ToList())
                {
                    services.Remove(task);
                }
            });
        }
    }
}
