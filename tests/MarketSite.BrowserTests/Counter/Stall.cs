using System.Text.Json;
using System.Text.RegularExpressions;
using MarketSite.TestHost;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Counter;

/// <summary>The tests that stand at the counter of one market.</summary>
[CollectionDefinition]
public sealed class AtTheStall : ICollectionFixture<Stall>;

/// <summary>A market of its own with forty members, which can be killed while phones stand at its counter.</summary>
public sealed partial class Stall(Market market) : IAsyncLifetime
{
    public const int Members = 40;

    /// <summary>Somebody beside the forty, who owes.</summary>
    public const string Debtor = "Théo Garnier";

    private SiteProcess? _site;

    // Signing in hashes a password on purpose slowly.
    private string? _session;

    /// <summary>The market's process.</summary>
    public SiteProcess Site => _site!;

    /// <summary>The counter of the coming distribution.</summary>
    public string Counter { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyNot is not null)
        {
            return;
        }

        _site = await SiteProcess.StartAsync();
        using var admin = await _site.SignInAsync(Market.Admin);
        var counters = await admin.GetAsync("/Admin/counter");
        Counter = counters.Document.Links.Select(link => link.GetAttribute("href")!).First(address => CounterAddress().IsMatch(address));
        var there = (await StateAsync(admin)).GetProperty("members").GetArrayLength();
        for (var number = there; number <= Members; number++)
        {
            var form = (await admin.GetAsync("/Admin/Contents/ContentTypes/Client/Create")).Form("form:has([name='ClientAccountPart.Name'])");
            await admin.SubmitAsync(form.With("ClientAccountPart.Name", $"Zoé Queue {number}").With("ClientAccountPart.Floor", string.Empty).With("submit.Publish", "submit.Publish"));
        }
    }

    /// <summary>What the market itself says of the counter.</summary>
    public async Task<JsonElement> StateAsync()
    {
        using var admin = await Site.SignInAsync(Market.Admin);
        return await StateAsync(admin);
    }

    /// <summary>A phone that is signed in, with the counter open and ready to work without network.</summary>
    public async Task<Till> OpenAsync(string language = "en-GB", Func<IBrowserContext, Task>? before = null)
    {
        var phone = await market.PhoneAsync(Site.Address, language, _session);
        if (before is not null)
        {
            await before(phone);
        }

        var till = new Till(phone, await phone.NewPageAsync());
        if (_session is null)
        {
            await SignInAsync(till.Page);
            _session = await phone.StorageStateAsync();
        }

        await till.Page.GotoAsync(Counter);
        await till.IsReadyAsync();
        return till;
    }

    /// <summary>The session that phones begin with has been ended.</summary>
    public void ForgetSession() => _session = null;

    public static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("Login");
        await page.Locator("[name='LoginForm.UserName']").FillAsync(Market.Coordinator);
        await page.Locator("[name='LoginForm.Password']").FillAsync(SiteOptions.DevelopmentPassword);
        await page.Locator("main form:has([name='LoginForm.Password']) [type=submit]").First.ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("/Login"));
    }

    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<JsonElement> StateAsync(SiteClient admin) => JsonDocument.Parse((await admin.GetAsync(Counter + "/state")).Html).RootElement;

    [GeneratedRegex("/Admin/counter/[a-z0-9]{26}$")]
    private static partial Regex CounterAddress();
}
