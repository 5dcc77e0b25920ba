using System.Text;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Bank;

/// <summary>A bank's table: its columns guessed, corrected, kept by name; then read like any statement.</summary>
public abstract class TableTests(SiteFixture fixture) : BankScenario(fixture)
{
    [Fact]
    public async Task A_table_is_guessed_corrected_kept_and_known_again()
    {
        var (name, column) = (NewName("Banque"), NewName("Libelle"));
        var accountId = await OpenAccountAsync();
        var reference = await ReferenceAsync(accountId);
        var page = await ReadAsync(Table(column, reference, "15,50"));
        Assert.Contains("/table/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, page.TextOf("#sample"), StringComparison.Ordinal);

        var coordinator = await Fixture.CoordinatorAsync();
        var form = page.Form("#mapping").WithAll("Texts", column).With("Account", BankFiles.Iban);
        Assert.Contains(reference, (await coordinator.SubmitAsync(form.With("act", "show"))).TextOf("#sample"), StringComparison.Ordinal);
        Assert.Contains("Say what these columns are called", (await coordinator.SubmitAsync(form.With("act", "read").With("Name", " "))).Text, StringComparison.Ordinal);

        var read = await coordinator.SubmitAsync(form.With("act", "read").With("Name", name));
        Assert.Equal(["Certain Reference"], Told(read));
        await PostCertainAsync(read);
        Assert.Equal(1550, await BalanceAsync(accountId));

        var next = await ReadAsync(Table(column, reference, "16,50"));
        Assert.Equal(name, next.Form("#mapping")["Name"]);
        Assert.Contains(reference, next.TextOf("#sample"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await Fixture.AdminAsync()).AskAsync(next.Address.AbsolutePath)).Status);
    }

    [Fact]
    public async Task A_row_that_is_none_is_named_by_its_line_and_nothing_is_read()
    {
        var page = await ReadAsync(Table("Libelle", "x", "quinze"));
        Assert.Contains("It is in line 2.", page.TextOf("#fault"), StringComparison.Ordinal);
        Assert.Contains("quinze", page.TextOf("#fault"), StringComparison.Ordinal);
    }

    private static byte[] Table(string column, string text, string amount) => Encoding.Latin1.GetBytes($"Date opération;{column};Débit;Crédit\n{MarketCalendar.Today:dd'/'MM'/'yyyy};Panier {text};;{amount}\n");
}

[Collection(SqliteSite.Name)]
public sealed class TablesOnSqlite(SqliteSite site) : TableTests(site);

[Collection(PostgresSite.Name)]
public sealed class TablesOnPostgres(PostgresSite site) : TableTests(site);
