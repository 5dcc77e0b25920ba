using System.Globalization;
using System.Text;
using Market.Bank.Statements;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments;
using Market.Payments.Accounts;
using Market.Payments.Banking.Statements;
using Market.Payments.Counter.Closing;
using Market.Payments.Models;
using Market.Payments.Reminders.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;
using OrchardCore.Users.Models;
using ISession = YesSql.ISession;

namespace Market.SiteBenchmarks.Bulk;

/// <summary>A market of members who owe, its distributions and its bank's files, made up to be worked on.</summary>
internal sealed class BulkMarket(Site site)
{
    private const int InACommit = 250;
    private const string OurIban = "FR7630006000011234567890189";

    private static readonly string[] FirstNames = ["Anne", "Marie", "Jean", "Paul", "Claire", "Luc", "Sophie", "Marc", "Julie", "Hugo"];

    private static readonly string[] Syllables = ["bar", "cou", "del", "fau", "gar", "hub", "jol", "lam", "mar", "nou", "per", "rou", "sau", "tho", "val", "ber", "cha", "dum", "leg", "mor"];

    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private readonly List<string> _accounts = [];
    private int _file;

    public Task SetUpAsync() => site.InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var settings = await sites.LoadSiteSettingsAsync();
        var payments = settings.GetOrCreate<PaymentsSettings>();
        (payments.OfferedMethods, payments.TransferHolder, payments.TransferIban) = ([BuiltInMethods.Cash, BuiltInMethods.Transfer], "Market", OurIban);
        var reminders = settings.GetOrCreate<RemindersSettings>();
        (reminders.QuietWeekdays, reminders.QuietPeriods, reminders.MaxBankAgeDays) = ([], [], null);
        settings.Put(payments);
        settings.Put(reminders);
        await sites.UpdateSiteSettingsAsync(settings);
        return true;
    });

    /// <summary>Opens accounts of members with a login and an address, who owe since three weeks ago.</summary>
    public async Task OpenAsync(int count)
    {
        foreach (var chunk in Enumerable.Range(_accounts.Count, count).Chunk(InACommit))
        {
            _accounts.AddRange(await RunAsync(async services =>
            {
                var (session, opening, ledger) = (services.GetRequiredService<ISession>(), services.GetRequiredService<AccountOpening>(), services.GetRequiredService<ILedger>());
                var opened = new List<string>();
                foreach (var number in chunk)
                {
                    var login = FormattableString.Invariant($"member{number}");
                    var user = new User { UserId = login, UserName = login, NormalizedUserName = login.ToUpperInvariant(), Email = login + "@example.org", NormalizedEmail = (login + "@example.org").ToUpperInvariant(), IsEnabled = true };
                    await session.SaveAsync(user);
                    opened.Add((await opening.OpenAsync(NameOf(number), login)).ContentItemId);
                    Posted(await ledger.PostAsync(Posting(opened[^1], OperationKind.Order, -30_00, Today.AddDays(-21)) with { OrderId = "debt-" + login }));
                }

                return opened;
            }));
        }
    }

    /// <summary>A distribution of yesterday for which accounts ordered; every second one paid.</summary>
    public Task<string> OrderAsync(int orders) => new OrderedDistribution(site).CreateAsync(_accounts.Take(orders));

    /// <summary>What the page of the closing shows, by its code.</summary>
    public Task<string> LookAsync(string distribution) =>
        site.InScopeAsync(async services => (await services.GetRequiredService<ClosingSheets>().FindAsync(distribution))!.Sheet.Code());

    public Task<ClosingResult> CloseAsync(string distribution, string seen) => RunAsync<ClosingResult>(async services =>
        await services.GetRequiredService<ClosingDesk>().CloseAsync(new CloseDistribution(distribution, seen, "They pay tomorrow", Guid.NewGuid().ToString("n"), "clerk")) is ClosingResult.Done done
            ? done
            : throw new InvalidOperationException("The distribution was not closed."));

    /// <summary>A file of the bank with so many transfers of a year: six of ten with a reference, three with a name, one that says nothing.</summary>
    public async Task<Stream> StatementAsync(int lines)
    {
        var open = await site.InScopeAsync(services => services.GetRequiredService<IOpenAccounts>().ListAsync());
        var file = ++_file;
        var text = new StringBuilder("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>" + OurIban + "</IBAN></Id><Ccy>EUR</Ccy></Acct>");
        for (var line = 0; line < lines; line++)
        {
            var account = open[line * 37 % open.Count];
            var said = (line % 10) switch { < 6 => account.Reference, < 9 => account.Name, _ => "Merci" };
            text.Append(
                CultureInfo.InvariantCulture,
                $"<Ntry><Amt Ccy=\"EUR\">{5 + (line * 7 % 60)}.{line % 100:00}</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>{Today.AddDays(-(line % 360)):yyyy-MM-dd}</Dt></BookgDt><AcctSvcrRef>B-{file}-{line}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E2E-{file}-{line}</EndToEndId></Refs><RmtInf><Ustrd>{said}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.Append("</Stmt></BkToCstmrStmt></Document>").ToString()));
    }

    public Task<ImportAnswer> ReadAsync(Stream file) => site.InScopeAsync<ImportAnswer>(async services =>
        await services.GetRequiredService<StatementDesk>().ReadAsync(file, "statement.xml", StatementFile.FormOf(file)!.Value.ToString(), StatementFile.Read, isOurs: true, "clerk") is ImportAnswer.Done done
            ? done
            : throw new InvalidOperationException("The file was not read."));

    // As in a market, many have one first name, and few one name.
    private static string NameOf(int number) => $"{FirstNames[number % FirstNames.Length]} {Syllables[number / 3 % 20]}{Syllables[number / 60 % 20]}{Syllables[number / 1200 % 20]}".Trim();

    private static void Posted(PostingResult result)
    {
        if (result is not PostingResult.Posted)
        {
            throw new InvalidOperationException($"An operation was not posted: {result}");
        }
    }

    private static Posting Posting(string account, OperationKind kind, long minorUnits, DateOnly day) => new()
    {
        AccountId = account,
        Kind = kind,
        Amount = new Money(minorUnits, Currency.Euro),
        OccurredOn = day,
        RecordedBy = "clerk",
        IdempotencyKey = Guid.NewGuid().ToString("n"),
    };

    private Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work) => site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(work, _ => true));
}
