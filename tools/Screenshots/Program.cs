using MarketSite.BrowserTests;
using MarketSite.TestHost;
using Microsoft.Playwright;

const string Variable = "MARKET_SCREENSHOTS";
if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
{
    await Console.Error.WriteLineAsync($"Set {Variable} to the folder that the pictures go to.");
    return 1;
}

if (Chromium.WhyNot is { } whyNot)
{
    await Console.Error.WriteLineAsync(whyNot);
    return 1;
}

Directory.CreateDirectory(folder);
await using var site = await SiteProcess.StartAsync();
using var playwright = await Playwright.CreateAsync();
await using var browser = await Chromium.LaunchAsync(playwright);

var sessions = new Dictionary<string, string>(StringComparer.Ordinal);
foreach (var person in new[] { "admin", "volunteer", "member" })
{
    sessions.Add(person, await SignInAsync(person));
}

var account = await FindAccountAsync("Claire Dubois");
var counter = await FindCounterAsync();
foreach (var (screen, size) in new[] { ("desktop", (1280, 900)), ("phone", (390, 844)) })
{
    foreach (var language in new[] { "en", "fr" })
    {
        await TakeAsync("admin", "Admin/payments/balances", $"balances-{screen}-{language}", size, language);
        await TakeAsync("admin", account, $"account-{screen}-{language}", size, language);
        await TakeAsync("admin", account + "/payment", $"payment-{screen}-{language}", size, language);
        await TakeAsync("admin", "Admin/payments/settings", $"settings-{screen}-{language}", size, language);
        await TakeAsync("volunteer", counter, $"counter-{screen}-{language}", size, language);
        await TakeAsync("volunteer", counter, $"counter-member-{screen}-{language}", size, language, press: "#rows .row");
        foreach (var (scheme, suffix) in new[] { (ColorScheme.Light, string.Empty), (ColorScheme.Dark, "-dark") })
        {
            await TakeAsync("member", "", $"home-{screen}-{language}{suffix}", size, language, scheme);
            await TakeAsync("member", "order", $"order-{screen}-{language}{suffix}", size, language, scheme);
            await TakeAsync("member", "my-account", $"my-account-{screen}-{language}{suffix}", size, language, scheme);
        }
    }
}

return 0;

async Task<string> SignInAsync(string person)
{
    await using var context = await OpenAsync(null, (1280, 900), "en", ColorScheme.Light);
    var page = await context.NewPageAsync();
    await page.GotoAsync("Login");
    await page.Locator("[name='LoginForm.UserName']").FillAsync(person);
    await page.Locator("[name='LoginForm.Password']").FillAsync(SiteOptions.DevelopmentPassword);
    await page.Locator("main button[type='submit']").ClickAsync();
    await page.Locator("form.session").WaitForAsync();
    return await context.StorageStateAsync();
}

async Task<string> FindAccountAsync(string name)
{
    await using var context = await OpenAsync("admin", (1280, 900), "en", ColorScheme.Light);
    var page = await context.NewPageAsync();
    await page.GotoAsync("Admin/payments/balances");
    return (await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).GetAttributeAsync("href"))!;
}

// The newest one.
async Task<string> FindCounterAsync()
{
    await using var context = await OpenAsync("volunteer", (1280, 900), "en", ColorScheme.Light);
    var page = await context.NewPageAsync();
    await page.GotoAsync("Admin/counter");
    return (await page.Locator(".ta-content a[href*='/counter/']").First.GetAttributeAsync("href"))!;
}

// A window is opened as high as its page: enlarged later, the admin's menu folds or unfolds and what sticks to the bottom stays behind.
async Task TakeAsync(
    string person,
    string address,
    string name,
    (int Width, int Height) size,
    string language,
    ColorScheme scheme = ColorScheme.Light,
    string? press = null)
{
    int height;
    await using (var context = await OpenAsync(person, size, language, scheme))
    {
        var page = await ShowAsync(context, address);
        height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
    }

    await using (var context = await OpenAsync(person, (size.Width, height), language, scheme))
    {
        var page = await ShowAsync(context, address);

        // On a phone the admin opens with its menu over the page; folded, as after a tap on it, the page can be seen.
        if (person == "admin" && size.Width < 768)
        {
            await page.EvaluateAsync("document.body.classList.add('left-sidebar-compact')");
        }

        if (press is not null)
        {
            await page.Locator(press).First.ClickAsync();
        }

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }
}

async Task<IPage> ShowAsync(IBrowserContext context, string address)
{
    var page = await context.NewPageAsync();
    await page.GotoAsync(address);
    await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    return page;
}

Task<IBrowserContext> OpenAsync(string? person, (int Width, int Height) size, string language, ColorScheme scheme) =>
    browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = site.Address.ToString(),
        Locale = language,
        ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
        StorageState = person is null ? null : sessions[person],
    });
