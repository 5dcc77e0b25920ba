using System.Diagnostics;
using System.Globalization;
using System.Text;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MovingIn;

/// <summary>A market of a thousand members, on PostgreSQL of three hundred, moves in, with forty faults, without any, again, and with the process killed in the middle.</summary>
public abstract class ThousandMembersTests(SiteFixture fixture, int members, ITestOutputHelper output) : MovingScenario(fixture)
{
    private static readonly (string Row, string Sentence)[] _wrong =
    [
        (";;wrong{0}@old.example;1,00", "There is no name."),
        ("Ann;Wrong{0};ann at old.example;1,00", "This is no mail address: ann at old.example"),
        ("Ann;Wrong{0};member1@old.example;1,00", "The mail address member1@old.example is in line 3 already."),
        ("Given2;Family2;;1,00", "Given2 Family2 is in line 4 already. Two people of one name both need a mail address."),
        ("Ann;Wrong{0};wrong{0}@old.example;ten", "This is no amount: ten"),
        ("Ann;Wrong{0};wrong{0}@old.example;1,234", "The amount has more decimals than the currency: 1,234"),
        ("Ann;Wrong{0};wrong{0}@old.example;1000000,01", "The amount is too large: 1000000,01"),
        ("Somebody;Else{0};{1}@example.org;1,00", "This mail address is that of a client of another name: {1}@example.org (C-"),
    ];

    // Of the demonstration, which has accounts of their own names.
    private static readonly string[] _known = ["amelie", "helene", "marc", "jean", "sophie"];

    [Fact]
    public async Task All_faults_are_named_and_nothing_is_written_until_they_are_mended_and_then_all_is_once()
    {
        await using var site = await Fixture.StartAsync(new SiteOptions { Variables = new Dictionary<string, string?> { ["Logging__LogLevel__Market.Payments.MovingIn"] = "Information" } });
        using var admin = await site.SignInAsync("admin");
        var before = await AccountsAsync(admin);
        var (faulty, expected) = WithFaults();

        var preview = await PreviewAsync(admin, faulty);

        Assert.Equal(40, expected.Count);
        Assert.Equal(expected.Select(fault => fault.Line), FaultsOn(preview).Select(fault => fault.Line));
        Assert.All(FaultsOn(preview).Zip(expected), pair => Assert.StartsWith(pair.Second.Text, pair.First.Text, StringComparison.Ordinal));
        Assert.Empty(preview.Document.QuerySelectorAll("#move-in"));
        Assert.Equal(before, await AccountsAsync(admin));

        var good = File(Enumerable.Range(0, members).Select(Row));
        var (credits, debts) = (Enumerable.Range(0, members).Where(place => Cents(place) > 0).Sum(Cents), Enumerable.Range(0, members).Where(place => Cents(place) < 0).Sum(Cents));
        var columns = (await BringAsync(admin, good)).Form("#columns").With("Total", Typed(credits + debts));
        preview = await admin.SubmitAsync(columns);
        Assert.Equal((members.ToString(CultureInfo.InvariantCulture), credits, debts), SumsOn(preview));
        Assert.Contains("It is what the former system says.", preview.TextOf("#ties"), StringComparison.Ordinal);

        // Killed in the middle, nothing of it is there; sent again, all of it is.
        await KillWhileMovingAsync(site, admin, preview);
        using var back = await site.SignInAsync("admin");
        var after = await AccountsAsync(back);
        Assert.True(after == before || after == before + members, $"{after} accounts");
        var watch = Stopwatch.StartNew();
        var moved = await back.SubmitAsync((await back.BareFormAsync(preview.Address.AbsolutePath, Door)).With("shown", preview.Form("#move-in")["shown"]!));
        output.WriteLine($"{members} members moved in within {watch.ElapsedMilliseconds} ms");

        Assert.Equal((members.ToString(CultureInfo.InvariantCulture), credits, debts), SumsOn(moved));
        Assert.Equal(before + members, await AccountsAsync(back));
        var second = await PreviewAsync(back, good);
        Assert.Equal(("0", 0, 0), SumsOn(second));
        Assert.Empty(second.Document.QuerySelectorAll("#move-in"));
    }

    private static async Task KillWhileMovingAsync(SiteProcess site, SiteClient admin, SitePage preview)
    {
        var moving = MoveAsync(admin, preview);
        while (!moving.IsCompleted && !site.Output.Any(line => line.Contains("Moving in run", StringComparison.Ordinal)))
        {
            await Task.Yield();
        }

        site.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => moving);
        await site.RestartAsync();
    }

    private (string File, IReadOnlyList<(int Line, string Text)> Faults) WithFaults()
    {
        var rows = Enumerable.Range(0, members).Select(Row).ToList();
        var faults = new List<(int, string)>();
        for (var fault = 0; fault < 40; fault++)
        {
            var (place, wrong, known) = (20 + (fault * (members / 43)), _wrong[fault % _wrong.Length], _known[fault / _wrong.Length]);
            rows[place] = string.Format(CultureInfo.InvariantCulture, wrong.Row, fault, known);
            faults.Add((place + 2, $"Line {place + 2}: {string.Format(CultureInfo.InvariantCulture, wrong.Sentence, fault, known)}"));
        }

        return (File(rows), faults);
    }

    private static string Row(int member) => string.Create(CultureInfo.InvariantCulture, $"Given{member};Family{member};member{member}@old.example;{Cents(member) / 100m:0.00}").Replace('.', ',').Replace(",example", ".example", StringComparison.Ordinal);

    // Some owe, some have in reserve, some neither.
    private static long Cents(int member) => member % 3 == 0 ? 0 : ((member * 7919L) % 9_000) - 4_000;

    private static string File(IEnumerable<string> rows) => new StringBuilder("Prénom;Nom;E-mail;Solde\n").AppendJoin('\n', rows).ToString();

    private static async Task<int> AccountsAsync(SiteClient admin) =>
        int.Parse((await admin.GetAsync("/Admin/payments/clients")).TextsOf("p.text-body-secondary").First(text => text.EndsWith("clients", StringComparison.Ordinal)).Split(' ')[0], CultureInfo.InvariantCulture);
}

[Collection(SqliteSite.Name)]
public sealed class ThousandMembersOnSqlite(SqliteSite site, ITestOutputHelper output) : ThousandMembersTests(site, 1_000, output);

[Collection(PostgresSite.Name)]
public sealed class ThousandMembersOnPostgres(PostgresSite site, ITestOutputHelper output) : ThousandMembersTests(site, 300, output);
