using Market.Payments.Tests.Bank;
using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Growth;

/// <summary>What lines were posted to is read for all lines of a page at once.</summary>
[Collection(PostgresSite.Name)]
public sealed class BankGrowthTests(PostgresSite site) : BankScenario(site)
{
    [Fact]
    public async Task Lines_that_are_done_ask_no_more_where_there_are_more_of_them()
    {
        var account = await OpenAccountAsync();
        var reference = await ReferenceAsync(account);
        var (one, many) = (await PostAsync(1), await PostAsync(9));
        var coordinator = await Fixture.CoordinatorAsync();
        await coordinator.GetAsync(Done(many));

        var few = await Site.Meter.CountAsync(coordinator, Done(one));
        var more = await Site.Meter.CountAsync(coordinator, Done(many));

        Assert.Equal(9, LineIds(await coordinator.GetAsync(Done(many))).Count);
        Assert.Equal(few, more);

        Task<string> PostAsync(int count) => ReadAndPostAsync([.. Enumerable.Range(0, count).Select(place => new BankEntry((10 * count) + place + 0.19m, "VIR SEPA") { Reference = reference })]);
    }

    private static string Done(string import) => $"/Admin/payments/bank/lines?import={import}&show=Done";
}
