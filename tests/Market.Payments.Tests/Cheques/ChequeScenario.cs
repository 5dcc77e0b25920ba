using System.Globalization;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Cheques;

/// <summary>What the scenarios do with cheques at the market's pages.</summary>
public abstract class ChequeScenario(SiteFixture fixture) : Scenario(fixture)
{
    private static int _numbers;

    /// <summary>Records a payment by cheque.</summary>
    protected async Task<Paper> ReceiveAsync(string accountId, string amount)
    {
        var number = NewNumber();
        var page = await PayAsync(accountId, amount, "cheque", ("Details[cheque-number]", number), ("Details[cheque-bank]", "Crédit Agricole"));
        Assert.Contains("recorded for", page.Notices, StringComparison.Ordinal);
        return await FindAsync(accountId, number);
    }

    protected static string NewNumber() => (7_000_000 + Interlocked.Increment(ref _numbers)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The cheque of an account with this number, as its page has it.</summary>
    protected async Task<Paper> FindAsync(string accountId, string number)
    {
        var page = await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/accounts/{accountId}/cheques");
        var row = Assert.Single(page.Document.QuerySelectorAll("#account-cheques tr[data-cheque]"), row => row.TextContent.Contains(number, StringComparison.Ordinal));
        return new Paper(row.GetAttribute("data-cheque")!, number, row.GetAttribute("data-state")!);
    }

    protected async Task<string> StateAsync(Paper cheque) =>
        (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/cheque/" + cheque.Id)).One("#cheque").GetAttribute("data-state")!;

    /// <summary>The form that puts cheques on a slip.</summary>
    protected async Task<SiteForm> SlipFormAsync(params Paper[] cheques) =>
        (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/cheques")).FormTo("/Admin/payments/cheques/slip").WithAll("selected", [.. cheques.Select(cheque => cheque.Id)]);

    /// <summary>Puts cheques on a slip and gives its number.</summary>
    protected async Task<long> MakeSlipAsync(params Paper[] cheques)
    {
        var page = await (await Fixture.CoordinatorAsync()).SubmitAsync(await SlipFormAsync(cheques));
        Assert.Contains("is made:", page.Notices, StringComparison.Ordinal);
        return NumberOf(page);
    }

    protected static long NumberOf(SitePage slip) => long.Parse(slip.Address.Segments[^1], CultureInfo.InvariantCulture);

    protected async Task<SitePage> SlipAsync(long number) => await (await Fixture.CoordinatorAsync()).GetAsync(SlipPath(number));

    protected static string SlipPath(long number) => string.Create(CultureInfo.InvariantCulture, $"/Admin/payments/slip/{number}");

    protected async Task<SiteForm> BankFormAsync(long number) => (await SlipAsync(number)).Form("#bank");

    protected async Task<SitePage> BankAsync(long number) => await (await Fixture.CoordinatorAsync()).SubmitAsync(await BankFormAsync(number));

    protected async Task<SiteForm> BounceFormAsync(Paper cheque) =>
        (await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/cheque/{cheque.Id}/bounced")).Form(".market-form").With("Reason", "No funds");

    /// <summary>The lines of this year's journals that name something.</summary>
    protected async Task<IReadOnlyList<string>> JournalAsync(string piece)
    {
        var year = MarketCalendar.Today.Year.ToString(CultureInfo.InvariantCulture);
        var csv = (await (await Fixture.AdminAsync()).GetAsync($"/Admin/payments/journals/file?From={year}-01-01&To={year}-12-31&Format=Csv")).Html.Split("\r\n");
        return [.. csv.Where(line => line.Contains(piece + ",", StringComparison.Ordinal))];
    }

    protected sealed record Paper(string Id, string Number, string State);
}
