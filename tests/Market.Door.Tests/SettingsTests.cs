using System.IO.Compression;
using System.Text.Json.Nodes;
using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

/// <summary>The settings of a market, taken to another site by Orchard's own export and import.</summary>
public sealed class SettingsTests(DoorFixture door)
{
    private const string Secret = "rk_test_51TheKeyThatLeavesThisSiteByNoDoor";

    [Fact]
    public async Task What_is_exported_is_the_same_in_the_site_that_imports_it_and_has_no_secret()
    {
        var market = await door.MarketAsync();
        var page = await market.Admin.GetAsync("/Admin/payments/settings");
        await market.Admin.SubmitAsync(page.Form("form:has([name$='CurrencyCode'])")
            .Typing("TransferHolder", "The shop's society")
            .Typing("TransferIban", "FR7630006000011234567890189")
            .Typing("SecretKey", Secret));

        var exported = await ExportAsync(market);

        Assert.Contains("FR7630006000011234567890189", exported, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exported, StringComparison.Ordinal);
        await using var other = await PlainMarket.SetUpAsync(door.Site);
        foreach (var module in Installation.Features)
        {
            await other.RunRecipeAsync(module);
        }

        Assert.NotEqual(exported, await ExportAsync(other));
        await other.ImportAsync(exported);
        Assert.Equal(exported, await ExportAsync(other));
        Assert.Empty(other.Process.Faults);
    }

    // The steps of the recipe that a plan with the market's settings exports.
    private static async Task<string> ExportAsync(PlainMarket market)
    {
        var name = "Plan " + Guid.NewGuid().ToString("n");
        const string Plans = "/Admin/DeploymentPlan/";
        await market.Admin.SubmitAsync((await market.Admin.GetAsync(Plans + "Create")).FormTo(Plans + "Create").With("Name", name));
        var list = await market.Admin.GetAsync(Plans + "Index?Options.Search=" + Uri.EscapeDataString(name));
        var id = list.One($"a[href*='{Plans}Display/']").GetAttribute("href")!.Split('/')[^1];
        var step = await market.Admin.GetAsync($"{Plans}{id}/Step/Create?type=MarketSettingsDeploymentStep");
        await market.Admin.SubmitAsync(step.Form("form:has([name=DeploymentStepType])"));
        var zip = await market.Admin.DownloadAsync(await market.Admin.BareFormAsync($"{Plans}ExportFile/Execute/{id}", "/Admin/Features"));
        using var archive = new ZipArchive(new MemoryStream(zip));
        await using var recipe = await archive.GetEntry("Recipe.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var read = await JsonNode.ParseAsync(recipe, cancellationToken: TestContext.Current.CancellationToken);
        return new JsonObject { ["steps"] = read!["steps"]!.DeepClone() }.ToJsonString();
    }
}
