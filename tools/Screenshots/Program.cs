using MarketSite.BrowserTests;
using MarketSite.BrowserTests.Pictures;
using Demonstration = MarketSite.BrowserTests.Market;

if (Chromium.WhyNot is { } whyNot)
{
    await Console.Error.WriteLineAsync(whyNot);
    return 1;
}

var pictures = Album.All.Where(picture => args.Length == 0 || args.Contains(picture.Place)).ToList();
await using var market = new Demonstration { HasPast = true };
await market.InitializeAsync();
await WaitForPastAsync();
foreach (var picture in pictures)
{
    var webp = await Camera.TakeAsync(market, picture);
    await File.WriteAllBytesAsync(Path.Combine(Album.Folder, picture.FileName), webp);
    Console.WriteLine($"{picture.FileName} {webp.Length}");
}

return 0;

// Last of all, the days of the half-year are closed.
async Task WaitForPastAsync()
{
    await using var visit = await market.VisitAsync(Demonstration.Admin);
    do
    {
        await visit.GoAsync("Admin/payments/books");
    }
    while (await visit.Page.GetByText("Nothing is closed yet").CountAsync() > 0);
}
