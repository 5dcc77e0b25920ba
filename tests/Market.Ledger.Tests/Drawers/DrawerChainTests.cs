using System.Text.RegularExpressions;
using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Ledger.Journals;

namespace Market.Ledger.Tests.Drawers;

/// <summary>What happened to drawers stays as it was recorded, is closed with the books, and stands in the journals.</summary>
public partial class DrawerChainTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 8, 15, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_happens_account_530_is_what_lies_in_the_drawer_and_the_chain_holds() => Gen.Int[1, 1_000_000].Sample(
        seed => PlayAsync(seed).GetAwaiter().GetResult(),
        iter: 60);

    [Fact]
    public async Task What_is_changed_taken_out_added_moved_or_does_not_add_up_is_named()
    {
        var entries = (await LivedAsync()).Entries.ToList();
        Assert.Empty(Findings(entries, Head(entries)));
        Assert.Equal([Misfit.DrawerChanged], Findings([entries[0], entries[1] with { Reason = "Other" }, .. entries[2..]], Head(entries)));
        Assert.Equal([Misfit.DrawerGap], Findings([entries[0], .. entries[2..]], Head(entries)));
        Assert.Equal([Misfit.DrawerGap], Findings([entries[1], entries[0], .. entries[2..]], Head(entries)));
        Assert.Equal([Misfit.DrawerHead], Findings(entries[..2], Head(entries)));
        Assert.Equal([Misfit.DrawerUnreadable], Findings([entries[0], null, .. entries[2..]], Head(entries)));
        Assert.Equal([Misfit.DrawerSum], Forged(entries, entry => entry with { Expected = entry.Expected + TestMarket.Euros(1), Amount = entry.Amount - TestMarket.Euros(1) }));
        Assert.Equal([Misfit.DrawerSum], Forged(entries, entry => entry with { Amount = entry.Amount + TestMarket.Euros(1) }));
        Assert.Equal([Misfit.DrawerSum], Forged(entries, entry => entry with { DrawerId = "another" }));
        Assert.Equal([Misfit.DrawerSum], Forged(entries, entry => entry with { Movement = DrawerMovement.Opened }));
        Assert.Equal([Misfit.DrawerChanged], Forged(entries, entry => entry with { RecordedAt = Now.AddYears(-1) }));
        Assert.Equal([Misfit.DrawerChanged], Forged(entries, entry => entry with { Cash = new Money(1, TestMarket.Dollar) }));
    }

    [Fact]
    public async Task A_closing_of_the_books_fixes_the_drawers_even_if_all_of_their_chain_is_made_anew()
    {
        var entries = (await LivedAsync()).Entries.ToList();
        var calendar = new ClosingCalendar(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero));
        var period = calendar.Due([], entries[0].RecordedAt, entries[0].RecordedAt.AddDays(1)).First();
        using var draft = new ClosingDraft(period, null, Currency.Euro);
        draft.Add(Head(entries));
        var closing = draft.Finish(Now.AddDays(1));
        var forged = entries[0] with { Name = "Other" };
        forged = forged with { Hash = DrawerHash.Of(forged) };

        Assert.Equal(closing.Root, CanonicalRoot(Head(entries)));
        Assert.Empty(Findings(entries, Head(entries), closing));
        Assert.Equal([Misfit.ClosingRoot], Findings([forged], Head([forged]), closing));
        Assert.Equal([Misfit.ClosingRoot], Findings([], new DrawerHead(0, string.Empty), closing));
    }

    [Fact]
    public void Nothing_enters_a_closed_period()
    {
        var step = new DrawerStep("drawer-1", "Till", DrawerMovement.Opened, TestMarket.Euros(1), "anna", "key-1");
        Assert.Equal(Now.AddHours(3), (new DrawerHead(0, string.Empty) { ClosedUntil = Now.AddHours(3) }).Next(step, TestMarket.Day, Now).RecordedAt);
    }

    [Fact]
    public async Task What_goes_to_the_bank_comes_from_it_or_is_missing_is_booked_with_its_reason()
    {
        var life = new DrawerLife();
        await life.RecordAsync(life.Ask(DrawerMovement.Opened) with { Amount = TestMarket.Euros(50) });
        await life.RecordAsync(life.Ask(DrawerMovement.Brought) with { Amount = TestMarket.Euros(30) });
        await life.RecordAsync(life.Ask(DrawerMovement.Closed) with { Counted = TestMarket.Euros(79), ToBank = TestMarket.Euros(60), Reason = "A coin rolled away" });
        Assert.Equal(
            [
                "1 BQ Retrait d'espèces pour la caisse, Till: 580 +30, 512 -30",
                "2 CA Retrait d'espèces pour la caisse, Till: 530 +30, 580 -30",
                "3 CA Remise d'espèces en banque, Till: 580 +60, 530 -60",
                "4 BQ Remise d'espèces en banque, Till: 512 +60, 580 -60",
                "5 CA Écart de caisse, Till : A coin rolled away: 6588 +1, 530 -1",
            ],
            (await JournalAsync(life)).Select(entry => $"{entry.Number} {entry.Journal.Code} {entry.Text}: {string.Join(", ", entry.Lines.Select(line => $"{line.Account.Number} {line.Net.MinorUnits / 100:+0;-0}"))}"));
    }

    [Fact]
    public void The_document_prints_what_the_engine_hashes_and_names_every_field()
    {
        var document = RepositoryFiles.Read("docs", "drawer-format.md");
        var request = new DrawerRequest(DrawerMovement.Opened, "drawer-1", "anna", "form-1") { Name = "Till", DistributionId = "distribution-1", Pieces = new Dictionary<long, long> { [2_000] = 2, [500] = 2 } };
        var first = new DrawerHead(0, string.Empty).Next(DrawerRules.Open(request, [], TestMarket.Euros(50)).Steps[0], TestMarket.Day, Now);
        var figures = new DrawerFigures(TestMarket.Euros(100), [new MethodTotal("cash", TestMarket.Euros(104), TestMarket.Euros(4))]);
        var closing = new DrawerRequest(DrawerMovement.Closed, "drawer-1", "anna", "form-2") { Counted = TestMarket.Euros(149.50m), TerminalSlip = TestMarket.Euros(0), Reason = "Change given twice" };
        var second = new DrawerHead(0, string.Empty).After(first).Next(DrawerRules.Go(closing, new Drawer([first]), figures).Steps[0], TestMarket.Day, Now.AddHours(4));

        Assert.Equal([DrawerHash.Canonical(first), DrawerHash.Canonical(second)], Fences().Matches(document).Where(match => match.Groups["language"].Value == "text").Select(match => match.Groups["text"].Value));
        Assert.Equal([first.Hash, second.Hash], Fences().Matches(document).Where(match => match.Groups["language"].Value == "sha256").Select(match => match.Groups["text"].Value.Trim()));
        var named = Rows().Matches(document).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(
            DrawerHash.Canonical(first).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('=')[0]).Select(name => name.StartsWith("detail.", StringComparison.Ordinal) ? "detail.*" : name).Distinct(),
            named.TakeWhile(name => !name.StartsWith("pieces.", StringComparison.Ordinal)));
        Assert.All(Enum.GetNames<DrawerMovement>(), movement => Assert.Contains($"`{movement}`", document, StringComparison.Ordinal));
        Assert.All(typeof(DrawerEntry).GetProperties().Select(property => property.Name).Except([nameof(DrawerEntry.Difference)]), name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
    }

    private static async Task PlayAsync(int seed)
    {
        var random = new Random(seed);
        var life = new DrawerLife();
        var (lies, paid) = (0L, new List<Operation>());
        for (var step = 0; step < 60; step++)
        {
            var units = random.Next(1, 5_000) / 100m;
            var id = $"drawer-{life.Drawers.Count + 1}";
            switch (random.Next(8))
            {
                case 0 when life.OpenDrawer is null:
                    // Whoever opens counts what is there.
                    await life.RecordAsync(life.Ask(DrawerMovement.Opened, id) with { Amount = new Money(Math.Max(0, lies), Currency.Euro) });
                    break;
                case 1 when life.OpenDrawer is { } open:
                    var expected = open.Expected((await life.FiguresAsync(open)).Cash);
                    var counted = new Money(Math.Max(0, expected.MinorUnits + random.Next(-200, 200)), Currency.Euro);
                    var toBank = new Money(random.NextInt64(counted.MinorUnits + 1), Currency.Euro);
                    Assert.Null(await life.RecordAsync(life.Ask(DrawerMovement.Closed, open.Id) with { Counted = counted, ToBank = toBank, Reason = "Counted" }));
                    lies += (counted - expected - toBank).MinorUnits;
                    break;
                case 2 when life.OpenDrawer is { } open:
                    lies += await life.RecordAsync(life.Ask(DrawerMovement.Taken, open.Id) with { Amount = TestMarket.Euros(units) }) is null ? -(long)(units * 100) : 0;
                    break;
                case 3 when life.OpenDrawer is { } open:
                    lies += await life.RecordAsync(life.Ask(DrawerMovement.Brought, open.Id) with { Amount = TestMarket.Euros(units) }) is null ? (long)(units * 100) : 0;
                    break;
                case 4 when paid.Count > 0:
                    var reversed = paid[random.Next(paid.Count)];
                    paid.Remove(reversed);
                    await life.ReverseAsync(reversed);
                    lies -= reversed.Method == "cash" ? reversed.Amount.MinorUnits : 0;
                    break;
                default:
                    var method = random.Next(3) == 0 ? "cheque" : "cash";
                    paid.Add(method == "cash" ? await life.PayAsync(random.Next(5) == 0 ? -units : units) : await life.PayChequeAsync(units));
                    lies += method == "cash" ? paid[^1].Amount.MinorUnits : 0;
                    break;
            }
        }

        Assert.Empty(Findings(life.Entries, life.Head));
        var lines = (await JournalAsync(life)).SelectMany(entry => entry.Lines).ToList();
        Assert.Equal(lies, lines.Where(line => line.Account.Number == "530").Sum(line => line.Net.MinorUnits));
        Assert.Equal(0, lines.Where(line => line.Account.Number == "580").Sum(line => line.Net.MinorUnits));
        Assert.Equal(0, lines.Sum(line => line.Net.MinorUnits));
    }

    private static async Task<DrawerLife> LivedAsync()
    {
        var life = new DrawerLife();
        await life.RecordAsync(life.Ask(DrawerMovement.Opened) with { Amount = TestMarket.Euros(50) });
        await life.PayAsync(20);
        await life.RecordAsync(life.Ask(DrawerMovement.Counted) with { Counted = TestMarket.Euros(70) });
        await life.RecordAsync(life.Ask(DrawerMovement.Taken) with { Amount = TestMarket.Euros(5) });
        await life.RecordAsync(life.Ask(DrawerMovement.Closed) with { Counted = TestMarket.Euros(64), Reason = "Change" });
        return life;
    }

    private static Task<List<JournalEntry>> JournalAsync(DrawerLife life) =>
        new Bookkeeper(new ChartOfAccounts(), id => new(life.Market.Store.FindAsync(id)), id => new(new AuxiliaryAccount(id, id)))
            .EnterAsync(life.Market.Store.Operations.ToAsyncEnumerable(), drawers: life.Entries)
            .ToListAsync()
            .AsTask();

    private static IEnumerable<Misfit> Forged(List<DrawerEntry> entries, Func<DrawerEntry, DrawerEntry> change)
    {
        var forged = change(entries[^1]);
        forged = forged with { Hash = DrawerHash.Of(forged) };
        return Findings([.. entries[..^1], forged], Head([forged]));
    }

    private static DrawerHead Head(List<DrawerEntry> entries) => new DrawerHead(0, string.Empty).After(entries[^1]);

    private static string CanonicalRoot(DrawerHead head) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(HeadsRoot.Canonical([], drawers: head))));

    private static IEnumerable<Misfit> Findings(IEnumerable<DrawerEntry?> entries, DrawerHead kept, params Closing[] closings)
    {
        using var verifier = new ChainVerifier(Currency.Euro, closings);
        verifier.Read(kept, entries);
        return verifier.Finish().Findings.Select(finding => finding.Misfit);
    }

    [GeneratedRegex("^```(?<language>[a-z0-9]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^\\| `(?<name>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
