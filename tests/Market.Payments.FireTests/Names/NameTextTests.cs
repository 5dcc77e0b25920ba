using Market.Payments.AccountBalances;
using Market.Payments.Accounts;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace Market.Payments.FireTests.Names;

/// <summary>Names are found however they are typed, and sorted alike on every database.</summary>
public class NameTextTests
{
    [Theory]
    [InlineData("L’Œuvre de Saint‑Jean", "l'oeuvre de saint jean")]
    [InlineData("Lætitia O’Brien", "laetitia obrien")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("Jean-Pierre", "jean pierre")]
    [InlineData("Jean Pierre", "Jean–Pierre")]
    [InlineData("D'Arc", "dʼarc")]
    [InlineData("Söre\u0301n Ø", "soren o")]
    [InlineData("ﬁlle Ｎｏ①", "fille no1")]
    [InlineData("Hélène", "HE\u0301LE\u0300NE")]
    [InlineData("Łukasz\u00A0Żak", "lukaszzak")]
    [InlineData("100 % bio_local", "100% BIO_LOCAL")]
    public void One_folding_makes_alike_what_people_mean_alike(string stored, string typed) => Assert.Equal(NameText.Fold(stored), NameText.Fold(typed));

    [Fact]
    public void A_sign_stands_for_itself_and_half_of_a_character_for_nothing_worse()
    {
        Assert.Equal("%100!%!_!!%", NameText.Pattern("100%_!"));
        Assert.NotEqual(NameText.Fold("a%b"), NameText.Fold("ab"));
        Assert.Equal("a\uFFFDb", NameText.Fold("a\uD800b"));
        Assert.Equal(string.Empty, NameText.Fold(null));
        Assert.Equal("c0042 rf18539007 annemartin", NameText.FoldAll("C-0042", "RF18 5390 07", "Anne Martin"));
        Assert.Equal(NameText.MaxLength, NameText.FoldAll("C-1", new string('x', 600)).Length);
        Assert.True(NameText.SortKey(new string('é', 600)).Length <= NameText.MaxSortKeyLength);
    }

    [Fact]
    public void Names_are_sorted_word_by_word_without_case_and_accents()
    {
        string[] sorted = ["Anne-Marie", "Anne Marin", "Annette", "Elan", "Élan", "Elodie", "Le Bris", "Leblanc", "L’Hermine", "Oeuf", "Œuf", "O’Hara", "Zoé"];
        Assert.Equal(["Anne-Marie", "Anne Marin", "Annette"], new[] { "Annette", "Anne Marin", "Anne-Marie" }.OrderByName(name => name));
        Assert.Equal(sorted, sorted.Reverse().OrderByName(name => name));
        Assert.All(sorted.Select(NameText.SortKey), key => Assert.Matches("^[0-9a-f]+$", key));
    }

    [Fact]
    public void A_name_is_folded_once_however_many_it_is_sorted_among()
    {
        string[] names = [.. Enumerable.Range(0, 1_000).Select(number => $"Member {number * 7_919 % 1_000}")];
        var keys = AllocatedBy(() => names.Select(NameText.SortKey).Count(key => key.Length > 0));

        Assert.InRange(AllocatedBy(() => names.OrderByName(name => name).Count(name => name.Length > 0)), keys, 2 * keys);

        static long AllocatedBy(Func<int> work)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(1_000, work());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}

/// <summary>The same at the doors of both databases.</summary>
public abstract class NameSearchTests(MarketFixture fixture)
{
    private static readonly string[] Names = ["Œuvre 77", "Élan 77", "le bris 77", "Leblanc 77", "Elan 77", "O’Hara 77", "Zoé_77%", "annette 77"];

    [Fact]
    public async Task Names_are_found_and_sorted_in_the_balances()
    {
        var market = fixture.Market;
        await market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var contents = services.GetRequiredService<IContentManager>();
                foreach (var name in Names)
                {
                    var client = await contents.NewAsync(AccountOpening.ContentType);
                    client.Alter<ClientAccountPart>(part => part.Name = name);
                    await contents.CreateAsync(client, VersionOptions.Published);
                }

                return true;
            },
            _ => true));

        Assert.Equal(["annette 77", "Elan 77", "Élan 77", "le bris 77", "Leblanc 77", "Œuvre 77", "O’Hara 77"], await FindAsync("77", except: "Zoé_77%"));
        Assert.Equal(["Œuvre 77"], await FindAsync("OEUVRE"));
        Assert.Equal(["O’Hara 77"], await FindAsync("o'hara"));
        Assert.Equal(["le bris 77"], await FindAsync("LeBris"));
        Assert.Equal(["Zoé_77%"], await FindAsync("%"));
        Assert.Equal(["Zoé_77%"], await FindAsync("_"));
        Assert.Equal(["Zoé_77%"], await FindAsync("ZOE_77%"));
        var account = await market.InScopeAsync(async services => (await ListAsync(services, "%")).Single().AccountId);
        var reference = (await market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindAsync(account)))!.Reference;
        Assert.Equal(["Zoé_77%"], await FindAsync(Market.Ledger.Banking.CreditorReference.Printed(reference)));
    }

    private async Task<IEnumerable<string>> FindAsync(string search, string? except = null)
    {
        var rows = await fixture.Market.InScopeAsync(services => ListAsync(services, search));
        return rows.Select(row => row.Name).Where(name => name != except);
    }

    private static async Task<IReadOnlyList<BalanceRow>> ListAsync(IServiceProvider services, string search)
    {
        var (query, balances) = (new BalanceQuery(search, BalanceFilter.All, BalanceSort.Name, 0, 50), services.GetRequiredService<BalanceList>());
        var totals = await services.GetRequiredService<BalanceSums>().ReadAsync();
        return await balances.ListAsync(query, totals, await balances.CountAsync(query, totals));
    }
}

public sealed class NameSearchOnSqlite(SqliteMarket fixture) : NameSearchTests(fixture), IClassFixture<SqliteMarket>;

public sealed class NameSearchOnPostgres(PostgresMarket fixture) : NameSearchTests(fixture), IClassFixture<PostgresMarket>;
