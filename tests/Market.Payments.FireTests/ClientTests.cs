using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Market.Payments.Accounts;
using Market.Payments.Clients;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.Contents.Security;
using OrchardCore.Security.Permissions;

namespace Market.Payments.FireTests;

/// <summary>What holds of clients beneath the pages: at every right to content, at imports, and in the database itself.</summary>
public abstract class ClientTests(MarketFixture fixture)
{
    private MarketHost Market => fixture.Market;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_right_decides_over_clients_whatever_right_to_content_is_asked_and_about_what(bool managesClients)
    {
        var account = await Market.OpenAccountAsync();
        var rights = ContentTypePermissionsHelper.PermissionTemplates;
        string[] others = [.. rights.Keys, .. rights.Values.Select(right => right.Name.Replace("{0}", AccountOpening.ContentType, StringComparison.Ordinal))];
        var user = new ClaimsPrincipal(new ClaimsIdentity((managesClients ? [PaymentsRights.ManageClients] : others).Select(right => new Claim(Permission.ClaimType, right)), "test"));

        var answers = await Market.InScopeAsync(async services =>
        {
            var authorization = services.GetRequiredService<IAuthorizationService>();
            var client = await services.GetRequiredService<IContentManager>().GetAsync(account, VersionOptions.Latest);
            var found = new List<string>();
            foreach (var (name, template) in rights)
            {
                var right = new Permission(name);
                var ofType = ContentTypePermissionsHelper.CreateDynamicPermission(template, AccountOpening.ContentType);
                await NoteAsync(name, right, client);
                await NoteAsync(name + " of the type", right, AccountOpening.ContentType);
                await NoteAsync(ofType.Name, ofType, null);
                await NoteAsync(ofType.Name + " of the client", ofType, client);
                await NoteAsync(name + " of a new one", right, new ContentItem { ContentType = AccountOpening.ContentType, Owner = "somebody" });
            }

            // What is no client is as it was.
            Assert.Equal(!managesClients, await authorization.AuthorizeAsync(user, CommonPermissions.EditContent, new ContentItem { ContentType = "Product" }));
            return found;

            async Task NoteAsync(string what, Permission right, object? about)
            {
                if (await authorization.AuthorizeAsync(user, right, about) != managesClients)
                {
                    found.Add(what);
                }
            }
        });

        Assert.Empty(answers);
    }

    [Fact]
    public async Task An_import_says_what_does_not_hold_and_keeps_nothing()
    {
        var account = await Market.OpenAccountAsync();
        await Market.PostAsync(TestBooks.Payment(account, 3));
        var number = await Market.InScopeAsync(async services => (await services.GetRequiredService<IClientAccounts>().FindAsync(account))!.Number);
        var userId = $"user{Guid.NewGuid():n}"[..26];
        await ImportAsync(New(part => part.UserId = userId));

        Assert.Contains("The name is longer than 120 characters.", await RefusedAsync(New(part => part.Name = new string('n', 121))), StringComparison.Ordinal);
        Assert.Contains("Please enter the client's name.", await RefusedAsync(New(part => part.Name = " ")), StringComparison.Ordinal);
        Assert.Contains($"There is a client account {number} already.", await RefusedAsync(New(part => part.Number = number)), StringComparison.Ordinal);
        Assert.Contains("is no number of a client account", await RefusedAsync(New(part => part.Number = "-")), StringComparison.Ordinal);
        Assert.Contains("is no number of a client account", await RefusedAsync(New(part => (part.Number, part.Reference) = ("X1", "RF00X1"))), StringComparison.Ordinal);
        Assert.Contains("This user already has the account", await RefusedAsync(New(part => part.UserId = userId)), StringComparison.Ordinal);
        Assert.Contains("There is no user", await RefusedAsync(New(part => part.UserId = new string('u', 27))), StringComparison.Ordinal);

        Assert.Contains("never change", await RefusedAsync(Changed(item => item.Alter<ClientAccountPart>(part => part.Number = "X-77"))), StringComparison.Ordinal);
        Assert.Contains("Bring the balance to zero", await RefusedAsync(Changed(item => item.Alter<ClientAccountPart>(part => part.Status = AccountStatus.Closed))), StringComparison.Ordinal);
        Assert.Contains("latest version", await RefusedAsync(Changed(item => item.Latest = false)), StringComparison.Ordinal);

        var kept = await Market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindAsync(account));
        Assert.Equal((number, true), (kept!.Number, kept.IsOpen));
        await TestBooks.HoldAsync(Market, account, 1, TestBooks.Euros(3));

        Func<IContentManager, Task<ContentItem>> New(Action<ClientAccountPart> change) => async contents =>
        {
            var item = await contents.NewAsync(AccountOpening.ContentType);
            item.Alter<ClientAccountPart>(part =>
            {
                part.Name = "Imported";
                change(part);
            });
            (item.Latest, item.Published) = (true, true);
            return item;
        };

        Func<IContentManager, Task<ContentItem>> Changed(Action<ContentItem> change) => async contents =>
        {
            var there = (await contents.GetAsync(account, VersionOptions.Latest))!.GetOrCreate<ClientAccountPart>();
            var item = new ContentItem { ContentItemId = account, ContentType = AccountOpening.ContentType, DisplayText = there.Name, Latest = true, Published = true };
            item.Alter<ClientAccountPart>(part => (part.Name, part.Number, part.Reference) = (there.Name, there.Number, there.Reference));
            change(item);
            return item;
        };
    }

    [Fact]
    public async Task The_database_holds_one_account_a_login_once_no_two_share_one()
    {
        var accounts = await Market.OpenAccountsAsync(3);
        var userId = $"user{Guid.NewGuid():n}"[..26];
        await Market.SqlAsync("DROP INDEX \"UIX_Client_UserId\"");
        await Market.SqlAsync("DELETE FROM \"LedgerCounter\" WHERE \"Name\" = 'OneLoginEach'");
        await ShareAsync(accounts[0]);
        await ShareAsync(accounts[1]);

        await EnforceAsync();
        var shared = Assert.Single(await Market.InScopeAsync(services => services.GetRequiredService<SharedLogins>().ListAsync()));
        Assert.Equal(accounts.Take(2).Order(StringComparer.Ordinal), shared.Select(account => account.AccountId).Order(StringComparer.Ordinal));

        await Market.SqlAsync("UPDATE \"ClientAccountIndex\" SET \"UserId\" = NULL WHERE \"AccountId\" = @account", new { account = accounts[1] });
        await EnforceAsync();
        await EnforceAsync();

        Assert.Empty(await Market.InScopeAsync(services => services.GetRequiredService<SharedLogins>().ListAsync()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ShareAsync(accounts[2]));

        Task ShareAsync(string account) => Market.SqlAsync("UPDATE \"ClientAccountIndex\" SET \"UserId\" = @userId WHERE \"AccountId\" = @account", new { userId, account });
        Task EnforceAsync() => Market.InScopeAsync(async services =>
        {
            await new SharedLoginsTask().DoWorkAsync(services, TestContext.Current.CancellationToken);
            return true;
        });
    }

    private Task<bool> ImportAsync(Func<IContentManager, Task<ContentItem>> make) => Market.InScopeAsync(async services =>
    {
        var contents = services.GetRequiredService<IContentManager>();
        await contents.ImportAsync([await make(contents)]);
        return true;
    });

    private async Task<string> RefusedAsync(Func<IContentManager, Task<ContentItem>> make) => (await Assert.ThrowsAsync<ValidationException>(() => ImportAsync(make))).Message;
}

public sealed class ClientsOnSqlite(SqliteMarket fixture) : ClientTests(fixture), IClassFixture<SqliteMarket>;

public sealed class ClientsOnPostgres(PostgresMarket fixture) : ClientTests(fixture), IClassFixture<PostgresMarket>;
