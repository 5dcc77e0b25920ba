using MarketSite.TestHost;
using Microsoft.Playwright;

namespace Screenshots;

/// <summary>Takes pictures of a site's pages, none of which is large.</summary>
internal sealed class Camera(IBrowser browser, Uri site) : IAsyncDisposable
{
    private const int MostBytes = 60_000;

    // What is further down a page says no more of it.
    private const int MostHeight = 1400;

    private static readonly (int Width, int Height) _desktop = (1280, 900);

    private static readonly (int Width, int Height) _phone = (390, 844);

    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    private IReadOnlyDictionary<string, string> _staged = new Dictionary<string, string>();

    public async Task SignInAsync(string person)
    {
        await using var context = await OpenAsync(null, _desktop, "en");
        var page = await context.NewPageAsync();
        await page.GotoAsync("Login");
        await page.Locator("[name='LoginForm.UserName']").FillAsync(person);
        await page.Locator("[name='LoginForm.Password']").FillAsync(SiteOptions.DevelopmentPassword);
        await page.Locator("main button[type='submit']").ClickAsync();
        await page.Locator("form.session").WaitForAsync();
        _sessions[person] = await context.StorageStateAsync();
    }

    /// <summary>Makes what the pictures show and a demonstration has not got.</summary>
    public async Task StageAsync()
    {
        await using var context = await OpenAsync("admin", _desktop, "en");
        _staged = await Stage.MakeAsync(await context.NewPageAsync());
    }

    // A window is opened as high as its page: enlarged later, the admin's menu folds or unfolds and what sticks to the bottom stays behind.
    public async Task<byte[]> TakeAsync(Picture picture, bool isPhone, string language)
    {
        var size = isPhone ? _phone : _desktop;
        int height;
        await using (var context = await OpenAsync(picture.Person, size, language))
        {
            height = await (await ShowAsync(context, picture)).EvaluateAsync<int>("document.documentElement.scrollHeight");
        }

        await using var window = await OpenAsync(picture.Person, (size.Width, Math.Clamp(height, size.Height, MostHeight)), language);
        return await TakeAsync(window, await ShowAsync(window, picture));
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private async Task<IPage> ShowAsync(IBrowserContext context, Picture picture)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(_staged.Aggregate(picture.Address, (address, made) => address.Replace(made.Key, made.Value, StringComparison.Ordinal)));
        if (picture.Follow is not null)
        {
            await page.GotoAsync((await page.Locator(picture.Follow).First.GetAttributeAsync("href"))!);
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // On a phone the admin opens with its menu over the page; folded, as after a tap on it, the page can be seen.
        if (picture.Person == "admin" && page.ViewportSize!.Width < 768)
        {
            await page.EvaluateAsync("document.body.classList.add('left-sidebar-compact')");
        }

        foreach (var press in picture.Press?.Split('|') ?? [])
        {
            await page.Locator(press).First.ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        return page;
    }

    private static async Task<byte[]> TakeAsync(IBrowserContext context, IPage page)
    {
        var session = await context.NewCDPSessionAsync(page);
        var picture = Array.Empty<byte>();
        foreach (var quality in (int[])[80, 60, 40, 25])
        {
            var answer = await session.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = quality });
            picture = Convert.FromBase64String(answer!.Value.GetProperty("data").GetString()!);
            if (picture.Length <= MostBytes)
            {
                break;
            }
        }

        return picture;
    }

    private Task<IBrowserContext> OpenAsync(string? person, (int Width, int Height) size, string language) =>
        browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = person is null ? null : _sessions[person],
        });
}
