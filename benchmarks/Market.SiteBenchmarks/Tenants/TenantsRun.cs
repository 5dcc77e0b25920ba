using System.Diagnostics;
using System.Globalization;
using MarketSite.TestHost;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;

namespace Market.SiteBenchmarks.Tenants;

/// <summary>What a market takes that nobody visits, as one of several tenants of one process: memory, disk, and what its background tasks compute.</summary>
internal static class TenantsRun
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    /// <summary>Sets tenants up one after another, on SQLite.</summary>
    public static async Task<int> RunAsync(int tenants)
    {
        var folder = Directory.CreateTempSubdirectory("market-tenants-").FullName;
        try
        {
            await using var host = new Host(folder, tenants);
            host.UseKestrel(0);
            host.StartServer();
            using var visitor = new SiteClient(new Uri(SiteOptions.PublicAddress), "en", host.ClientOptions.BaseAddress);
            Console.WriteLine("| tenants | managed MiB | of the process MiB | on disk MiB | processor at rest, ms a minute |");
            Console.WriteLine("|--:|--:|--:|--:|--:|");
            for (var tenant = 0; tenant <= tenants; tenant++)
            {
                var page = await visitor.GetAsync(tenant == 0 ? "/" : $"/m{tenant}/");
                page = page.IsSuccess ? await visitor.GetAsync(tenant == 0 ? "/Login" : $"/m{tenant}/Login") : page;
                if (!page.IsSuccess)
                {
                    throw new InvalidOperationException($"Tenant {tenant} answered {page.Status}.");
                }

                await TellAsync(tenant + 1, folder);
            }

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Folders.DeleteAsync(folder);
        }
    }

    private static async Task TellAsync(int tenants, string folder)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await Task.Delay(Rest);
        process.Refresh();
        var computed = (process.TotalProcessorTime - before) / Rest.TotalMinutes;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        process.Refresh();
        var disk = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {tenants} | {Mebi(managed):N1} | {Mebi(process.WorkingSet64):N1} | {Mebi(disk):N1} | {computed.TotalMilliseconds:N0} |"));
    }

    private static double Mebi(long bytes) => bytes / 1024.0 / 1024.0;

    private sealed class Host(string folder, int tenants) : WebApplicationFactory<MarketSite.Web.PublicAddress>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseContentRoot(Repository.FolderOf("src/MarketSite.Web"));
            builder.UseEnvironment("Production");
            builder.UseSetting("MARKET_ADMIN_PASSWORD", SiteOptions.DevelopmentPassword);
            builder.UseSetting("MARKET_ADMIN_EMAIL", "admin@example.org");
            builder.UseSetting("MARKET_PUBLIC_ADDRESS", SiteOptions.PublicAddress);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            for (var tenant = 1; tenant <= tenants; tenant++)
            {
                var settings = new Dictionary<string, string>
                {
                    ["ShellName"] = $"Market{tenant}",
                    ["SiteName"] = $"Market {tenant}",
                    ["SiteTimeZone"] = "Europe/Paris",
                    ["AdminUsername"] = "admin",
                    ["AdminEmail"] = "admin@example.org",
                    ["AdminPassword"] = SiteOptions.DevelopmentPassword,
                    ["DatabaseProvider"] = "Sqlite",
                    ["RecipeName"] = "Market",
                    ["RequestUrlPrefix"] = $"m{tenant}",
                };
                foreach (var (name, value) in settings)
                {
                    builder.UseSetting($"OrchardCore:OrchardCore_AutoSetup:Tenants:{tenant}:{name}", value);
                }
            }

            builder.ConfigureServices(services => services.PostConfigure<ShellOptions>(options => options.ShellsApplicationDataPath = folder));
        }
    }
}
