using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>A new treasurer's page: what is locked, what is carried into the new year, what hangs.</summary>
public abstract class YearTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Door = "/Admin/payments/year";

    [Fact]
    public async Task What_is_carried_is_what_the_journal_of_the_next_year_begins_with()
    {
        var admin = await Fixture.AdminAsync();
        var before = await admin.GetAsync(Door);
        var (from, to) = (before.One("#year").GetAttribute("data-from")!, before.One("#year").GetAttribute("data-to")!);
        var (owes, holds) = (await OpenAccountAsync(), await OpenAccountAsync());
        await AdjustAsync(owes, "30", "false", to);
        await AdjustAsync(holds, "12.50", "true", from);
        await AdjustAsync(holds, "99", "true", NextDay(to));

        var page = await admin.GetAsync(Door);

        Assert.Equal(3000, MinorUnits(page, "#carried-owed") - MinorUnits(before, "#carried-owed"));
        Assert.Equal(1250, MinorUnits(page, "#carried-held") - MinorUnits(before, "#carried-held"));
        Assert.Equal(MinorUnits(page, "#carried-net"), MinorUnits(page, "#carried-owed") - MinorUnits(page, "#carried-held"));
        var next = await admin.GetAsync($"/Admin/payments/journals/file?From={NextDay(to)}&To={MarketCalendar.In(0)}&Format=Csv");
        Assert.Equal(MinorUnits(page, "#carried-net"), CarriedIn(next.Html));
        Assert.Contains($"From={from}&To={to}", page.One("#hand-over a[href*='Format=Csv']").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_is_said_with_the_page_where_it_is_settled()
    {
        var admin = await Fixture.AdminAsync();
        var account = await OpenAccountAsync();
        await (await Fixture.CoordinatorAsync()).SubmitAsync((await MoneyFormAsync(account, "announce")).With("Amount", "10").With("Method", "transfer"));
        await PayAsync(account, "10", "cheque", ("Details[cheque-number]", "123"), ("Details[cheque-bank]", "Bank"));

        var page = await admin.GetAsync($"{Door}?of={MarketCalendar.In(0)}");

        Assert.Contains("announced and ha", page.TextOf("#hanging"), StringComparison.Ordinal);
        Assert.Contains("in hand", page.TextOf("#hanging"), StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("#hanging a[href$='/payments/pending']"));
        Assert.Contains("This year is not over", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_is_moved_from_there_by_the_rules_of_the_settings_and_says_who_did()
    {
        var admin = await Fixture.AdminAsync();
        var settings = await SettingsFormAsync(admin);
        var before = settings[Setting(settings, "LockDay")] is { Length: > 0 } set ? set : "2000-01-14";
        var day = NextDay(before);
        var form = (await admin.GetAsync(Door)).Form("#lock");

        var wrong = await admin.SubmitAsync(form.With("day", MarketCalendar.In(0)));
        var locked = await admin.SubmitAsync(form.With("day", day));
        var earlier = await admin.SubmitAsync(form.With("day", before));

        Assert.Contains("Only days that are over can be locked", wrong.Notices, StringComparison.Ordinal);
        Assert.Contains("It is locked", locked.Notices, StringComparison.Ordinal);
        Assert.Contains("stays locked", earlier.Notices, StringComparison.Ordinal);
        settings = await SettingsFormAsync(admin);
        Assert.Equal(day, settings[Setting(settings, "LockDay")]);
        Assert.Contains("admin moved the lock", locked.TextsOf("#lock-moves li")[0], StringComparison.Ordinal);
        Assert.Contains(day[..4], locked.TextsOf("#lock-moves li")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_is_for_who_may_change_the_settings()
    {
        using var treasurer = await SignInEditorAsync("ManageBooks");
        var page = await treasurer.GetAsync(Door);
        var bare = await treasurer.BareFormAsync(Door + "/lock", "/Admin/payments/books");

        Assert.Empty(page.Document.QuerySelectorAll("#lock"));
        Assert.Equal(Access.Forbidden, Access.Kind(await treasurer.SendAsync(bare.With("day", "2025-12-31"))));
    }

    private async Task AdjustAsync(string accountId, string amount, string inFavour, string day)
    {
        var form = (await MoneyFormAsync(accountId, "adjust")).With("Amount", amount).With("Memo", "Carried").WithAll("InFavour", inFavour).With("OccurredOn", day);
        Assert.Contains("The correction is recorded", (await (await Fixture.CoordinatorAsync()).SubmitAsync(form)).Notices, StringComparison.Ordinal);
    }

    private static string NextDay(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Of what is carried forward, the lines of the clients' account: the debit less the credit.
    private static long CarriedIn(string csv) => csv
        .Split("\r\n")
        .Where(line => line.Contains(",AN-", StringComparison.Ordinal))
        .Select(line => line.Split(','))
        .Where(fields => fields[4].StartsWith("411", StringComparison.Ordinal))
        .Sum(fields => MinorUnits(fields[^4]) - MinorUnits(fields[^3]));

    private static long MinorUnits(string amount) => (long)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100);
}

[Collection(SqliteSite.Name)]
public sealed class YearsOnSqlite(SqliteSite site) : YearTests(site);

[Collection(PostgresSite.Name)]
public sealed class YearsOnPostgres(PostgresSite site) : YearTests(site);
