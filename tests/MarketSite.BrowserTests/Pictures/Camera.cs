using Microsoft.Playwright;

namespace MarketSite.BrowserTests.Pictures;

/// <summary>Takes a picture of what a window shows, as WebP: Playwright itself knows only PNG and JPEG, which are larger or blurred.</summary>
public static class Camera
{
    private const int Quality = 42;

    public static async Task<byte[]> TakeAsync(Market market, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(picture);
        var address = await market.FindAsync(picture.Place);
        await using var visit = await market.VisitAsync(picture.Person, picture.Window, picture.Language);
        await visit.GoAsync(address);
        await visit.SettleAsync();

        // No market but the demonstration has it.
        await visit.Page.EvaluateAsync("document.querySelector('form.demonstration')?.remove()");
        if (picture.Person == Market.Admin && picture.IsOnPhone)
        {
            // On a phone the admin opens with its menu over the page; folded, as after a tap on it, the page can be seen.
            await visit.Page.EvaluateAsync(
                """
                async () => {
                  document.body.classList.add('left-sidebar-compact');
                  await Promise.all(document.getAnimations().map(animation => animation.finished));
                }
                """);
        }

        if (picture.Awaited is { } awaited)
        {
            await visit.Page.Locator(awaited).First.WaitForAsync();
        }

        if (picture.Pressed is var (selector, _))
        {
            await visit.Page.Locator(selector).First.ClickAsync();
        }

        return await TakeAsync(visit.Page);
    }

    private static async Task<byte[]> TakeAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        var answer = await devtools.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = Quality });
        return answer!.Value.GetProperty("data").GetBytesFromBase64();
    }
}
