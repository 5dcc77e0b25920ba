using System.IO.Compression;
using System.Text.Json.Nodes;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

/// <summary>A plain Orchard site by its own recipe <c>Blank</c>, where a market's modules lie ready and none of them is on.</summary>
public sealed class PlainSite : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Recipes =
        ["Market.Payments", "Market.Orders", "Market.Payments.Banking", "Market.Payments.Counter", "Market.Payments.MovingIn", "Market.Payments.Reminders", "Market.Payments.Stripe", "Market.Desk", "Market.Handbook"];

    private const string Password = "Another-Day-2?";

    private readonly SiteProcess _site;
    private string? _plan;

    private PlainSite(SiteProcess site, SiteClient admin) => (_site, Admin) = (site, admin);

    public SiteClient Admin { get; }

    /// <summary>Starts one and runs the recipes of all modules on it.</summary>
    public static async Task<PlainSite> StartMarketAsync(SiteFixture fixture)
    {
        var plain = await StartAsync(fixture);
        await plain.RunAllAsync();
        return plain;
    }

    /// <summary>Runs the recipes of all modules, from Configuration → Recipes.</summary>
    public async Task RunAllAsync()
    {
        foreach (var recipe in Recipes)
        {
            var list = await Admin.GetAsync("/Admin/Recipes");
            var address = list.One($"a[href*='{recipe.ToLowerInvariant()}.recipe.json']").GetAttribute("href")!;
            Assert.Contains("has been run successfully", (await Admin.SubmitAsync(await Admin.BareFormAsync(address, "/Admin/Recipes"))).Notices, StringComparison.Ordinal);
        }
    }

    /// <summary>Imports steps as JSON and gives what the page says of them.</summary>
    public async Task<string> ImportAsync(params string[] steps)
    {
        var page = await Admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        var answer = await Admin.SubmitAsync(page.Form("form:has([name='Json'])").With("Json", $$"""{ "steps": [{{string.Join(", ", steps)}}] }"""));
        return $"{answer.Notices} {answer.Summary}".Trim();
    }

    /// <summary>Exports the market's settings by a deployment plan; all that leaves is in the file.</summary>
    public async Task<(JsonObject Step, string File)> ExportAsync()
    {
        var id = _plan ??= await PlanAsync();
        var file = await Admin.DownloadAsync(await Admin.BareFormAsync($"/Admin/DeploymentPlan/ExportFile/Execute/{id}", "/Admin/DeploymentPlan/Index"));
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(Assert.Single(archive.Entries).Open());
        var text = await reader.ReadToEndAsync();
        return (Assert.Single(JsonNode.Parse(text)!["steps"]!.AsArray())!.AsObject(), text);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await _site.DisposeAsync();
    }

    private async Task<string> PlanAsync()
    {
        await Admin.SubmitAsync((await Admin.GetAsync("/Admin/DeploymentPlan/Create")).Form("form:has([name='Name'])").With("Name", "Market"));
        var plans = await Admin.GetAsync("/Admin/DeploymentPlan/Index");
        var id = plans.One("a[href*='/DeploymentPlan/Display/']").GetAttribute("href")!.Split('/')[^1];
        var step = await Admin.GetAsync($"/Admin/DeploymentPlan/{id}/Step/Create?type=MarketSettingsDeploymentStep");
        Assert.Contains("without any secret", step.Text, StringComparison.Ordinal);
        await Admin.SubmitAsync(step.Form("form:has([name='DeploymentStepType'])"));
        return id;
    }

    private static async Task<PlainSite> StartAsync(SiteFixture fixture)
    {
        var site = await fixture.StartAsync(new SiteOptions
        {
            Environment = "Production",
            IsVisited = false,
            Variables = new Dictionary<string, string?>
            {
                ["MARKET_ADMIN_PASSWORD"] = Password,
                ["MARKET_ADMIN_EMAIL"] = "admin@example.org",
                ["OrchardCore__OrchardCore_AutoSetup__Tenants__0__RecipeName"] = "Blank",
            },
        });

        // A blank site has no home page; asking for it sets the site up all the same.
        using var first = site.NewClient();
        await first.GetAsync("/");
        return new PlainSite(site, await site.SignInAsync("admin", password: Password));
    }
}
