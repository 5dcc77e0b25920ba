using Market.Ledger.Amounts;
using Market.Payments.FireTests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;

namespace Market.Payments.FireTests;

/// <summary>Details that are gone by a way no page guards.</summary>
public sealed class MethodDetailsTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task A_method_whose_details_are_gone_is_not_offered_to_members_and_is_still_to_set()
    {
        var accountId = await fixture.Market.OpenAccountAsync();
        Assert.Equal(["card-terminal", "cash", "cheque", "transfer"], await WaysAsync(accountId));
        Assert.Empty(await MissingAsync());

        await fixture.Market.SettleAsync(settings => (settings.ChequePayee, settings.TransferIban) = (" ", "DE89370400440532013001"));

        Assert.Equal(["card-terminal", "cash"], await WaysAsync(accountId));
        Assert.Equal(["Cheques need a payee.", "Transfers need the holder and the IBAN of the account."], await MissingAsync());
    }

    private Task<List<string>> WaysAsync(string accountId) => fixture.Market.InScopeAsync(async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = ShellScope.Context.CreateHttpContext();
        var account = (await services.GetRequiredService<IClientAccounts>().FindAsync(accountId))!;
        var ways = await services.GetRequiredService<IWaysToPay>().BuildAsync(account, new Money(1200, Currency.Euro));
        return ways.Cast<WayToPay>().Select(way => way.Method.Name).Order(StringComparer.Ordinal).ToList();
    });

    private Task<List<string>> MissingAsync() => fixture.Market.InScopeAsync(async services =>
    {
        const string End = " Members are not offered it until then.";
        var missing = new List<StillToSet>();
        foreach (var check in services.GetServices<ISetUpCheck>())
        {
            missing.AddRange(await check.FindAsync());
        }

        return missing.Where(item => item.Sentence.EndsWith(End, StringComparison.Ordinal)).Select(item => item.Sentence[..^End.Length]).ToList();
    });
}
