using System.Diagnostics;
using System.Globalization;
using System.Text;
using Market.Bank.Matching;
using Market.Bank.Statements;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.ViewModels;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests;

/// <summary>A made-up season of transfers, as people really write them: most are certain, some likely, some nobody's, and none of them another's.</summary>
public abstract class StatementSeasonTests(MarketFixture fixture)
{
    private static readonly string[] FirstNames = ["Jean", "Marie", "Zoé", "Paul", "Anne", "Luc", "Inès", "Karim", "Élise", "Hugo", "Nadia", "Théo", "Rose", "Marc", "Lina", "Yves", "Aya", "Noé", "Ève", "Omar"];
    private static readonly string[] LastNames = ["Dupont", "Martin", "Lefèvre", "Bernard", "Petit", "Durand", "Moreau", "Roux", "Garnier", "Faure", "Benali", "Dubois", "Fontaine", "Chevalier", "Girard", "Blanc", "Guérin", "Muller", "Henry", "Masson"];

    [Fact]
    public Task A_season_is_matched_and_posted_once_and_to_nobody_else() => RunAsync(accounts: 100, transfers: 300);

    [Fact(Explicit = true)]
    public Task Ten_thousand_lines() => RunAsync(accounts: 1_000, transfers: 10_000);

    private async Task RunAsync(int accounts, int transfers)
    {
        var market = fixture.Market;
        var ids = await market.OpenAccountsAsync(accounts);
        var open = (await market.InScopeAsync(services => services.GetRequiredService<IOpenAccounts>().ListAsync())).Where(account => ids.Contains(account.Id)).OrderBy(account => account.Number, StringComparer.Ordinal).ToList();
        var sent = Season(open, transfers);
        var (file, clock) = (Statement(sent), Stopwatch.StartNew());
        var import = Assert.IsType<ImportAnswer.Done>(await ReadAsync(market, file)).ImportId;
        Say($"{transfers} lines read: {transfers / clock.Elapsed.TotalSeconds:N0}/s");

        clock.Restart();
        var told = await market.InScopeAsync(services => services.GetRequiredService<InboxPages>().WaitingAsync(import));
        Say($"matched: {transfers / clock.Elapsed.TotalSeconds:N0}/s");
        Assert.Equal(transfers, told.Count);
        var (certain, likely) = (Of(told, Certainty.Certain), Of(told, Certainty.Likely));
        Say($"certain {certain.Count}, likely {likely.Count}, left {told.Count - certain.Count - likely.Count}");
        Assert.All(certain.Concat(likely), line => Assert.Equal([sent[(int)line.Line.Place - 1].AccountId!], line.Decision!.Shares.Select(share => share.AccountId)));
        Assert.True(certain.Count > transfers * 3 / 5, "A season of references is mostly certain.");

        // One line that cannot be posted, after all others are, holds up all; then all is there, and no second time.
        var decisions = certain.Select(line => line.Decision!).ToList();
        var stranger = told.First(line => line.Proposal!.Certainty is Certainty.None && line.Line.Amount > 0).Line;
        Assert.IsType<DeskAnswer.Refused>(await PostAsync(market, [.. decisions, new Decision(stranger.LineId) { Shares = [new Share("no account at all", new Money(stranger.Amount, Currency.Euro))] }]));
        await TestBooks.HoldAsync(market, certain[0].Decision!.Shares[0].AccountId, 0, TestBooks.Euros(0));
        clock.Restart();
        Assert.Equal(new DeskAnswer.Done(certain.Count), await PostAsync(market, decisions));
        Say($"posted: {certain.Count / clock.Elapsed.TotalSeconds:N0}/s");
        Assert.Equal(new DeskAnswer.AlreadyDone(), await PostAsync(market, decisions));
        Assert.Equal(new ImportAnswer.AlreadyDone(import), await ReadAsync(market, file));
        foreach (var paid in certain.GroupBy(line => line.Decision!.Shares[0].AccountId).Take(20))
        {
            await TestBooks.HoldAsync(market, paid.Key, paid.Count(), new Money(paid.Sum(line => line.Line.Amount), Currency.Euro));
        }

        clock.Restart();
        Assert.Equal(new DeskAnswer.Done(certain.Count), await market.InScopeAsync(services => services.GetRequiredService<UndoDesk>().UndoImportAsync(import, "The wrong file", "fire")));
        Say($"taken back: {certain.Count / clock.Elapsed.TotalSeconds:N0}/s");
        await TestBooks.VerifiedAsync(market);
    }

    private static Task<DeskAnswer> PostAsync(MarketHost market, IReadOnlyList<Decision> decisions) =>
        market.InScopeAsync(services => services.GetRequiredService<LineDesk>().PostAsync(decisions, "fire"));

    private static Task<ImportAnswer> ReadAsync(MarketHost market, byte[] file) => market.InScopeAsync(services =>
        services.GetRequiredService<StatementDesk>().ReadAsync(new MemoryStream(file), "season", nameof(StatementForm.Mt940), StatementFile.Read, isOurs: true, "fire"));

    private static List<InboxLine> Of(IReadOnlyList<InboxLine> told, Certainty certainty) => [.. told.Where(line => line.Proposal!.Certainty == certainty)];

    // Seven of ten write their reference, as they please; the others what comes to mind, and some are no clients at all.
    private static List<Sent> Season(List<OpenAccount> accounts, int transfers) =>
    [
        .. Enumerable.Range(0, transfers).Select(place =>
        {
            var account = accounts[place * 7 % accounts.Count];
            var name = $"{LastNames[place * 3 % LastNames.Length]} {FirstNames[place * 11 % FirstNames.Length]}".ToUpperInvariant();
            var spaced = string.Join(' ', account.Reference.Chunk(4).Select(part => new string(part)));
            var amount = 1_000 + (place % 4_000);
            return (place % 20) switch
            {
                < 8 => new Sent(account.Id, amount, $"VIR SEPA {name} {account.Reference}"),
                < 12 => new Sent(account.Id, amount, $"VIR {name} PANIER {spaced} MERCI"),
                < 14 => new Sent(account.Id, amount, $"virement {account.Reference.ToLowerInvariant()}"),
                14 => new Sent(account.Id, amount, $"VIR SEPA {account.Name.ToUpperInvariant()}"),
                15 => new Sent(account.Id, amount, $"VIR {name} {account.Number}"),
                16 => new Sent(null, amount, $"VIR {name} {Slip(account.Reference)}"),
                17 => new Sent(null, amount, $"VIR {name} PANIER"),
                18 => new Sent(null, amount, "VIR SEPA LOYER SALLE"),
                _ => new Sent(null, -amount, "VIR EARL DES POMMIERS FACTURE"),
            };
        }),
    ];

    private static string Slip(string reference) => reference[..^1] + (reference[^1] == '9' ? '8' : (char)(reference[^1] + 1));

    private static byte[] Statement(List<Sent> sent)
    {
        var sum = 1_000_000 + sent.Sum(one => one.Minor);
        var text = new StringBuilder(":20:1\n:25:DE89370400440532013000\n:28C:1/1\n:60F:C261101EUR10000,00\n");
        foreach (var one in sent)
        {
            text.Append(CultureInfo.InvariantCulture, $":61:261101{(one.Minor < 0 ? "D" : "C")}{Math.Abs(one.Minor) / 100},{Math.Abs(one.Minor) % 100:00}NTRFNONREF\n:86:{one.Text}\n");
        }

        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $":62F:{(sum < 0 ? "D" : "C")}261101EUR{Math.Abs(sum) / 100},{Math.Abs(sum) % 100:00}\n").ToString());
    }

    private static void Say(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);

    private sealed record Sent(string? AccountId, long Minor, string Text);
}

public sealed class StatementSeasonOnSqlite(SqliteMarket fixture) : StatementSeasonTests(fixture), IClassFixture<SqliteMarket>;

public sealed class StatementSeasonOnPostgres(PostgresMarket fixture) : StatementSeasonTests(fixture), IClassFixture<PostgresMarket>;
