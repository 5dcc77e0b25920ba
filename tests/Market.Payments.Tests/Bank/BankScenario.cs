using Market.Payments.Tests.Cheques;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Bank;

/// <summary>What the scenarios do with bank files at the market's pages.</summary>
public abstract class BankScenario(SiteFixture fixture) : ChequeScenario(fixture)
{
    private static int _files;

    /// <summary>Reads a file, as the coordinator does; nobody doubts that the account is the market's.</summary>
    protected async Task<SitePage> ReadAsync(byte[] file, SiteClient? by = null, bool isOurs = true)
    {
        by ??= await Fixture.CoordinatorAsync();
        var form = (await by.GetAsync("/Admin/payments/bank")).Form("#read");
        return await by.UploadAsync(isOurs ? form.With("isOurs", "true") : form, "file", $"file{Interlocked.Increment(ref _files)}.xml", file);
    }

    /// <summary>The import that a page of lines is of.</summary>
    protected static string ImportOf(SitePage page) => System.Web.HttpUtility.ParseQueryString(page.Address.Query)["import"]!;

    protected async Task<SitePage> LinesAsync(string import, string show) => await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/bank/lines?import={import}&show={show}");

    /// <summary>What each line of a page is, in their order: its state, or how sure its proposal is, and why.</summary>
    protected static IReadOnlyList<string> Told(SitePage page) => [.. page.Document.QuerySelectorAll("#lines li").Select(line =>
        line.GetAttribute("data-certainty") is { Length: > 0 } certainty ? $"{certainty} {line.GetAttribute("data-reason")}" : line.GetAttribute("data-state")!)];

    protected static IReadOnlyList<string> LineIds(SitePage page) => [.. page.Document.QuerySelectorAll("#lines li").Select(line => line.GetAttribute("data-line")!)];

    protected async Task<SitePage> PostCertainAsync(SitePage page, SiteClient? by = null) => await (by ?? await Fixture.CoordinatorAsync()).SubmitAsync(page.Form("#post-certain"));

    /// <summary>Reads a file and posts what is certain in it.</summary>
    protected async Task<string> ReadAndPostAsync(params BankEntry[] entries)
    {
        var read = await ReadAsync(BankFiles.Camt(entries));
        await PostCertainAsync(read);
        return ImportOf(read);
    }

    protected async Task<SitePage> LineAsync(string lineId) => await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/bank/line/" + lineId);

    protected static string StateOf(SitePage line) => line.One("#facts [data-state]").GetAttribute("data-state")!;

    /// <summary>The reference of an account, as its page prints it.</summary>
    protected async Task<string> ReferenceAsync(string accountId) => ReferenceOn(await AccountPageAsync(accountId));

    protected static string ReferenceOn(SitePage account) => account.Document.QuerySelectorAll(".market-number")
        .Select(number => number.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal)).First(number => number.StartsWith("RF", StringComparison.Ordinal));
}
