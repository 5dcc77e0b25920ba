using System.Diagnostics;
using System.Globalization;
using Market.Payments.Books;
using OrchardCore.Environment.Shell;

namespace MarketSite.Web;

/// <summary>
/// <c>dotnet run --project src/MarketSite.Web -- verify</c>: verifies the books of every tenant without serving anything, and says so
/// by its exit code too: 0 where all of it holds, 2 where something does not.
/// </summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var shells = services.GetRequiredService<IShellHost>();
        await shells.InitializeAsync();
        var holds = true;
        foreach (var settings in shells.GetAllSettings().Where(settings => settings.IsRunning()))
        {
            await (await shells.GetScopeAsync(settings)).UsingAsync(async scope =>
            {
                if (scope.ServiceProvider.GetService<VerificationRun>() is { } run)
                {
                    holds &= await VerifyAsync(settings.Name, run, scope.ServiceProvider.GetRequiredService<FindingWords>());
                }
            });
        }

        return holds ? 0 : 2;
    }

    private static async Task<bool> VerifyAsync(string tenant, VerificationRun run, FindingWords words)
    {
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        var report = await run.RunAsync(progress =>
        {
            if (watch.Elapsed - told >= TimeSpan.FromSeconds(1))
            {
                told = watch.Elapsed;
                Console.WriteLine(Text($"{tenant}: {progress.Accounts:N0} accounts, {progress.Operations:N0} operations…"));
            }
        });
        if (report is null)
        {
            Console.WriteLine($"{tenant}: a verification is running already.");
            return false;
        }

        Console.WriteLine(Text($"{tenant}: {report.Operations:N0} operations of {report.Accounts:N0} accounts, {report.Closings:N0} closings, in {watch.Elapsed.TotalSeconds:N1} s; the balances come to {report.Balance}."));
        Console.WriteLine(report.Holds ? $"{tenant}: all of it holds." : Text($"{tenant}: {report.FindingCount:N0} things do not fit."));
        foreach (var finding in report.Findings)
        {
            Console.WriteLine($"  {words.Say(finding)} {finding}");
        }

        return report.Holds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
