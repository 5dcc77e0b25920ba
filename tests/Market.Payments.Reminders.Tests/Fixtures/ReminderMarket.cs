using System.Text.Json.Nodes;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Banking.Transfers;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Market.Payments.Outbox;
using Market.Payments.Reminders.Choices;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sent;
using Market.Payments.Reminders.Workflows;
using MarketSite.TestHost;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace Market.Payments.Reminders.Tests.Fixtures;

/// <summary>A market with the recipe's ladder and workflow, whose clock the tests set and whose mails they read.</summary>
public class ReminderMarket : IAsyncLifetime
{
    public const string Address = "https://market.test";

    private static int _keys;
    private MarketHost? _host;

    static ReminderMarket()
    {
        // As a market would configure its mail; the folder is the tenant's own.
        Environment.SetEnvironmentVariable("OrchardCore__OrchardCore_Email_Smtp__DefaultSender", "market@example.org");
        Environment.SetEnvironmentVariable("OrchardCore__OrchardCore_Email_Smtp__DeliveryMethod", "SpecifiedPickupDirectory");
    }

    public MarketHost Host
    {
        get
        {
            Assert.SkipWhen(WhyNot is not null, WhyNot ?? string.Empty);
            return _host!;
        }
    }

    public Mailbox Mails { get; private set; } = null!;

    /// <summary>Has every mail fail at the moment of sending, as a server does that breaks off, until it is disposed.</summary>
    public IDisposable BreakMails() => new BrokenMails(Path.Combine(Host.DataFolder, "Sites", "Default", "Emails"));

    /// <summary>Why there is no such database here, or null where there is: without it the tests are skipped.</summary>
    protected virtual string? WhyNot => null;

    public virtual async ValueTask InitializeAsync() => await StartAsync(postgres: null);

    /// <summary>Starts on a folder that a later site goes on with.</summary>
    public static async Task<ReminderMarket> OpenFolderAsync(string dataFolder)
    {
        var market = new ReminderMarket();
        await market.StartAsync(await MarketHost.OpenAsync(dataFolder));
        return market;
    }

    protected async Task StartAsync(string? postgres) => await StartAsync(await MarketHost.StartAsync(postgres));

    private async Task StartAsync(MarketHost host)
    {
        _host = host;
        Mails = new Mailbox(host.DataFolder);
        await host.InScopeAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.BaseUrl = Address;
            await sites.UpdateSiteSettingsAsync(site);
            return true;
        });

        // Months pass in these tests, and nobody says how recent the bank's data is.
        await SetAsync(settings => settings.MaxBankAgeDays = null);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Sets the site's clock to the morning of a day.</summary>
    public void On(DateOnly day) => Host.Clock.Set = day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);

    /// <summary>Opens the account of a member with a login.</summary>
    public async Task<Debtor> OpenAsync(string name, JsonNode? culture = null) => (await OpenAsync([name], culture))[0];

    public async Task<IReadOnlyList<Debtor>> OpenAsync(IReadOnlyList<string> names, JsonNode? culture = null)
    {
        IReadOnlyList<Debtor> opened = [];
        await InBackgroundAsync(async services => opened = await services.GetRequiredService<IUnitOfWork>().RunAsync(scope => OpenAsync(scope, names, culture), _ => true));
        return opened;
    }

    /// <summary>Posts an order of a day.</summary>
    public Task OweAsync(Debtor debtor, long cents, DateOnly day) => PostAsync(debtor, OperationKind.Order, -cents, day);

    /// <summary>Posts an order of a day for each, in one commit.</summary>
    public Task OweAsync(IReadOnlyList<Debtor> debtors, long cents, DateOnly day) => Host.WorkAsync(work => work.RunAsync(
        async services =>
        {
            foreach (var debtor in debtors)
            {
                Assert.IsType<PostingResult.Posted>(await services.GetRequiredService<ILedger>().PostAsync(Posting(debtor, OperationKind.Order, -cents, day)));
            }

            return true;
        },
        _ => true));

    public Task PayAsync(Debtor debtor, long cents, DateOnly day) => PostAsync(debtor, OperationKind.Payment, cents, day);

    public async Task AnnounceAsync(Debtor debtor, long cents, DateOnly day)
    {
        var result = await Host.WorkAsync(work => work.AnnounceAsync(new Announcement
        {
            AccountId = debtor.AccountId,
            Amount = new Money(cents, Currency.Euro),
            Method = "transfer",
            AnnouncedOn = day,
            AnnouncedBy = "test",
            IdempotencyKey = NextKey(),
        }));
        Assert.IsType<PendingResult.Done>(result);
    }

    public Task ChooseAsync(Debtor debtor, Action<ReminderChoice> change) => Host.InScopeAsync(async services =>
    {
        await services.GetRequiredService<ReminderChoices>().ChangeAsync(debtor.AccountId, change);
        return true;
    });

    public Task SetAsync(Action<RemindersSettings> change) => Host.InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<RemindersSettings>();
        change(settings);
        site.Put(settings);
        await sites.UpdateSiteSettingsAsync(site);
        return true;
    });

    /// <summary>Says that transfers are recorded up to a day.</summary>
    public Task RecordedUpToAsync(DateOnly day) => Host.InScopeAsync(async services =>
    {
        await services.GetRequiredService<BankData>().SayRecordedUpToAsync(day);
        return true;
    });

    /// <summary>Presses <i>Send now</i>, and has the recipe's workflow run to its end.</summary>
    public Task RunAsync() => RaiseAsync(nameof(RemindersAskedForEvent), accountId: null);

    /// <summary>Raises an event, and has it told.</summary>
    public async Task RaiseAsync(string name, string? accountId)
    {
        await Host.WorkAsync(work => work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<IMarketEvents>().RaiseAsync(new MarketEvent(name, accountId, new Dictionary<string, string>()));
                return true;
            },
            _ => true));
        await InBackgroundAsync(services => services.GetRequiredService<OutboxDispatcher>().RunAsync());
    }

    /// <summary>Closes an account, as a coordinator does.</summary>
    public Task CloseAsync(Debtor debtor) => Host.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.GetAsync(debtor.AccountId, VersionOptions.DraftRequired);
            item.Alter<ClientAccountPart>(part => part.Status = AccountStatus.Closed);
            await contents.UpdateAsync(item);
            await contents.PublishAsync(item);
            return true;
        },
        _ => true));

    /// <summary>Runs code as a background task does, with a request that has no visitor.</summary>
    public Task InBackgroundAsync(Func<IServiceProvider, Task> work) => Host.InScopeAsync(async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = ShellScope.Context.CreateHttpContext();
        await work(services);
        return true;
    });

    public Task<IReadOnlyList<ReminderRecord>> RecordsAsync(Debtor debtor) =>
        Host.InScopeAsync(services => services.GetRequiredService<SentReminders>().ListAsync(debtor.AccountId));

    private static async Task<IReadOnlyList<Debtor>> OpenAsync(IServiceProvider services, IReadOnlyList<string> names, JsonNode? culture)
    {
        var opened = new List<Debtor>();
        foreach (var name in names)
        {
            var login = $"m{Guid.NewGuid():n}"[..20];
            var user = new User { UserName = login, Email = login + "@example.org", EmailConfirmed = true, IsEnabled = true };
            if (culture is not null)
            {
                user.Properties["UserLocalizationSettings"] = new JsonObject { ["Culture"] = culture.DeepClone() };
            }

            var errors = new List<string>();
            var created = await services.GetRequiredService<IUserService>().CreateUserAsync(user, null, (_, message) => errors.Add(message)) as User;
            Assert.True(created is not null, string.Join(' ', errors));
            var account = await services.GetRequiredService<AccountOpening>().OpenAsync(name, created.UserId);
            opened.Add(new Debtor(account.ContentItemId, user.Email));
        }

        return opened;
    }

    private async Task PostAsync(Debtor debtor, OperationKind kind, long cents, DateOnly day) =>
        Assert.IsType<PostingResult.Posted>(await Host.PostAsync(Posting(debtor, kind, cents, day)));

    private static Posting Posting(Debtor debtor, OperationKind kind, long cents, DateOnly day) => new()
    {
        AccountId = debtor.AccountId,
        Kind = kind,
        Amount = new Money(cents, Currency.Euro),
        Method = kind is OperationKind.Payment ? "cash" : null,
        OrderId = kind is OperationKind.Order ? NextKey() : null,
        OccurredOn = day,
        RecordedBy = "test",
        IdempotencyKey = NextKey(),
    };

    private static string NextKey() => $"reminders-{Interlocked.Increment(ref _keys)}";

    // A file is in the way where the folder should be.
    private sealed class BrokenMails : IDisposable
    {
        private readonly string _folder;

        public BrokenMails(string folder)
        {
            _folder = folder;
            Directory.CreateDirectory(folder);
            Directory.Move(folder, folder + ".away");
            File.WriteAllText(folder, string.Empty);
        }

        public void Dispose()
        {
            File.Delete(_folder);
            Directory.Move(_folder + ".away", _folder);
        }
    }
}

/// <summary>A member of the market who may owe.</summary>
public sealed record Debtor(string AccountId, string Address);
