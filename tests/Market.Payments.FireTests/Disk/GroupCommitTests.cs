using System.Collections.Concurrent;
using System.Globalization;
using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Payments.FireTests.Disk;

/// <summary>Short units of work that wait for SQLite's one writer are done in one transaction, and each is still its own.</summary>
public sealed class GroupCommitTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    private const int Waiting = 20;

    [Fact]
    public async Task Postings_that_wait_are_committed_together_and_each_is_answered()
    {
        var accounts = await AccountsAsync();
        var sessions = new ConcurrentDictionary<ISession, int>();

        var results = await TogetherAsync(accounts.Select(account => Unit(
            async services =>
            {
                sessions.TryAdd(services.GetRequiredService<ISession>(), 0);
                return await PostAsync(services, account);
            },
            result => result is PostingResult.Posted)));

        // All of them, unless one came late.
        Assert.InRange(sessions.Count, 1, Waiting / 4);
        Assert.Equal(accounts, results.Select(result => Assert.IsType<PostingResult.Posted>(result).Operation.AccountId));
        await HoldAsync(accounts);
    }

    [Fact]
    public async Task What_one_of_them_does_not_keep_is_taken_back_and_the_others_stand()
    {
        var accounts = await AccountsAsync();
        var given = accounts[Waiting / 2];

        await TogetherAsync(accounts.Select(account => Unit(services => PostAsync(services, account), _ => account != given)));

        await TestBooks.HoldAsync(fixture.Market, given, 0, TestBooks.Euros(0));
        await HoldAsync([.. accounts.Where(account => account != given)]);
    }

    [Fact]
    public async Task One_that_fails_fails_alone()
    {
        var accounts = await AccountsAsync();
        var broken = accounts[Waiting / 2];

        var units = await StartAsync(accounts.Select(account => Unit(
            async services => account == broken && await PostAsync(services, account) is { } posted
                ? throw new InvalidOperationException($"After {posted} something broke.")
                : await PostAsync(services, account),
            _ => true)));

        foreach (var (account, unit) in accounts.Zip(units).Where(pair => pair.First != broken))
        {
            Assert.Equal(account, Assert.IsType<PostingResult.Posted>(await unit).Operation.AccountId);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => units[Waiting / 2]);
        await TestBooks.HoldAsync(fixture.Market, broken, 0, TestBooks.Euros(0));
        await HoldAsync([.. accounts.Where(account => account != broken)]);
    }

    [Fact]
    public async Task Each_is_done_as_who_asked_for_it()
    {
        var languages = new[] { "fr", "en", "de", "ja" };
        var seen = new ConcurrentDictionary<string, string>();
        var works = languages.Select(language => (Func<IUnitOfWork, Task<bool>>)(work =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return work.RunTogetherAsync(
                async _ =>
                {
                    await Task.Yield();
                    return seen.TryAdd(language, CultureInfo.CurrentUICulture.Name);
                },
                _ => true);
        }));

        await TogetherAsync(works);

        Assert.All(languages, language => Assert.Equal(language, seen[language]));
    }

    private static Func<IUnitOfWork, Task<PostingResult>> Unit(Func<IServiceProvider, Task<PostingResult>> ask, Func<PostingResult, bool> keep) =>
        work => work.RunTogetherAsync(ask, keep);

    private static Task<PostingResult> PostAsync(IServiceProvider services, string account) =>
        services.GetRequiredService<ILedger>().PostAsync(TestBooks.Payment(account, 7.25m));

    private async Task<T[]> TogetherAsync<T>(IEnumerable<Func<IUnitOfWork, Task<T>>> units) => await Task.WhenAll(await StartAsync(units));

    // Holds the one writer up until all of them wait.
    private async Task<Task<T>[]> StartAsync<T>(IEnumerable<Func<IUnitOfWork, Task<T>>> units)
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = fixture.Market.WorkAsync(work => work.RunAsync(
            async _ =>
            {
                begun.SetResult();
                await end.Task;
                return true;
            },
            _ => true));
        await begun.Task;
        var waiting = units.Select(unit => Task.Run(() => fixture.Market.WorkAsync(unit))).ToArray();
        await Task.Delay(1_000);
        end.SetResult();
        await first;
        return waiting;
    }

    private Task<IReadOnlyList<string>> AccountsAsync() => fixture.Market.OpenAccountsAsync(Waiting);

    private async Task HoldAsync(IReadOnlyList<string> accounts)
    {
        foreach (var account in accounts)
        {
            await TestBooks.HoldAsync(fixture.Market, account, 1, TestBooks.Euros(7.25m));
        }

        await TestBooks.VerifiedAsync(fixture.Market);
    }
}
