using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Bank;

/// <summary>The process dies while many lines are posted: nothing of them is there, and sent again each is there once.</summary>
public abstract class KilledPostingTests(SiteFixture fixture) : BankScenario(fixture)
{
    private const int Lines = 800;

    [Fact]
    public async Task What_is_killed_in_the_middle_is_posted_once_when_it_is_sent_again()
    {
        await using var site = await Fixture.StartAsync(new SiteOptions());
        using var admin = await site.SignInAsync("admin");
        var account = (await admin.GetAsync("/Admin/payments/balances")).One("tbody a[href*='/payments/accounts/']").GetAttribute("href")!;
        var page = await admin.GetAsync(account);
        var (before, reference) = (BalanceOn(page), ReferenceOn(page));
        var read = await ReadAsync(BankFiles.Camt([.. Enumerable.Range(0, Lines).Select(place => new BankEntry(1m, $"Panier {place}") { Reference = reference })]), admin);

        var posting = admin.SubmitAsync(read.Form("#post-certain"));
        while (!posting.IsCompleted && !(await admin.AskAsync("/Admin/payments/bank/lines/progress")).Text.Contains($"\"total\":{Lines}", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        site.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => posting);
        await site.RestartAsync();
        using var back = await site.SignInAsync("admin");
        Assert.Equal(before, BalanceOn(await back.GetAsync(account)));

        var again = await PostCertainAsync(await back.GetAsync(read.Address.PathAndQuery), back);
        Assert.Contains($"{Lines} lines are posted.", again.Notices, StringComparison.Ordinal);
        Assert.Equal(before + (Lines * 100), BalanceOn(await back.GetAsync(account)));
    }
}

[Collection(SqliteSite.Name)]
public sealed class KilledPostingOnSqlite(SqliteSite site) : KilledPostingTests(site);

[Collection(PostgresSite.Name)]
public sealed class KilledPostingOnPostgres(PostgresSite site) : KilledPostingTests(site);
