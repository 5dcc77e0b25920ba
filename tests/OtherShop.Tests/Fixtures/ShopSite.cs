using MarketSite.TestHost;

namespace OtherShop.Tests.Fixtures;

/// <summary>A site with the sample on it and its recipe run, which the scenarios of one database share.</summary>
public abstract class ShopSite : IAsyncLifetime
{
    /// <summary>The project of the site, from the root of the sources.</summary>
    public const string Project = "tests/OtherShop.Site";

    private SiteProcess? _site;
    private SiteClient? _admin;

    /// <summary>Why there is no such database here, or null where there is.</summary>
    public abstract string? WhyNot { get; }

    public SiteProcess Site
    {
        get
        {
            Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
            return _site!;
        }
    }

    /// <summary>The administrator's browser, which the scenarios share.</summary>
    public async Task<SiteClient> AdminAsync() => _admin ??= await Site.SignInAsync("admin");

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is null)
        {
            _site = await SiteProcess.StartAsync(await OnThisDatabaseAsync(new SiteOptions { Project = Project }));
            await BringWorkflowsAsync(await AdminAsync());
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _admin?.Dispose();
        if (_site is not null)
        {
            var faults = _site.Faults;
            await _site.DisposeAsync();
            Judge(faults);
        }
    }

    /// <summary>Runs the sample's recipe by the page of the admin that lists them all.</summary>
    protected virtual async Task BringWorkflowsAsync(SiteClient admin)
    {
        var run = (await admin.GetAsync("/Admin/Recipes")).One("#btn-run-Memberships").GetAttribute("href")!;
        var answer = await admin.SubmitAsync(await admin.BareFormAsync(run, "/Admin/payments/settings"));
        Assert.Contains("has been run successfully", answer.Notices, StringComparison.Ordinal);
    }

    /// <summary>Judges what the site logged as an error.</summary>
    protected virtual void Judge(IReadOnlyList<string> faults) => Assert.Empty(faults);

    protected abstract Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options);
}
