using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Many at once. On SQLite postings queue; on PostgreSQL they race.</summary>
public abstract class ConcurrencyTests(SiteFixture fixture) : Scenario(fixture)
{
    private const int Many = 20;

    [Fact]
    public async Task Payments_at_once_on_one_account_are_all_there_in_one_sequence()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await MoneyFormAsync(accountId, "payment")).With("Method", "cash");

        var answers = await Task.WhenAll(Enumerable.Range(1, Many).Select(number => coordinator.SendAsync(
            form.With("Key", Guid.NewGuid().ToString("n")).With("Amount", $"{number}.01"))));

        Assert.All(answers, answer => Assert.NotNull(answer.Redirect));
        var lines = await StatementAsync(accountId);
        Assert.Equal(Enumerable.Range(1, Many), lines.Select(line => line.Sequence));
        Assert.Equal(Enumerable.Range(1, Many).Select(number => (number * 100L) + 1).Order(), lines.Select(line => line.MinorUnits).Order());
        Assert.Equal(lines.Sum(line => line.MinorUnits), await BalanceAsync(accountId));
    }

    [Fact]
    public async Task One_payment_form_sent_many_times_at_once_posts_once()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await MoneyFormAsync(accountId, "payment")).With("Method", "cash").With("Amount", "7.77");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => coordinator.SendAsync(form)));

        Assert.All(answers, answer => Assert.NotNull(answer.Redirect));
        Assert.Equal(777, Assert.Single(await StatementAsync(accountId)).MinorUnits);
    }

    [Fact]
    public async Task Of_many_reversals_of_one_operation_one_is_posted()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        await PayAsync(accountId, "10");
        var form = (await coordinator.GetAsync((await StatementAsync(accountId))[0].ReverseAddress!)).Form(".market-form").With("Reason", "Wrong");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => coordinator.SendAsync(form.With("Key", Guid.NewGuid().ToString("n")))));

        Assert.Single(answers, answer => answer.Redirect is not null);
        Assert.Equal(Many - 1, answers.Count(answer => answer.Status == HttpStatusCode.OK
            && answer.Summary.Contains("This operation has already been reversed.", StringComparison.Ordinal)));
        Assert.Equal([1000, -1000], (await StatementAsync(accountId)).Select(line => line.MinorUnits));
        Assert.Equal(0, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task Payments_at_once_on_many_accounts_all_arrive()
    {
        var accounts = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            accounts.Add(await OpenAccountAsync());
        }

        var coordinator = await Fixture.CoordinatorAsync();
        var forms = new List<SiteForm>();
        foreach (var accountId in accounts)
        {
            forms.Add((await MoneyFormAsync(accountId, "payment")).With("Method", "cash").With("Amount", "1.00"));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(number => coordinator.SendAsync(
            forms[number % forms.Count].With("Key", Guid.NewGuid().ToString("n")))));

        Assert.All(answers, answer => Assert.NotNull(answer.Redirect));
        foreach (var accountId in accounts)
        {
            Assert.Equal(Many / accounts.Count * 100, await BalanceAsync(accountId));
        }
    }

    [Fact]
    public async Task Two_changes_of_one_order_at_once_leave_its_debit_right()
    {
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser, products: 1);
        var (two, totalOfTwo) = await OrderFormAsync(member.Browser, products: 2);
        var (four, totalOfFour) = await OrderFormAsync(member.Browser, products: 4);

        var answers = await Task.WhenAll(member.Browser.SendAsync(two), member.Browser.SendAsync(four));

        Assert.Contains(answers, answer => answer.Redirect is not null);
        var balance = await BalanceAsync(member.AccountId);
        var page = await member.Browser.GetAsync("/order");
        Assert.Contains(balance, new[] { -totalOfTwo, -totalOfFour });
        Assert.Contains(Euro(-balance), page.TextOf("[data-total]"), StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class ConcurrencyOnSqlite(SqliteSite site) : ConcurrencyTests(site);

[Collection(PostgresSite.Name)]
public sealed class ConcurrencyOnPostgres(PostgresSite site) : ConcurrencyTests(site);
