using System.Net;
using System.Text.Json.Nodes;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(MarketSite.BrowserTests.Market))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace MarketSite.BrowserTests;

/// <summary>One demonstration market, which takes cards by a fake Stripe, and one browser for all tests. A test that posts has a member of its own.</summary>
public sealed class Market : IAsyncLifetime
{
    public const string Admin = "admin";

    public const string Coordinator = "coordinator";

    private const string WebhookSecret = "whsec_OfTheBrowserTests";

    // In milliseconds: the first page of a kind is slow on a machine that runs other tests beside these.
    private const int Patience = 120_000;

    // Signing in hashes a password on purpose slowly: each person does it once.
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    private SiteProcess? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Places? _places;
    private FakeStripe? _stripe;

    /// <summary>Whether it begins with half a year of history, as for who starts it in Development. The tests count on there being none.</summary>
    public bool HasPast { get; init; }

    /// <summary>The Stripe that the market pays by.</summary>
    public FakeStripe Stripe => _stripe!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyNot is not null)
        {
            return;
        }

        _stripe = await FakeStripe.StartAsync();
        var site = StartAsync(_stripe.Address, HasPast);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await Chromium.LaunchAsync(_playwright);
        _site = await site;
        _places = new Places(this);
    }

    /// <summary>The mails that the market sends.</summary>
    public Mailbox Mails => new(_site!.DataFolder);

    /// <summary>Registers somebody whom only one test tells of.</summary>
    /// <returns>The login, which is the name as well.</returns>
    public async Task<string> RegisterAsync(string language = "en")
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        var login = NewLogin();
        using var browser = _site!.NewClient(language);
        await browser.RegisterAsync(login);
        return login;
    }

    /// <summary>Adds a distribution of one test's own, long after those that others order for.</summary>
    public async Task<string> AddDistributionAsync()
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        using var admin = await _site!.SignInAsync(Admin);
        return await admin.AddDistributionAsync("hall" + Guid.NewGuid().ToString("n")[..8], MarketCalendar.In(40), MarketCalendar.Noon(-1), MarketCalendar.Noon(39));
    }

    /// <summary>A login that nobody has.</summary>
    public static string NewLogin() => "member" + Guid.NewGuid().ToString("n")[..8];

    /// <summary>Opens a window of the browser, signed in as the person named, if one is.</summary>
    public async Task<Visit> VisitAsync(
        string? person = null,
        ViewportSize? screen = null,
        string language = "en-GB",
        bool withScript = true)
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        if (person is not null && !_sessions.ContainsKey(person))
        {
            _sessions.Add(person, await SignInAsync(person));
        }

        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _site!.Address.ToString(),
            ViewportSize = screen ?? Screen.Desktop,
            Locale = language,
            JavaScriptEnabled = withScript,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = person is null ? null : _sessions[person],
        });
        context.SetDefaultTimeout(Patience);
        return await Visit.StartAsync(context, _site.Address);
    }

    /// <summary>A phone of its own, with nothing in its memory, at another site's address.</summary>
    public async Task<IBrowserContext> PhoneAsync(Uri site, string language = "en-GB", string? session = null)
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? string.Empty);
        var phone = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = Screen.Phone,
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        phone.SetDefaultTimeout(Patience);
        return phone;
    }

    /// <summary>Stripe says something to the market.</summary>
    public async Task HearAsync(string type, JsonObject subject)
    {
        using var http = new HttpClient { BaseAddress = _site!.Address };
        Assert.Equal(HttpStatusCode.OK, await FakeWebhook.PostAsync(http, FakeWebhook.Event(type, subject).ToJsonString(), WebhookSecret));
    }

    /// <summary>The address of one of the market's pages.</summary>
    public Task<string> FindAsync(string page) => _places?.FindAsync(page) ?? Task.FromResult(string.Empty);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_stripe is not null)
        {
            await _stripe.DisposeAsync();
        }
    }

    private static async Task<SiteProcess> StartAsync(Uri stripe, bool hasPast)
    {
        var site = await SiteProcess.StartAsync(new SiteOptions
        {
            Variables = new Dictionary<string, string?>
            {
                ["OrchardCore__Market_Payments_Stripe__ApiBase"] = stripe.ToString().TrimEnd('/'),
                ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false",
                ["OrchardCore__Market_Payments_Stripe__IsTraining"] = "true",
                ["MARKET_CHECKOUT_HOSTS"] = stripe.GetLeftPart(UriPartial.Authority),
                ["Market__PastDistributions"] = hasPast ? "12" : "0",
            },
        });
        using var admin = await site.SignInAsync(Admin);
        var form = (await admin.GetAsync("/Admin/payments/settings")).Form("form:has([name$='CurrencyCode'])");
        var saved = await admin.SubmitAsync(FakeKeys.Fill(form, FakeStripe.SecretKey, WebhookSecret));
        return saved.Notices.Contains("saved", StringComparison.Ordinal) ? site : throw new InvalidOperationException(saved.Text);
    }

    private async Task<string> SignInAsync(string person)
    {
        await using var visit = await VisitAsync();
        await visit.SignInAsync(person, SiteOptions.DevelopmentPassword);
        return await visit.Page.Context.StorageStateAsync();
    }
}
