using Market.Ledger;
using Market.Payments.Accounts;
using Market.Payments.Farewells;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.FireTests.Members;

/// <summary>Who left is forgotten once nobody called it off in time, and the books hold as before.</summary>
public sealed class LeavingTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    private const string Name = "Zéphyrine Quitte";

    private MarketHost Market => fixture.Market;

    [Fact]
    public async Task A_name_and_a_login_are_erased_on_their_day_and_not_before_and_the_books_hold()
    {
        var (account, user) = await MemberAsync();
        await Market.PostAsync(TestBooks.Payment(account, 7));
        await Market.PostAsync(TestBooks.Payment(account, 7) with { Kind = OperationKind.Adjustment, Amount = TestBooks.Euros(-7), Method = null, Memo = "Given back" });
        Assert.Empty(await Market.InScopeAsync(services => services.GetRequiredService<LeavingDesk>().LeaveAsync(account, user)));

        await RunTaskAsync();
        Assert.Contains(Name, await NamesAsync(account));

        await ComeAsync(account);
        await RunTaskAsync();

        Assert.DoesNotContain(Name, await NamesAsync(account));
        Assert.False(await Market.InScopeAsync(async services => await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(user) is not null));
        Assert.Equal(2, (await Market.StatementAsync(account)).Operations.Count);
        await TestBooks.VerifiedAsync(Market);
        Assert.False(await Market.InScopeAsync(services => services.GetRequiredService<LeavingDesk>().CallOffAsync(account)));
    }

    [Fact]
    public async Task Who_was_called_back_is_not_forgotten()
    {
        var (account, user) = await MemberAsync();
        await Market.InScopeAsync(services => services.GetRequiredService<LeavingDesk>().LeaveAsync(account, user));
        Assert.True(await Market.InScopeAsync(services => services.GetRequiredService<LeavingDesk>().CallOffAsync(account)));

        await ComeAsync(account);
        await RunTaskAsync();

        Assert.Contains(Name, await NamesAsync(account));
        Assert.Equal(account, await Market.InScopeAsync(async services => (await services.GetRequiredService<IClientAccounts>().FindByUserAsync(user))?.Id));
    }

    // The day comes, without a clock that other tests of the site would see.
    private Task<bool> ComeAsync(string account) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<LeavingStore>();
            if (await store.FindAsync(account) is { } leaving)
            {
                leaving.EraseOn = leaving.EraseOn.AddDays(-LeavingWork.DaysKept);
                await store.AddAsync(leaving);
            }

            return true;
        },
        _ => true));

    private Task<bool> RunTaskAsync() => Market.InScopeAsync(async services =>
    {
        await services.GetServices<IBackgroundTask>().OfType<EraseLeftTask>().Single().DoWorkAsync(services, CancellationToken.None);
        return true;
    });

    private Task<List<string?>> NamesAsync(string account) => Market.InScopeAsync(async services =>
    {
        var versions = await services.GetRequiredService<ISession>().Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == account).ListAsync();
        return versions.SelectMany(version => new[] { version.DisplayText, version.GetOrCreate<ClientAccountPart>().Name }).ToList();
    });

    private Task<(string Account, string User)> MemberAsync() => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var login = "leaver" + Guid.NewGuid().ToString("n")[..8];
            var user = new User { UserName = login, Email = login + "@example.org", EmailConfirmed = true, IsEnabled = true };
            Assert.True((await services.GetRequiredService<UserManager<IUser>>().CreateAsync(user)).Succeeded);
            return ((await services.GetRequiredService<AccountOpening>().OpenAsync(Name, user.UserId)).ContentItemId, user.UserId);
        },
        _ => true));
}
