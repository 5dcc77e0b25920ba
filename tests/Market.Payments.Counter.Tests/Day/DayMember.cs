using System.Globalization;
using AngleSharp.Dom;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Day;

/// <summary>One member's day at the site's doors, and their own reckoning of it, from the prices that the shop shows.</summary>
public sealed class DayMember(SiteClient browser, DayLog log, int number) : IDisposable
{
    private const string Counted = "input[name^='Quantities']:is(:not([data-grams]), [data-grams=''])";

    private const int MostTries = 5;

    private SitePage? _shop;
    private string? _orderId;

    public string Login { get; } = string.Create(CultureInfo.InvariantCulture, $"day{number:0000}");

    /// <summary>Comes when orders are closed, and pays at the stall all the same.</summary>
    public bool IsLate => number % 10 == 9;

    public bool Changes => number % 3 == 1;

    public bool Cancels => number % 5 == 2;

    public bool Announces => number % 4 == 0;

    public bool PaysAtCounter => number % 2 == 1;

    /// <summary>How many of what is short they have ordered.</summary>
    public int Boxes { get; private set; }

    public long Ordered { get; private set; }

    public long Paid { get; set; }

    public long Balance => Paid - Ordered;

    /// <summary>Registers and signs in.</summary>
    public async Task JoinAsync()
    {
        var form = (await log.AskAsync("Register", browser, "/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])");
        var registered = await log.SendAsync("Register: sent", browser, form
            .With("RegisterUserForm.Name", Login)
            .With("RegisterUserForm.UserName", Login)
            .With("RegisterUserForm.Email", Login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
            .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword));
        Assert.NotNull(registered.Redirect);
        form = (await log.AskAsync("Log in", browser, "/Login")).Form("form:has(input[name='LoginForm.Password'])");
        var signedIn = await log.SendAsync("Log in: sent", browser, form.With("LoginForm.UserName", Login).With("LoginForm.Password", SiteOptions.DevelopmentPassword));
        Assert.NotNull(signedIn.Redirect);
    }

    /// <summary>Looks at what is on sale.</summary>
    public async Task LookAsync()
    {
        await log.AskAsync("Front page", browser, "/");
        _shop = await log.AskAsync("Shop", browser, "/order");
    }

    /// <summary>Orders one box, as long as there are any, and something of the rest; or changes what is ordered to that.</summary>
    /// <param name="box">The product that is short.</param>
    /// <param name="each">How many of each of the rest.</param>
    public async Task OrderAsync(string box, int each)
    {
        var answer = await TryOrderAsync(_shop ?? await log.AskAsync("Shop", browser, "/order"), box, each);
        for (var tries = 1; answer.Redirect is null; tries++)
        {
            // Somebody took the last box in between: the shop says so, with the rest still in the basket.
            Assert.True(tries < MostTries, $"{Login} cannot order: {answer.Text}");
            answer = await TryOrderAsync(answer, box, each);
        }

        (_shop, _orderId) = (null, answer.Redirect.Segments[^1]);
        Assert.Contains("Your order is noted", (await log.AskAsync("My order", browser, answer.Redirect.PathAndQuery)).Text, StringComparison.Ordinal);
    }

    /// <summary>Sends an order from the page that was open before orders closed, and reads that they are.</summary>
    public async Task OrderTooLateAsync(string box)
    {
        var form = Fill(_shop!, box, 1).Form.With("FormKey", Login).To(new Uri(browser.Address, "/order/place"));
        Assert.Contains("are closed", (await log.SendAsync("Order: too late", browser, form)).Text, StringComparison.Ordinal);
    }

    public async Task CancelAsync()
    {
        var form = (await log.AskAsync("Cancel my order", browser, $"/order/{_orderId}/cancel")).FormTo("/order/cancel");
        Assert.Equal("/order", (await log.SendAsync("Order: cancelled", browser, form)).Redirect?.AbsolutePath);
        (Boxes, Ordered) = (0, 0);
    }

    /// <summary>Says that a transfer is on its way, which pays nothing until it has come.</summary>
    public async Task AnnounceAsync()
    {
        var form = (await log.AskAsync("My account", browser, "/my-account")).FormTo("/my-account/transfers");
        Assert.NotNull((await log.SendAsync("Transfer: announced", browser, form)).Redirect);
    }

    /// <summary>The balance that <em>My account</em> shows.</summary>
    public async Task<long> ReadBalanceAsync() =>
        Read((await log.AskAsync("My account", browser, "/my-account")).One("#balance"), "data-minor-units");

    public void Dispose() => browser.Dispose();

    private async Task<SitePage> TryOrderAsync(SitePage shop, string box, int each)
    {
        var (form, boxes, total) = Fill(shop, box, each);
        var kept = await log.SendAsync("Basket: kept", browser, form.With("then", "review"));
        if (kept.Redirect is null)
        {
            return kept;
        }

        var review = await log.AskAsync("Check my order", browser, kept.Redirect.PathAndQuery);
        Assert.True(review.IsSuccess, $"{Login} is led to {review.Redirect} instead of their basket.");
        if (review.Document.QuerySelector("form[data-confirm-order]") is null)
        {
            return review;
        }

        Assert.Equal(total, Read(review.One("#basket [data-minor-units]"), "data-minor-units"));
        var placed = await log.SendAsync(_orderId is null ? "Order: placed" : "Order: changed", browser, review.Form("form[data-confirm-order]"));
        (Boxes, Ordered) = placed.Redirect is null ? (Boxes, Ordered) : (boxes, total);
        return placed;
    }

    private (SiteForm Form, int Boxes, long Total) Fill(SitePage shop, string box, int each)
    {
        var (form, boxes, total) = (shop.Form("form[data-order-form]"), 0, 0L);
        foreach (var (place, input) in shop.Document.QuerySelectorAll(Counted).Index())
        {
            var isBox = input.Id == "q-" + box;
            var wanted = isBox ? 1 : (place + number) % 4 == 0 ? each : 0;
            var taken = (int)Math.Min(wanted, Read(input, "max"));
            form = form.With(input.GetAttribute("name")!, taken.ToString(CultureInfo.InvariantCulture));
            boxes += isBox ? taken : 0;
            total += taken * Read(input, "data-price");
        }

        return (form, boxes, total);
    }

    private static long Read(IElement input, string name) => long.Parse(input.GetAttribute(name)!, CultureInfo.InvariantCulture);
}
