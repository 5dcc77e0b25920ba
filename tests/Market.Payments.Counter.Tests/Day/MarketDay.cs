using System.Globalization;
using System.Text.Json.Nodes;
using Market.Payments.Counter.Tests.Entries;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Day;

/// <summary>The day's course: orders while they are open, then the counter, then what the coordinator reads.</summary>
public sealed class MarketDay : IDisposable
{
    private const int AtOnce = 8;

    private static readonly string[] AtTheCounter = ["volunteer", "coordinator"];

    private readonly SiteProcess _site;
    private readonly DayLog _log;
    private readonly SiteClient _admin;
    private readonly string _distribution;
    private readonly string _box;

    private MarketDay(SiteProcess site, DayLog log, SiteClient admin, string distribution, string box, int members)
    {
        (_site, _log, _admin, _distribution, _box) = (site, log, admin, distribution, box);
        Boxes = members / 2;
        Members = [.. Enumerable.Range(0, members).Select(number => new DayMember(site.NewClient(), log, number))];
    }

    public IReadOnlyList<DayMember> Members { get; }

    /// <summary>How many boxes there are: fewer than want one.</summary>
    public int Boxes { get; }

    /// <summary>Puts the demonstration's goods on sale for its next distribution, one product that nobody has ordered yet up to what there is.</summary>
    public static async Task<MarketDay> BeginAsync(SiteProcess site, DayLog log, int members)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var visitor = site.NewClient();
        var distribution = (await visitor.GetAsync("/order")).Form("form[data-order-form]")["DistributionId"]!;
        var admin = await site.SignInAsync("admin");
        var page = await admin.GetAsync($"/Admin/distributions/{distribution}/on-sale");
        var box = page.Document.QuerySelectorAll("tr[data-product]").First(row => row.QuerySelector("td:nth-last-child(2)")!.TextContent.Trim() == "0").GetAttribute("data-product")!;
        var day = new MarketDay(site, log, admin, distribution, box, members);
        var saved = await admin.SubmitAsync(page.Form("#on-sale").With($"Rows[{box}].Stock", day.Boxes.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("on sale.", saved.Notices, StringComparison.Ordinal);
        return day;
    }

    /// <summary>Does something as every member, several at once.</summary>
    public Task EachAsync(Func<DayMember, Task> act) => Parallel.ForEachAsync(Members, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (member, _) => await act(member));

    /// <summary>Everybody registers: by itself, for a password is meant to be work, which the pages after it would wait for.</summary>
    public Task JoinAsync() => EachAsync(member => member.JoinAsync());

    public Task OrderAsync() => EachAsync(async member =>
    {
        await member.LookAsync();
        if (member.IsLate)
        {
            return;
        }

        await member.OrderAsync(_box, each: 1);
        if (member.Changes)
        {
            await member.OrderAsync(_box, each: 3);
        }

        if (member.Cancels)
        {
            await member.CancelAsync();
        }
        else if (member.Announces)
        {
            await member.AnnounceAsync();
        }
    });

    /// <summary>Ends the time of ordering, after which some would still order.</summary>
    public async Task CloseOrdersAsync()
    {
        var form = (await _admin.GetAsync($"/Admin/Contents/ContentItems/{_distribution}/Edit")).Form("form:has([name='DistributionPart.ClosesLocal'])");
        var yesterday = MarketCalendar.Noon(-1);
        Assert.Contains("published", (await _admin.SubmitAsync(form.With("DistributionPart.ClosesLocal", yesterday).With("submit.Publish", "submit.Publish"))).Notices, StringComparison.Ordinal);
        await EachAsync(member => member.IsLate ? member.OrderTooLateAsync(_box) : Task.CompletedTask);
    }

    /// <summary>Looks, some times each, at what a coordinator looks at before the day.</summary>
    public async Task LookAsync()
    {
        using var coordinator = await _site.SignInAsync("coordinator");
        (string Page, string Path)[] pages =
        [
            ("Desk", "/Admin"),
            ("Orders", $"/Admin/orders?distributionId={_distribution}"),
            ("List by producer", $"/Admin/distributions/{_distribution}/lists"),
            ("Packing list", $"/Admin/distributions/{_distribution}/lists?by=Basket"),
            ("Closing", $"/Admin/counter/{_distribution}/close"),
        ];
        foreach (var (page, path) in Enumerable.Repeat(pages, 10).SelectMany(round => round))
        {
            await _log.AskAsync(page, coordinator, path);
        }
    }

    /// <summary>Takes cash at the counter, on two phones: what is owed, or more, or from who owes nothing.</summary>
    public async Task CollectAsync()
    {
        var accounts = await ReadBalancesAsync();
        var queue = Members.Where(member => member.PaysAtCounter).Index().ToLookup(one => one.Index % AtTheCounter.Length, one => one.Item);
        await Task.WhenAll(AtTheCounter.Select(async (user, place) =>
        {
            using var browser = await _site.SignInAsync(user);
            await _log.AskAsync("Counter", browser, $"/Admin/counter/{_distribution}");
            var phone = await Phone.OpenAsync(browser);
            var state = await _log.AskAsync("Counter: all members", browser, State());
            foreach (var member in queue[place])
            {
                var amount = member.Ordered + (member.IsLate || member.Cancels ? 1_017 : 0);
                var body = new JsonObject { ["entries"] = new JsonArray(Phone.Cash(accounts[member.Login].Account, amount)) }.ToJsonString();
                var taken = await _log.NoteAsync("Counter: cash taken", browser, () => phone.PostAsync(_distribution, body));
                Assert.Equal("taken", (string?)JsonNode.Parse(taken.Html)!["answers"]![0]!["result"]);
                member.Paid += amount;
                state = await _log.AskAsync("Counter: what is new", browser, State() + "?since=" + Uri.EscapeDataString((string)JsonNode.Parse(state.Html)!["cursor"]!));
            }
        }));

        string State() => $"/Admin/counter/{_distribution}/state";
    }

    /// <summary>What the coordinator's page of balances shows, by name, on all its pages.</summary>
    public async Task<IReadOnlyDictionary<string, (string Account, long Balance)>> ReadBalancesAsync()
    {
        using var coordinator = await _site.SignInAsync("coordinator");
        var shown = new Dictionary<string, (string, long)>(StringComparer.Ordinal);
        SitePage page;
        var number = 0;
        do
        {
            page = await _log.AskAsync("Balances", coordinator, $"/Admin/payments/balances?sort=Number&pagenum={++number}");
            foreach (var row in page.Document.QuerySelectorAll("tr[data-account]"))
            {
                shown.Add(row.QuerySelector("a")!.TextContent, (row.GetAttribute("data-account")!, long.Parse(row.GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture)));
            }
        }
        while (page.Document.QuerySelector("tr[data-account]") is not null);
        return shown;
    }

    /// <summary>How many boxes are ordered and how many are left, as the list of what is on sale says.</summary>
    public async Task<(int Ordered, int Left)> ReadBoxesAsync()
    {
        var cells = (await _admin.GetAsync($"/Admin/distributions/{_distribution}/on-sale")).TextsOf($"tr[data-product='{_box}'] td");
        return (int.Parse(cells[^2], CultureInfo.InvariantCulture), int.Parse(cells[^1], CultureInfo.InvariantCulture));
    }

    /// <summary>Has the books verified, and waits until they are.</summary>
    public async Task VerifyAsync()
    {
        var page = await _admin.SubmitAsync((await _admin.GetAsync("/Admin/payments/books")).FormTo("/Admin/payments/books/verify"));
        for (var patience = 600; patience > 0 && !page.Text.Contains("accounts verified on", StringComparison.Ordinal); patience--)
        {
            await Task.Delay(200);
            page = await _admin.GetAsync("/Admin/payments/books");
        }

        Assert.Contains("accounts verified on", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("#books-health tr"), row => Assert.Equal("true", row.GetAttribute("data-good")));
        Assert.Empty(page.Document.QuerySelectorAll("#findings"));
    }

    public void Dispose()
    {
        _admin.Dispose();
        foreach (var member in Members)
        {
            member.Dispose();
        }
    }
}
